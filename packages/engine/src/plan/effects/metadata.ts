import type { Manifest } from '../../manifests';
import { ACK_REGION, DELETION_POLICY, EXTERNAL_NAME, SYNC_OPTIONS, SYNC_WAVE } from '../../manifests';
import { familyOf } from '../../references';
import type { Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { Verdict } from '../model';

const ARGOCD = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';
const WAVES = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/';
const ACK_REGIONS = 'https://github.com/aws-controllers-k8s/runtime/blob/main/pkg/runtime/reconciler.go';
const ACK_DELETION = 'https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/';
const ACK_ADOPTION = 'https://aws-controllers-k8s.github.io/docs/guides/adopted-resource/';
const CROSSPLANE = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';
const KUBERNETES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/';

const REGION_OF_ACK = ACK_REGION;
const ACCOUNT_OF_ACK = 'services.k8s.aws/owner-account-id';

/** What a change of labels, annotations or finalizers does; `undefined` for other fields. */
export function metadataVerdict(manifest: Manifest, { path, from, to }: Difference): Verdict | undefined {
  const family = familyOf(manifest);
  if (path === 'apiVersion')
    return {
      effect: 'update',
      reason: 'the same object in another version of its kind, which the API server converts',
      source: `${KUBERNETES}#objects`,
    };
  if (path.startsWith('metadata.finalizers')) return finalizers(manifest, from, to);
  if (path.startsWith('metadata.labels') || path === 'metadata.labels') return plain(family, 'labels');
  if (path === 'metadata.annotations') return plain(family, 'annotations');
  const annotation = /^metadata\.annotations\.(.+)$/.exec(path)?.[1];
  return annotation === undefined ? undefined : annotationVerdict(annotation, { path, from, to }, family);
}

function annotationVerdict(name: string, { from, to }: Difference, family: ReturnType<typeof familyOf>): Verdict {
  switch (name) {
    case REGION_OF_ACK:
      return {
        effect: 'replace',
        reason: `an AWS object stays in its region: ACK stops with ACK.Terminal ("already exists in region ${from ?? '…'}"), and the object there stays as it is`,
        source: ACK_REGIONS,
      };
    case ACCOUNT_OF_ACK:
      return {
        effect: 'replace',
        reason: 'an AWS object stays in its account: ACK stops with ACK.Terminal',
        source: ACK_REGIONS,
      };
    case DELETION_POLICY:
      return {
        effect: 'update',
        reason:
          to === 'retain'
            ? 'nothing in AWS changes now; from now on the AWS object outlives this one'
            : 'nothing in AWS changes now; but from now on deleting this object deletes the AWS object with it',
        source: ACK_DELETION,
      };
    case EXTERNAL_NAME:
      return {
        effect: 'replace',
        reason: `Crossplane takes the object called ${to ?? 'by its own name'} for this one: it makes it when there is none, and ${from ?? 'the first'} stays in AWS, managed by nobody`,
        source: CROSSPLANE,
      };
    case 'crossplane.io/paused':
      return {
        effect: 'update',
        reason:
          to === 'true'
            ? 'Crossplane leaves the object alone until it is taken away again'
            : 'Crossplane takes care of the object again',
        source: CROSSPLANE,
      };
    case 'services.k8s.aws/read-only':
      return {
        effect: 'update',
        reason: to === 'true' ? 'ACK only looks at the AWS object from now on' : 'ACK makes AWS match again',
        source: ACK_ADOPTION,
      };
    case 'services.k8s.aws/adoption-policy':
    case 'services.k8s.aws/adoption-fields':
      return {
        effect: 'update',
        reason: 'ACK takes over the AWS object that is there instead of making one',
        source: ACK_ADOPTION,
      };
    case SYNC_OPTIONS:
      return syncOptions(from, to);
    case SYNC_WAVE:
      return { effect: 'none', reason: 'only the order in which Argo CD applies it', source: WAVES };
    default:
      return plain(family, 'annotations');
  }
}

function syncOptions(from: Json | undefined, to: Json | undefined): Verdict {
  const has = (value: Json | undefined, option: string) =>
    String(value ?? '')
      .split(',')
      .some((one) => one.trim() === option);
  const lost = ['Prune=false', 'Delete=false'].filter((option) => has(from, option) && !has(to, option));
  if (lost.length > 0)
    return {
      effect: 'update',
      reason: `nothing changes now; but without ${lost.join(' and ')} Argo CD deletes the object when it leaves git${lost.includes('Delete=false') ? ' or its Application goes' : ''}`,
      source: ARGOCD,
    };
  const replaces =
    (has(to, 'Replace=true') && !has(from, 'Replace=true')) || (has(to, 'Force=true') && !has(from, 'Force=true'));
  if (replaces)
    return {
      effect: 'disrupt',
      reason: 'Argo CD replaces the object, with Force=true by deleting it first, at every difference from now on',
      source: ARGOCD,
    };
  return { effect: 'update', reason: 'how Argo CD applies, prunes and deletes it from now on', source: ARGOCD };
}

function finalizers(manifest: Manifest, from: Json | undefined, to: Json | undefined): Verdict {
  const cascades = (value: Json | undefined) => JSON.stringify(value ?? '').includes('resources-finalizer');
  if (manifest.kind === 'Application' && cascades(from) !== cascades(to))
    return {
      effect: 'update',
      reason: cascades(to)
        ? 'nothing changes now; from now on deleting the Application deletes everything in it'
        : 'nothing changes now; from now on what is in the Application outlives it',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    };
  return {
    effect: 'update',
    reason: 'what has to be done before the object may go',
    source: `${KUBERNETES}finalizers/`,
  };
}

function plain(family: ReturnType<typeof familyOf>, what: string): Verdict {
  if (family === 'kubernetes')
    return { effect: 'update', reason: `${what} of the object in the cluster`, source: `${KUBERNETES}${what}/` };
  return {
    effect: 'none',
    reason: `${what} of the object in the cluster; nothing in AWS changes`,
    source: `${KUBERNETES}${what}/`,
  };
}
