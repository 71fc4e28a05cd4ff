import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupBy } from '../collections';
import { replaceFolder } from '../files';
import type { Crd } from './crd';
import { compactSchemas, generateTypes } from './generate';
import { addLatePaths } from './late-paths';
import { notice } from './licences';
import { readImportList } from './list';
import { LOCK, type Lock, readLock } from './lock';
import { folder, upstream } from './source';

export interface ImportOptions {
  /** The repository: where `cdk8s.yaml` and `imports/` are. */
  readonly root: string;
  /** Take the CRDs from the files below this folder. @default download them */
  readonly crds?: string;
  /** Called as each file arrives. */
  readonly onProgress?: (done: number, total: number, url: string) => void;
}

export interface ImportSummary {
  readonly files: number;
  readonly groups: number;
  readonly kinds: number;
}

const DOWNLOADS_AT_ONCE = 8;

/**
 * Regenerates `imports/` from the CRDs listed in `cdk8s.yaml`; either everything is replaced or nothing. Throws
 * `InputError`.
 */
export async function importCrds({ root, crds: dir, onProgress }: ImportOptions): Promise<ImportSummary> {
  const urls = readImportList(root);
  const noticeText = notice(urls);
  const importsDir = join(root, 'imports');
  const lock = readLock(importsDir);
  const source = dir === undefined ? upstream(lock) : folder(dir, lock);

  let done = 0;
  const imported = await inBatches(urls, async (url) => {
    const result = await source(url);
    onProgress?.(++done, urls.length, url);
    return result;
  });
  const newLock: Lock = Object.fromEntries(urls.map((url, index) => [url, imported[index]!.entry]));
  const groups = byGroup(imported.flatMap(({ crds }) => crds));

  const types = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    const crds = [...groups.values()].flat();
    await generateTypes(root, crds, types);
    addLatePaths(types, crds);
    replaceFolder(importsDir, (target) => {
      cpSync(types, target, { recursive: true });
      for (const [group, crds] of groups) writeFileSync(join(target, `${group}.schemas.json`), compactSchemas(crds));
      writeFileSync(join(target, LOCK), `${JSON.stringify(newLock, null, 2)}\n`);
      writeFileSync(join(target, 'NOTICE.md'), noticeText);
    });
  } finally {
    rmSync(types, { recursive: true, force: true });
  }
  return { files: urls.length, groups: groups.size, kinds: [...groups.values()].flat().length };
}

/** Groups and kinds in alphabetical order, whatever order the list has. */
function byGroup(crds: readonly Crd[]): Map<string, Crd[]> {
  const sorted = [...crds].sort((a, b) => {
    const [left, right] = [a, b].map(({ spec }) => `${spec.group} ${spec.names.kind}`);
    return left! < right! ? -1 : 1;
  });
  return groupBy(sorted, ({ spec }) => spec.group);
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += DOWNLOADS_AT_ONCE)
    results.push(...(await Promise.all(items.slice(start, start + DOWNLOADS_AT_ONCE).map(work))));
  return results;
}
