import type { Place } from '../aws/arn';
import { references } from '../graph/references';
import { waves } from '../graph/waves';
import { SYNC_WAVE } from '../manifests/annotations';
import { type Manifest, objectKey } from '../manifests/manifest';
import type { SynthChart } from './collect';

/**
 * Writes each object's sync wave, derived from what it refers to. Waves order within one Application only, so
 * references across applications do not count. An object that names its wave keeps it.
 */
export function writeSyncWaves(charts: readonly SynthChart[], home: Place): void {
  const applicationOf = new Map<Manifest, string>();
  for (const { path, objects } of charts)
    for (const { manifest } of objects) applicationOf.set(manifest, path.slice(0, path.lastIndexOf('/')));

  const manifests = [...applicationOf.keys()];
  const needs = new Map<Manifest, Manifest[]>();
  for (const { from, to, needed } of references(manifests, home)) {
    if (!needed || applicationOf.get(from) !== applicationOf.get(to)) continue;
    const list = needs.get(from);
    if (list) list.push(to);
    else needs.set(from, [to]);
  }
  for (const [manifest, wave] of waves(manifests, needs, objectKey)) {
    const metadata = manifest.metadata as { annotations?: Record<string, string> };
    metadata.annotations = sorted({ [SYNC_WAVE]: String(wave), ...metadata.annotations });
  }
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
