import { InputError } from '../errors';
import { documentsOf, readSources } from './documents';
import type { Manifest } from './manifest';

/**
 * Every object in the YAML and JSON files below a folder, in the files' alphabetical order. Throws `InputError` for
 * what cannot be read.
 */
export function readManifests(folder: string): Manifest[] {
  return readManifestFiles(folder).map(({ manifest }) => manifest);
}

/** The same, each with the file that it stands in. */
export function readManifestFiles(folder: string): { readonly file: string; readonly manifest: Manifest }[] {
  const noInput = () => Buffer.alloc(0);
  return readSources([folder], noInput)
    .flatMap(documentsOf)
    .map(({ file, value, problem }) => {
      if (problem) throw new InputError(`${file}:${problem.line}:${problem.column}: ${problem.message}`);
      return { file, manifest: value as Manifest };
    });
}
