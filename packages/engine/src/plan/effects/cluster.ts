import { kindKey, type Manifest, read } from '../../manifests';
import { isObject, type Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { Verdict } from '../model';

const WORKLOADS = 'https://kubernetes.io/docs/concepts/workloads/controllers/';
const ARGOCD = 'https://argo-cd.readthedocs.io/en/stable/';
const KRO = 'https://kro.run/docs/concepts/resource-group-definitions';

type KindEffect = (difference: Difference, manifest: Manifest) => Verdict | undefined;

/** What a change does to an object that lives in the cluster alone. */
export function clusterVerdict(manifest: Manifest, difference: Difference): Verdict {
  return (
    effectsByKind[kindKey(manifest)]?.(difference, manifest) ?? {
      effect: 'update',
      reason: `the ${manifest.kind} changes in the cluster; nothing in AWS changes by itself`,
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
    }
  );
}

const workload =
  (effectOf: (manifest: Manifest) => Verdict): KindEffect =>
  (difference, manifest) => {
    if (difference.path.startsWith('spec.template')) return effectOf(manifest);
    if (difference.path === 'spec.replicas' && Number(difference.to ?? 1) === 0)
      return { effect: 'disrupt', reason: 'every Pod of it goes: nothing answers any more', source: WORKLOADS };
    return undefined;
  };

const rolls = (kind: string, page: string, how: string): Verdict => ({
  effect: 'disrupt',
  reason: `every Pod of the ${kind} is replaced: ${how}`,
  source: `${WORKLOADS}${page}/`,
});

const karpenter: KindEffect = ({ path }) =>
  path.startsWith('spec.template') ||
  path.startsWith('spec.amiSelectorTerms') ||
  path.startsWith('spec.subnetSelectorTerms') ||
  path.startsWith('spec.securityGroupSelectorTerms') ||
  path.startsWith('spec.blockDeviceMappings') ||
  path.startsWith('spec.userData') ||
  path.startsWith('spec.role') ||
  path.startsWith('spec.instanceProfile') ||
  path.startsWith('spec.metadataOptions')
    ? {
        effect: 'disrupt',
        reason:
          'nodes that no longer match have drifted: Karpenter replaces them within the disruption budgets, and Pods move',
        source: 'https://karpenter.sh/docs/concepts/disruption/#drift',
      }
    : undefined;

const otherLoadBalancer: Verdict = {
  effect: 'disrupt',
  reason:
    'the Load Balancer Controller serves the Ingresses by another load balancer and deletes the one that is left without: clients fail until the names lead to the new address',
  source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/',
};

const effectsByKind: Readonly<Record<string, KindEffect>> = {
  'apps/DaemonSet': workload(() =>
    rolls('DaemonSet', 'daemonset', 'on each node the old one stops before the new one starts'),
  ),
  'apps/Deployment': workload((manifest) =>
    read(manifest, 'spec.strategy.type') === 'Recreate'
      ? rolls('Deployment', 'deployment', 'all of them stop before the first new one starts (Recreate)')
      : {
          effect: 'update',
          reason: 'a rolling update: new Pods become ready before old ones stop',
          source: `${WORKLOADS}deployment/`,
        },
  ),
  'apps/StatefulSet': workload(() =>
    rolls('StatefulSet', 'statefulset', 'one at a time, the last one first, each down until it is ready again'),
  ),
  'argoproj.io/Rollout': workload((manifest) => ({
    effect: 'update',
    reason: `a ${read(manifest, 'spec.strategy.blueGreen') ? 'blue-green' : 'canary'} rollout of new Pods`,
    source: 'https://argo-rollouts.readthedocs.io/en/stable/concepts/',
  })),
  '/Service': ({ path, to }) => {
    if (path === 'spec.type' && to === 'LoadBalancer')
      return {
        effect: 'update',
        reason: 'a load balancer is made in AWS for it',
        source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/',
      };
    if (path === 'spec.type')
      return {
        effect: 'disrupt',
        reason: 'a load balancer that was made for it is deleted: its address answers nobody any more',
        source: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
      };
    return path.startsWith('spec.selector')
      ? {
          effect: 'disrupt',
          reason: 'traffic goes to other Pods at once',
          source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
        }
      : undefined;
  },
  'elbv2.k8s.aws/IngressClassParams': ({ path }) =>
    /^spec\.(?:group|loadBalancerName|scheme)\b/.test(path) ? otherLoadBalancer : undefined,
  'networking.k8s.io/Ingress': ({ path }) => (path === 'spec.ingressClassName' ? otherLoadBalancer : undefined),
  'elbv2.k8s.aws/TargetGroupBinding': ({ path, from }) =>
    /^spec\.target(?:GroupARN|Type)$/.test(path) && from !== undefined
      ? {
          effect: 'blocked',
          reason:
            "the Load Balancer Controller's webhook refuses it: a binding keeps its target group; another binding is needed",
          source:
            'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/webhooks/elbv2/targetgroupbinding_validator.go',
        }
      : undefined,
  'argoproj.io/Application': application,
  'argoproj.io/AppProject': ({ path }) =>
    path.startsWith('spec.')
      ? {
          effect: 'update',
          reason: 'what its Applications may contain: what it no longer allows is not synced any more, and reported',
          source: `${ARGOCD}user-guide/projects/`,
        }
      : undefined,
  'karpenter.k8s.aws/EC2NodeClass': karpenter,
  'karpenter.sh/NodePool': karpenter,
  'kro.run/ResourceGraphDefinition': ({ path }) => {
    if (/^spec\.resources\[\w+\]\.template/.test(path))
      return {
        effect: 'update',
        reason: 'kro applies what the graph makes again: the entry of that object says what happens to it',
        source: KRO,
      };
    return {
      effect: 'update',
      reason: 'kro reads the graph again; a graph that it refuses leaves the last good one in force',
      source: KRO,
    };
  },
  'apiextensions.k8s.io/CustomResourceDefinition': ({ path, from, to }) =>
    path.startsWith('spec.versions') && isObject(from ?? null) && to === undefined
      ? {
          effect: 'disrupt',
          reason: 'objects of that version can no longer be read or written',
          source:
            'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/',
        }
      : undefined,
  'pkg.crossplane.io/Provider': ({ path }) =>
    path === 'spec.package'
      ? {
          effect: 'update',
          reason: 'Crossplane installs the other release of the provider; meanwhile its objects stay as they are',
          source: 'https://docs.crossplane.io/latest/packages/providers/',
        }
      : undefined,
};

/** An Argo CD Application: what it syncs, and where to. */
function application({ path, from, to }: Difference): Verdict | undefined {
  const guide = `${ARGOCD}operator-manual/declarative-setup/#applications`;
  if (/^spec\.destination(?:\.|$)/.test(path))
    return {
      effect: 'replace',
      reason: path.endsWith('.namespace')
        ? `what names no namespace of its own is made again at the new destination (${show(to)}), empty; what it made in ${show(from)} is pruned, or left over and managed by nobody`
        : `everything in it is made again at the new destination (${show(to)}); what is at the old one (${show(from)}) stays there, managed by nobody`,
      source: guide,
    };
  if (path === 'spec.project')
    return {
      effect: 'update',
      reason: `the Application moves from project ${show(from)} to ${show(to)}: what the new project does not allow is not synced any more`,
      source: `${ARGOCD}user-guide/projects/`,
    };
  if (/^spec\.sources?(?:\[\w+\])?\.(?:repoURL|path|chart)$/.test(path))
    return {
      effect: 'disrupt',
      reason: `the Application syncs something else (${show(from)} → ${show(to)}): what is not there too is pruned when the Application prunes, or stays as a leftover`,
      source: `${ARGOCD}user-guide/auto_sync/#automatic-pruning`,
    };
  if (/^spec\.sources?(?:\[\w+\])?\.targetRevision$/.test(path))
    return {
      effect: 'update',
      reason: `another version is rolled out: ${show(from)} → ${show(to)}`,
      source: `${ARGOCD}user-guide/tracking_strategies/`,
    };
  if (/^spec\.sources?(?:\[\w+\])?\.helm\./.test(path)) {
    const key = path.replace(/^.*?\.helm\.(?:valuesObject\.)?/, '');
    return {
      effect: 'update',
      reason: `the chart is rendered with another ${key}`,
      source: `${ARGOCD}user-guide/helm/`,
    };
  }
  if (path.startsWith('spec.syncPolicy.automated'))
    return { effect: 'update', reason: automation(path, from, to), source: `${ARGOCD}user-guide/auto_sync/` };
  if (path.startsWith('spec.syncPolicy.syncOptions'))
    return {
      effect: 'update',
      reason: 'how Argo CD applies everything in it',
      source: `${ARGOCD}user-guide/sync-options/`,
    };
  return path.startsWith('spec.')
    ? { effect: 'update', reason: 'how Argo CD syncs the Application', source: guide }
    : undefined;
}

function automation(path: string, from: Json | undefined, to: Json | undefined): string {
  if (path.endsWith('.prune'))
    return to === true
      ? 'what leaves git is deleted by itself from now on'
      : 'what leaves git waits for a person from now on';
  if (path.endsWith('.selfHeal'))
    return to === true
      ? 'drift in the cluster is undone from now on'
      : 'drift in the cluster is left alone from now on';
  return to === undefined
    ? 'nothing syncs by itself any more'
    : from === undefined
      ? 'it syncs by itself from now on'
      : 'how it syncs by itself';
}

function show(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
}
