import { isStatefulObject, protectionOf } from '../../aws';
import { annotationOf, DELETION_POLICY, groupOf, kindKey, type Manifest, read, SYNC_OPTIONS } from '../../manifests';
import { familyOf } from '../../references';
import { isRetained } from '../../rules';
import type { Verdict } from '../model';
import type { PlanObject } from '../objects';

const PRUNE = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources';
const APP_DELETION = 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/';
const ACK = 'https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/';
const CROSSPLANE = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/#managementpolicies';
const KRO = 'https://kro.run/docs/concepts/instances';
const KUBERNETES = 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/';

/** What is around an object that leaves git. */
export interface RemovalContext {
  /** The Argo CD Application that syncs its folder, as it was. */
  readonly application?: Manifest;
  /** Whether that Application leaves git and the cluster, too. */
  readonly applicationLeaves: boolean;
  /** Its namespace, as it was. */
  readonly namespace?: Manifest;
  /** For what kro makes: whether the instance leaves git, or only its place in the graph. */
  readonly instanceLeaves: boolean;
  readonly graphLeaves: boolean;
}

/** What becomes of an object that leaves git. */
export function removalVerdict({ manifest, within }: PlanObject, context: RemovalContext): Verdict {
  const retained = keptBy(manifest, context);
  const stays = within ? keptByKro(within, context) : keptByArgoCd(manifest, context);
  if (stays) {
    const also = retained
      ? `; should somebody delete it there, AWS keeps its object all the same (${retained.how})`
      : '';
    return { effect: 'orphan', reason: `${stays.reason}${also}`, source: stays.source };
  }
  if (retained)
    return {
      effect: 'orphan',
      reason: `leaves git and stays in AWS, with what it holds and what it costs (${retained.how}); nobody manages it from then on`,
      source: retained.source,
    };
  return { effect: 'destroy', reason: destroyed(manifest, within !== undefined, context), source: sourceOf(manifest) };
}

type Why = Omit<Verdict, 'effect'>;

/** How the controller is told to leave the AWS object alone. */
function keptBy(manifest: Manifest, { namespace }: RemovalContext): { how: string; source: string } | undefined {
  const family = familyOf(manifest);
  if (family === 'kubernetes') return undefined;
  if (family === 'crossplane') {
    if (isRetained(manifest)) return { how: 'managementPolicies without Delete', source: CROSSPLANE };
    return read(manifest, 'spec.deletionPolicy') === 'Orphan'
      ? { how: 'deletionPolicy Orphan', source: CROSSPLANE }
      : undefined;
  }
  if (isRetained(manifest)) return { how: 'deletion-policy retain', source: ACK };
  const service = groupOf(manifest).split('.')[0];
  const isSilent = annotationOf(manifest, DELETION_POLICY) === undefined;
  return isSilent && namespace && annotationOf(namespace, `${service}.${DELETION_POLICY}`) === 'retain'
    ? { how: `the namespace retains objects of ${service}`, source: ACK }
    : undefined;
}

function keptByArgoCd(manifest: Manifest, { application, applicationLeaves }: RemovalContext): Why | undefined {
  const cascades =
    application !== undefined &&
    JSON.stringify(read(application, 'metadata.finalizers') ?? '').includes('resources-finalizer');
  if (applicationLeaves) {
    if (!cascades)
      return {
        reason: 'stays: its Application goes without deleting what is in it; nobody manages it from then on',
        source: APP_DELETION,
      };
    if (hasOption(manifest, 'Delete=false'))
      return {
        reason:
          'stays: its Application goes, and Delete=false keeps this object from going with it; nobody manages it from then on',
        source: PRUNE,
      };
    return undefined;
  }
  if (hasOption(manifest, 'Prune=false'))
    return {
      reason:
        familyOf(manifest) === 'kubernetes'
          ? 'leaves git and stays in the cluster: Argo CD never prunes it (Prune=false)'
          : 'leaves git and stays, in the cluster and in AWS: Argo CD never prunes it (Prune=false), and its controller goes on managing it by what git no longer says',
      source: PRUNE,
    };
  return undefined;
}

