import { createHash } from 'node:crypto';
import type { Manifest } from '../manifests';
import { isRecord, readYaml } from '../manifests';
import type { ManifestFile, ManifestFiles } from '../plan';
import { type IgnoredDifferences, normalized } from './ignored-differences';

/** An object as it is in the cluster, and as the server would store it; one of both is there. */
export interface LiveAndMerged {
  readonly application: string;
  readonly live?: Manifest;
  readonly merged?: Manifest;
}

/** What bin/kubectl-diff-sides.js printed, without what is not compared. */
export function readLiveAndMerged(
  application: string,
  printed: string,
  overlooked: IgnoredDifferences,
): LiveAndMerged[] {
  const files = JSON.parse(printed) as Readonly<Record<string, readonly [live: string, merged: string]>>;
  return Object.values(files).map(([liveText, mergedText]) => {
    const live = objectIn(liveText, overlooked);
    const merged = mergedText === liveText ? live : objectIn(mergedText, overlooked);
    return { application, ...(live && { live }), ...(merged && { merged }) };
  });
}

function objectIn(text: string, overlooked: IgnoredDifferences): Manifest | undefined {
  const [object] = readYaml(text);
  return isRecord(object) ? normalized(object as Manifest, overlooked) : undefined;
}

/** One side as a tree that `plan` reads. */
export function filesOf(environment: string, all: readonly LiveAndMerged[], side: 'live' | 'merged'): ManifestFiles {
  const texts = new Map<ManifestFile, string>();
  for (const [position, sides] of all.entries()) {
    const object = sides[side];
    if (!object) continue;
    const text = JSON.stringify(object);
    const path = `${environment}/${sides.application}/${position}.json`;
    texts.set({ path, shown: `${side} ${path}`, id: createHash('sha1').update(text).digest('hex') }, text);
  }
  return { files: [...texts.keys()], read: (files) => new Map(files.map((file) => [file, texts.get(file)!])) };
}
