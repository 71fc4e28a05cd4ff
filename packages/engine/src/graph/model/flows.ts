import { type Edge, edgesOf, knownOf, physicalKeyOf } from '../../aws';
import type { Manifest } from '../../manifests';
import type { EdgeKind } from './architecture';

/** What the mention of an object by another means for a reader of the architecture. */
export interface Meaning {
  readonly kind: EdgeKind;
  /**
   * Whether what flows comes from the mentioned object: a subscription mentions the topic that it gets messages from.
   */
  readonly isInwards: boolean;
}

const REFERENCE: Meaning = { kind: 'reference', isInwards: false };
const PERMISSION: Meaning = { kind: 'permission', isInwards: false };

/** Kinds of the cluster, by the field or one that holds it; AWS's kinds say it in their entries. */
const CLUSTER_FLOWS: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  'networking.k8s.io/Ingress': { 'spec.defaultBackend': 'network out', 'spec.rules[]': 'network out' },
};

/** Policies: of roles, of who may use a resource, and of whose dead letters a queue takes. */
const POLICY = /(?:^|\.)(?:assumeRolePolicyDocument|inlinePolicies|policy|redriveAllowPolicy)(?:$|[.[])/;

/** What it means that a field of one object, `spec.targets[0].arn`, mentions another. */
export function meaningOf(from: Manifest, path: string, to: Manifest): Meaning {
  const key = physicalKeyOf(from);
  const ofState = knownOf(key)?.kind.stateEdges?.[physicalKeyOf(to)];
  if (ofState) return meaning(ofState);
  const field = path.replace(/\[\d+\]/g, '[]');
  const edges = CLUSTER_FLOWS[key] ?? edgesOf(key);
  const found = Object.keys(edges).find(
    (one) => field === one || (['.', '['].includes(field.slice(one.length)[0] ?? '') && field.startsWith(one)),
  );
  if (found !== undefined) return meaning(edges[found]!);
  return POLICY.test(field) ? PERMISSION : REFERENCE;
}

function meaning(edge: Edge): Meaning {
  const [kind, way] = edge.split(' ') as [EdgeKind, 'in' | 'out'];
  return { kind, isInwards: way === 'in' };
}
