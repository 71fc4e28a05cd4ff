import { type Dirent, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { InputError, systemMessage } from '../errors';
import { natureOf, readRegularFile } from '../files';
import { documentsOf, stringifyAll } from '../manifests';
import { HEADER } from './render';

const ALLOWED = 'allowed is a folder that is new, empty, or written by synth';

/** `production/messaging/sqs.yaml`: an environment, an application, a chart. */
const DEPTH = 3;

/** Every environment's tree has it. */
const MARK = join('argocd', 'applications.yaml');

/** The paths of what a folder holds, below it; nothing where it is not there. Throws `InputError`. */
export function filesIn(outdir: string): Set<string> {
  return attempt(outdir, () => new Set(Array.from(entriesBelow(outdir), (entry) => pathOf(outdir, entry))));
}

/**
 * The files of a folder that synth writes into. Throws `InputError` where it holds anything that synth does not write,
 * at the first such thing, and where it is part of what synth wrote.
 */
export function ownFiles(outdir: string): Set<string> {
  return attempt(outdir, () => {
    const files = new Set<string>();
    for (const entry of entriesBelow(outdir)) {
      const path = pathOf(outdir, entry);
      requirePlain(outdir, path, entry);
      files.add(path);
    }
    if (files.size === 0) requireOutside(outdir);
    return files;
  });
}

/**
 * Throws `InputError` for a file that would go and that synth did not write as it is. Its writer makes the same bytes
 * of the same objects, so what it would write otherwise somebody else wrote, or changed: git has nothing to keep for
 * that.
 */
export function requireWritten(outdir: string, path: string): void {
  const bytes = readRegularFile(join(outdir, path));
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n') + 1;
  const values = documentsOf({ file: path, text }).map(({ value, problem }) => (problem ? undefined : value));
  const isWritten = !values.includes(undefined) && text.slice(end) === stringifyAll(values);
  if (!isWritten)
    throw new InputError(
      `${outdir} holds ${path}, which no chart makes and somebody wrote or changed by hand; move it away or delete it`,
    );
}

function requirePlain(outdir: string, path: string, entry: Dirent): void {
  const refuse = (why: string) => new InputError(`${outdir} holds ${path}, ${why}; ${ALLOWED}`);
  if (!entry.isFile()) throw refuse(`${natureOf(entry)}, which synth did not write`);
  if (!path.endsWith('.yaml') || !beginsWithHeader(join(outdir, path))) throw refuse('which synth did not write');
  if (path.split(sep).length !== DEPTH)
    throw refuse('which is no <environment>/<application>/<chart>.yaml: it may be part of what synth wrote');
}

/** `dist/new` and `dist/production/new` would become part of the manifests that are in dist. */
function requireOutside(outdir: string): void {
  const parent = dirname(outdir);
  const around = [parent, ...(existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [])];
  const environment = around.find((folder) => folder !== outdir && isFile(join(folder, MARK)));
  if (environment !== undefined && beginsWithHeader(join(environment, MARK)))
    throw new InputError(`${outdir} is in a folder that synth wrote, beside ${basename(environment)}; ${ALLOWED}`);
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

/** One after the other, so that a folder with somebody's million files is refused at the first. */
function* entriesBelow(outdir: string): Generator<Dirent> {
  const stats = statSync(outdir, { throwIfNoEntry: false });
  if (stats?.isDirectory()) yield* visit(outdir);
  else if (stats) throw new InputError(`${outdir} is ${stats.isFile() ? 'a file' : natureOf(stats)}; ${ALLOWED}`);
}

function* visit(folder: string): Generator<Dirent> {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) yield* visit(join(folder, entry.name));
    else yield entry;
}

function pathOf(outdir: string, { parentPath, name }: Dirent): string {
  return relative(outdir, join(parentPath, name));
}

function beginsWithHeader(path: string): boolean {
  return readRegularFile(path).subarray(0, HEADER.length).toString('utf8') === HEADER;
}

function attempt<T>(outdir: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${outdir}: ${systemMessage(error)}`);
  }
}