function keptByKro(within: NonNullable<PlanObject['within']>, context: RemovalContext): Why | undefined {
  if (context.instanceLeaves && within.instance) {
    const kept = keptByArgoCd(within.instance.manifest, context);
    return (
      kept && {
        reason: `${kept.reason}: kro keeps what the instance ${within.instance.manifest.metadata.name} made`,
        source: kept.source,
      }
    );
  }
  if (context.graphLeaves)
    return {
      reason: 'stays: kro leaves what a graph made when only the graph goes; nobody applies it from then on',
      source: KRO,
    };
  return undefined;
}

/** Whether an object has a sync option of Argo CD. */
export function hasOption(manifest: Manifest, option: string): boolean {
  return (annotationOf(manifest, SYNC_OPTIONS) ?? '').split(',').some((one) => one.trim() === option);
}

function destroyed(
  manifest: Manifest,
  isMadeByKro: boolean,
  { application, applicationLeaves, instanceLeaves }: RemovalContext,
): string {
  const family = familyOf(manifest);
  const who = applicationLeaves
    ? `its Application goes and takes it along${hasOption(manifest, 'Prune=false') ? ' (Prune=false does not keep it from that, Delete=false would)' : ''}`
    : isMadeByKro
      ? instanceLeaves
        ? 'Argo CD prunes the instance, and kro deletes what it made'
        : 'kro deletes it when the graph no longer holds it'
      : prunes(application);
  if (family === 'kubernetes') return `${who}: ${inCluster(manifest)}`;
  const controller = family === 'ack' ? 'ACK' : 'Crossplane';
  const { kind } = manifest;
  return `${who}, and ${controller} deletes the ${kind} in AWS${statefulNote(manifest)}`;
}

function prunes(application: Manifest | undefined): string {
  if (!application) return 'Argo CD prunes it';
  return read(application, 'spec.syncPolicy.automated.prune') === true
    ? 'Argo CD prunes it by itself'
    : `the Application ${application.metadata.name} does not prune by itself: with the next sync that prunes it goes`;
}

function statefulNote(manifest: Manifest): string {
  const isStateful = isStatefulObject(manifest);
  if (isStateful === undefined) return ': nothing is known of its kind, and what it holds may be lost';
  if (!isStateful) return '';
  const protection = protectionOf(manifest);
  if (protection?.isOn)
    return `, with what it holds; AWS refuses that while ${protection.path} is ${protection.value}, and the object hangs until somebody takes it off`;
  return ', with what it holds, without a way back';
}

function inCluster(manifest: Manifest): string {
  switch (kindKey(manifest)) {
    case '/Namespace':
      return 'everything in the namespace goes with it';
    case '/PersistentVolumeClaim':
      return 'its volume goes with it, where the class does not retain it';
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return `every ${String(read(manifest, 'spec.names.kind') ?? 'object')} of the cluster goes with it, whatever its manifest says`;
    case 'apps/StatefulSet':
      return 'its Pods go; the volumes of its claims stay';
    case 'argoproj.io/Application':
      return JSON.stringify(read(manifest, 'metadata.finalizers') ?? '').includes('resources-finalizer')
        ? 'everything that it made goes with it (its finalizer cascades)'
        : 'the Application goes; what it made stays, managed by nobody';
    case 'argoproj.io/AppProject':
      return 'Applications of the project stop syncing';
    case 'kro.run/ResourceGraphDefinition':
      return 'kro makes and updates nothing of it any more';
    case 'pkg.crossplane.io/Provider':
      return 'the provider and its CRDs go, and with them every object of its kinds';
    default:
      return `the ${manifest.kind} leaves the cluster`;
  }
}

function sourceOf(manifest: Manifest): string {
  const family = familyOf(manifest);
  return family === 'ack' ? ACK : family === 'crossplane' ? CROSSPLANE : KUBERNETES;
}
