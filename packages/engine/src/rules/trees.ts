import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { append } from '../collections';
import { documentsOf, isManifest, readSources, type Source, type SourceDocument } from '../manifests';
import { fieldOf, type TreeObject } from '../relations';

/** An object of a tree and the document that it was read from. */
export interface ReadObject extends TreeObject {
  readonly document: SourceDocument;
}

/** Where a file belongs: dist holds environments, an environment applications, an application files. */
export interface FilePlace {
  /** The environment's folder, or what was named where there is none. */
  readonly tree: string;
  readonly application: string;
}

/**
 * The tree of a file that one of `named` paths led to. A folder that holds an `argocd` folder is an environment; other
 * files belong together by the folder that was named: below it environments where files stand three deep.
 */
export function filePlaceOf(file: string, named: readonly string[]): FilePlace {
  if (file === '-') return { tree: '', application: '' };
  const application = basename(dirname(file)) === '.' ? '' : basename(dirname(file));
  const above = dirname(dirname(file));
  if (isEnvironment(above)) return { tree: above, application };
  const folder = named
    .map((path) => relative(process.cwd(), path))
    .find((path) => path !== file && isBelow(file, path));
  if (folder === undefined) return { tree: '', application };
  const steps = relative(folder, file).split('/');
  return steps.length >= 3 ? { tree: join(folder, steps[0]!), application } : { tree: folder, application };
}

/** Whether a folder is an environment of dist, or of a copy of it. */
export function isEnvironment(folder: string): boolean {
  return existsSync(join(folder, 'argocd', 'applications.yaml'));
}

/**
 * The other files of the environments that the sources are part of, so that a file alone is judged in its surroundings.
 */
export function surroundingsOf(sources: readonly Source[]): SourceDocument[] {
  const read = new Set(sources.map(({ file }) => file));
  const folders = new Set(sources.filter(({ file }) => file !== '-').map(({ file }) => dirname(dirname(file))));
  return [...folders]
    .filter(isEnvironment)
    .flatMap((folder) => readSources([folder], () => Buffer.alloc(0)))
    .filter(({ file }) => !read.has(file))
    .flatMap(documentsOf);
}

/** `production`, where the tree's Applications sync `dist/production/…`. */
export function environmentInSources(objects: readonly ReadObject[]): string | undefined {
  for (const object of objects) {
    const path = fieldOf(object, 'spec.source.path');
    const [, name] =
      object.manifest.kind === 'Application' && typeof path === 'string' ? (/^dist\/([^/]+)\//.exec(path) ?? []) : [];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Objects by the folder of their tree. */
export type Trees = ReadonlyMap<string, readonly ReadObject[]>;

/** The objects of each tree; what is no manifest at all belongs to none. */
export function treesOf(documents: readonly SourceDocument[], named: readonly string[]): Trees {
  const trees = new Map<string, ReadObject[]>();
  const places = new Map<string, FilePlace>();
  for (const document of documents) {
    if (!isManifest(document.value)) continue;
    const place = places.get(document.file) ?? filePlaceOf(document.file, named);
    places.set(document.file, place);
    append(trees, place.tree, { manifest: document.value, application: place.application, document });
  }
  return trees;
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..');
}
