import type { Manifest, SynthChart } from '@aws-platform/engine/manifests';
import { kindKey, SYNC_WAVE } from '@aws-platform/engine/manifests';
import { moveTo } from '@aws-platform/engine/synth';
import type { Environment } from '../environments';
import { CONTROLLERS_WAVE } from './applications';
import { ARGOCD } from './folder';

const MOVED = new Set(['argoproj.io/Application', 'argoproj.io/AppProject']);

/**
 * An Application of Helm's is read by the Argo CD that syncs it, so of a managed environment the hub gets it. It comes
 * with `controllers`, which makes the namespaces.
 */
export function moveToHub(charts: readonly SynthChart[], { argocd }: Environment): readonly SynthChart[] {
  if (!argocd.managedBy) return charts;
  return moveTo(
    ARGOCD,
    charts.map((chart) => ({
      ...chart,
      objects: chart.objects.map((object) => ({ ...object, manifest: inControllersWave(object.manifest) })),
    })),
    (manifest) => MOVED.has(kindKey(manifest)),
  );
}

function inControllersWave(manifest: Manifest): Manifest {
  if (kindKey(manifest) !== 'argoproj.io/Application') return manifest;
  const annotations = { ...manifest.metadata.annotations, [SYNC_WAVE]: CONTROLLERS_WAVE };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}
