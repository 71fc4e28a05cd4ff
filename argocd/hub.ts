import type { Manifest, SynthChart } from '@aws-platform/engine/manifests';
import { kindKey, SYNC_WAVE } from '@aws-platform/engine/manifests';
import { moveTo } from '@aws-platform/engine/synth';
import type { Environment } from '../environments';
import type { ApplicationSpec } from '../imports/argoproj.io';
import { ARGOCD } from './folder';

const MOVED = new Set(['argoproj.io/Application', 'argoproj.io/AppProject']);

/** Beside the projects: `controllers` holds objects of kinds that these bring. */
const HELM_WAVE = '0';

/**
 * An Application of Helm's is read by the Argo CD that syncs it, so of a managed environment the hub gets it. It comes
 * before `controllers`, and makes its namespace itself; `controllers` gives that its labels.
 */
export function moveToHub(charts: readonly SynthChart[], { argocd }: Environment): readonly SynthChart[] {
  if (!argocd.managedBy) return charts;
  return moveTo(
    ARGOCD,
    charts.map((chart) => ({
      ...chart,
      objects: chart.objects.map((object) => ({ ...object, manifest: beforeControllers(object.manifest) })),
    })),
    (manifest) => MOVED.has(kindKey(manifest)),
  );
}

function beforeControllers(manifest: Manifest): Manifest {
  if (kindKey(manifest) !== 'argoproj.io/Application') return manifest;
  const { metadata, spec } = manifest as Manifest & { spec: ApplicationSpec };
  const annotations = { ...metadata.annotations, [SYNC_WAVE]: HELM_WAVE };
  const { syncPolicy } = spec;
  const syncOptions = [...(syncPolicy?.syncOptions ?? []), 'CreateNamespace=true'];
  return {
    ...manifest,
    metadata: { ...metadata, annotations },
    spec: { ...spec, syncPolicy: { ...syncPolicy, syncOptions } },
  };
}
