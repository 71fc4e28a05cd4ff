import type { InUse, KindInUse } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import type { Environment } from '../../environments';
import type { PlatformChart } from '../platform-chart';
import { Ack } from './ack';
import { ArgoRollouts } from './argo-rollouts';
import { ClusterAutoscaler } from './cluster-autoscaler';
import { Crossplane } from './crossplane';
import { CrossplaneAws } from './crossplane-aws';
import { ExternalDns } from './external-dns';
import { ExternalSecretsOperator } from './external-secrets';
import { KarpenterController } from './karpenter';
import { Kro } from './kro';
import { KubePrometheusStack } from './kube-prometheus-stack';
import { LoadBalancerController } from './load-balancer-controller';
import { Monitors } from './monitors';
import { releaseOfCrd } from './releases';

/** The application of what makes everything else: charts/index.ts makes it, and the charts below stand in it. */
export const CONTROLLERS = 'controllers';

/**
 * Which of these controllers makes a kind; undefined for one that Kubernetes, the bootstrap or another chart brings.
 */
type Owner =
  | 'ack'
  | 'argo-rollouts'
  | 'crossplane'
  | 'external-secrets'
  | 'karpenter'
  | 'kro'
  | 'load-balancer-controller'
  | 'prometheus-operator'
  | undefined;

const OWNERS: readonly (readonly [groups: RegExp, owner: Owner])[] = [
  [/^[a-z0-9]+\.services\.k8s\.aws$/, 'ack'],
  [/^argoproj\.io$/, 'argo-rollouts'],
  [/^(?:[a-z0-9]+\.)?aws\.m\.upbound\.io$/, 'crossplane'],
  [/^(?:generators\.)?external-secrets\.io$/, 'external-secrets'],
  [/^karpenter\.(?:sh|k8s\.aws)$/, 'karpenter'],
  [/^kro\.run$/, 'kro'],
  [/^elbv2\.k8s\.aws$/, 'load-balancer-controller'],
  [/^monitoring\.coreos\.com$/, 'prometheus-operator'],
];

/** Kinds whose CRDs are in the cluster before this: Argo CD's, and those of the EKS add-on snapshot-controller. */
const BOOTSTRAPPED = /^(?:argoproj\.io\/(?:Application|AppProject)|snapshot\.storage\.k8s\.io\/.*)$/;

/**
 * The controllers that an environment's objects need, derived from their kinds, and none besides. Throws where a kind
 * has none. Needed by nothing, and therefore not here: cert-manager (External Secrets, Crossplane and the load balancer
 * controller make their webhooks' certificates themselves; AWS's come from ACM).
 */
export function controllers(scope: Construct, environment: Environment, inUse: InUse): PlatformChart[] {
  const application = scope.node.findChild(CONTROLLERS);
  const of = (owner: Owner) => inUse.kinds.filter((kind) => ownerOf(kind) === owner);
  for (const kind of of(undefined)) requireInstalled(kind, inUse);
  const ack = of('ack');
  const crossplane = of('crossplane');
  const argoRollouts = of('argo-rollouts');
  const externalSecrets = of('external-secrets');
  const karpenter = of('karpenter');
  const kro = of('kro');
  const has = (wanted: string) => inUse.kinds.some(({ group, kind }) => `${group}/${kind}` === wanted);

  const charts: PlatformChart[] = [];
  if (ack.length > 0) charts.push(new Ack(application, 'ack', environment, { kinds: ack }));
  if (argoRollouts.length > 0)
    charts.push(new ArgoRollouts(application, 'argo-rollouts', environment, { kinds: argoRollouts }));
  if (crossplane.length > 0) {
    const release = releaseOfCrd(inUse, 'providers.pkg.crossplane.io');
    charts.push(new Crossplane(application, 'crossplane', environment, { release }));
    charts.push(new CrossplaneAws(application, 'crossplane-aws', environment, { kinds: crossplane }));
  }
  if (externalSecrets.length > 0)
    charts.push(new ExternalSecretsOperator(application, 'external-secrets', environment, { kinds: externalSecrets }));
  if (kro.length > 0)
    charts.push(
      new Kro(application, 'kro', environment, {
        kinds: [...kro, ...inUse.kinds.filter((kind) => kind.kro.makes || kind.kro.reads || kind.kro.serves)],
      }),
    );
  // EKS makes a node group, but nobody there decides its size
  if (has('eks.services.k8s.aws/Nodegroup'))
    charts.push(new ClusterAutoscaler(application, 'cluster-autoscaler', environment));
  if (karpenter.length > 0)
    charts.push(new KarpenterController(application, 'karpenter', environment, { kinds: karpenter }));
  if (of('load-balancer-controller').length > 0 || has('networking.k8s.io/Ingress')) {
    const release = releaseOfCrd(inUse, 'ingressclassparams.elbv2.k8s.aws');
    charts.push(new LoadBalancerController(application, 'load-balancer-controller', environment, { release }));
  }
  if (inUse.ingressHosts.length > 0) charts.push(new ExternalDns(application, 'external-dns', environment, inUse));
  const monitoring = of('prometheus-operator');
  if (monitoring.length > 0) {
    charts.push(
      new KubePrometheusStack(application, 'kube-prometheus-stack', environment, {
        kinds: monitoring,
        inUse: inUse.kinds,
      }),
    );
    // of all charts, so the last one
    charts.push(new Monitors(application, 'monitors', environment));
  }
  return charts;
}

function ownerOf({ group, kind }: KindInUse): Owner {
  if (BOOTSTRAPPED.test(`${group}/${kind}`)) return undefined;
  return OWNERS.find(([groups]) => groups.test(group))?.[1];
}

function requireInstalled({ group, kind, plural, example, kro, release }: KindInUse, { installed }: InUse): void {
  const isCustom = release !== undefined || kro.serves || (group.includes('.') && !group.endsWith('.k8s.io'));
  if (!isCustom || kro.serves || BOOTSTRAPPED.test(`${group}/${kind}`)) return;
  if (installed.has(group) || installed.has(`${plural}.${group}`)) return;
  throw new Error(
    `${example}: ${group}/${kind} has no controller: charts/controllers/index.ts knows none of its group, and no HelmApplication installs its CRD`,
  );
}
