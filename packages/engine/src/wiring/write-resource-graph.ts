import type { Manifest } from '../manifests';
import { ARGOCD_PREFIX, SYNC_OPTIONS, SYNC_WAVE } from '../manifests';
import { familyOf } from '../references';
import { pascalCase } from './ids';

const VERSION = 'v1alpha1';
/** An Application is deleted without order, and an instance whose graph is gone first keeps its finalizer for ever. */
const OUTLIVES_INSTANCE = 'Delete=false';

/** An object that a graph reads. */
export interface ExternalResource {
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly readyWhen: readonly string[];
}

/** An object that a graph makes. */
export interface TemplateResource {
  readonly id: string;
  readonly manifest: Manifest;
  /** Whether its kind belongs to the cluster: kro refuses a namespace there. */
  readonly isCluster: boolean;
}

export interface GraphContent {
  /** The API group of the kind that the graph brings. */
  readonly group: string;
  /** Of the graph, and of its instance. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Argo CD's sync options of what is wrapped, where it may not be pruned. */
  readonly syncOptions: string | undefined;
  /** Argo CD's wave that what is wrapped names; otherwise it is derived. */
  readonly syncWave: string | undefined;
  readonly reads: readonly ExternalResource[];
  readonly makes: readonly TemplateResource[];
}

/**
 * A ResourceGraphDefinition and its instance. The kind ends in Wiring, a word whose plural kro and everybody forms
 * alike.
 */
export function writeResourceGraph(content: GraphContent): [Manifest, Manifest] {
  const { group, name, namespace, labels, syncOptions, syncWave, reads, makes } = content;
  const kind = `${pascalCase(name)}Wiring`;
  const graph: Manifest = {
    apiVersion: 'kro.run/v1alpha1',
    kind: 'ResourceGraphDefinition',
    metadata: { annotations: { [SYNC_OPTIONS]: syncOptions ?? OUTLIVES_INSTANCE }, labels, name },
    spec: {
      schema: { apiVersion: VERSION, group, kind, spec: {}, status: {} },
      resources: [...reads.map(externalRef), ...makes.map(template)],
    },
  };
  const annotations = {
    ...(syncOptions && { [SYNC_OPTIONS]: syncOptions }),
    ...(syncWave && { [SYNC_WAVE]: syncWave }),
  };
  const instance: Manifest = {
    apiVersion: `${group}/${VERSION}`,
    kind,
    metadata: { ...((syncOptions || syncWave) && { annotations }), labels, name, namespace },
    spec: {},
  };
  return [graph, instance];
}

function externalRef({ id, apiVersion, kind, name, namespace, readyWhen }: ExternalResource): object {
  return {
    id,
    externalRef: { apiVersion, kind, metadata: { name, namespace } },
    ...(readyWhen.length > 0 && { readyWhen: readyWhen.map((expression) => `\${${expression}}`) }),
  };
}

function template({ id, manifest, isCluster }: TemplateResource): object {
  const { annotations = {}, namespace, ...metadata } = manifest.metadata;
  // Argo CD does not track what kro makes
  const kept = Object.fromEntries(Object.entries(annotations).filter(([key]) => !key.startsWith(ARGOCD_PREFIX)));
  const hasAnnotations = Object.keys(kept).length > 0;
  const ready = READY[familyOf(manifest)];
  return {
    id,
    ...(ready && { readyWhen: [`\${${id}.status.conditions.exists(c, c.type == "${ready}" && c.status == "True")}`] }),
    template: {
      ...manifest,
      metadata: { ...metadata, ...(!isCluster && { namespace }), ...(hasAnnotations && { annotations: kept }) },
    },
  };
}

/** Without a condition kro takes an object for ready as soon as it exists. */
const READY = { ack: 'ACK.ResourceSynced', crossplane: 'Ready', kubernetes: undefined } as const;
