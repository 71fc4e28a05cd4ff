import { argocdHost } from '../constructs/argocd/names';
import type { Environment } from '../environments';
import { rbacOf, signInOf } from './access';
import { ARGOCD_INGRESS } from './ingress';
import { notificationsOf } from './notifications';

/** The chart that installs Argo CD v3.4.4: https://github.com/argoproj/argo-helm/tree/argo-cd-10.1.1/charts/argo-cd */
export const ARGOCD_CHART = {
  repository: 'https://argoproj.github.io/argo-helm',
  name: 'argo-cd',
  version: '10.1.1',
  /** Before the names of everything that it makes: argocd-server. */
  release: 'argocd',
} as const;

/** What Argo CD is told of the platform's kinds: entries of argocd-cm. */
export type Customizations = Readonly<Record<`resource.customizations${string}`, string>>;

/** Of CPU there is no limit: a repository that is read more slowly helps nobody. */
const RESOURCES = {
  controller: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  server: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } },
  // renders charts and clones the repository
  repoServer: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  notifications: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  redis: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } },
  // watches, or is done in a moment
  beside: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
} as const;

/** The chart leaves the monitors out where nobody has their CRD yet, so the bootstrap can install it first. */
const METRICS = { enabled: true, serviceMonitor: { enabled: true } };

const SPREAD = { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' };

/** On every Pod of the chart, but not on those of Redis' own chart. */
const OF_ARGO_CD = { 'app.kubernetes.io/part-of': 'argocd' };

/** The values of that chart: https://github.com/argoproj/argo-helm/blob/argo-cd-10.1.1/charts/argo-cd/values.yaml */
export function argoCdValues(environment: Environment, customizations: Customizations): object {
  const { argocd, cluster } = environment;
  const clusters = 1 + (argocd.manages?.length ?? 0);
  const isAvailable = cluster.highlyAvailableArgoCd;
  const several = { replicas: isAvailable ? 2 : 1, pdb: { enabled: isAvailable, maxUnavailable: 1 } };
  return {
    global: {
      domain: argocdHost(environment),
      networkPolicy: { create: true, defaultDenyIngress: true },
      logging: { format: 'json' },
      topologySpreadConstraints: [SPREAD],
    },
    configs: {
      cm: {
        ...signInOf(environment),
        'application.resourceTrackingMethod': 'annotation',
        'resource.respectRBAC': 'normal',
        // dist holds plain manifests, and programs come as Helm charts: what else could run code of a repository is off
        'kustomize.enable': 'false',
        'jsonnet.enable': 'false',
        ...customizations,
      },
      rbac: rbacOf(environment),
      // a reference to a Secret of External Secrets:
      // https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/webhook/#alternative
      secret: { githubSecret: '$argocd-credentials:webhookSecret' },
      params: {
        // TLS ends at the internal load balancer, and from there to the Pod it is encrypted again
        'server.insecure': false,
        'controller.diff.server.side': 'true',
        'reposerver.enable.git.submodule': 'false',
      },
    },
    // the platform synthesizes its Applications itself: docs/adr/0004-applications.md
    applicationSet: { replicas: 0 },
    dex: { enabled: false },
    // a shard is a whole cluster, the own one the first: more replicas than clusters would have nothing to do
    controller: { replicas: clusters, metrics: METRICS, resources: RESOURCES.controller },
    server: { ...several, metrics: METRICS, resources: RESOURCES.server, ingress: ARGOCD_INGRESS },
    repoServer: {
      ...several,
      metrics: METRICS,
      resources: RESOURCES.repoServer,
      // it never asks the API server, and must not be able to
      automountServiceAccountToken: false,
    },
    notifications: { ...notificationsOf(environment), metrics: METRICS, resources: RESOURCES.notifications },
    redis: { resources: RESOURCES.redis },
    redisSecretInit: { resources: RESOURCES.beside },
    'redis-ha': isAvailable ? REDIS_HA : { enabled: false },
  };
}

/**
 * Three of Redis with three proxies in front of them, each on a node of its own: the values of
 * https://github.com/DandyDeveloper/charts/blob/redis-ha-4.38.0/charts/redis-ha/values.yaml. Nobody but Argo CD comes
 * in, and only through the proxy; without these policies the denial above would shut it out too.
 */
const REDIS_HA = {
  enabled: true,
  podDisruptionBudget: { maxUnavailable: 1 },
  topologySpreadConstraints: { enabled: true },
  networkPolicy: { enabled: true },
  init: { resources: RESOURCES.beside },
  redis: { resources: RESOURCES.redis },
  sentinel: { resources: RESOURCES.beside },
  splitBrainDetection: { resources: RESOURCES.beside },
  haproxy: {
    podDisruptionBudget: { maxUnavailable: 1 },
    networkPolicy: {
      enabled: true,
      ingressRules: [{ selectors: [{ podSelector: { matchLabels: OF_ARGO_CD } }] }],
    },
    init: { resources: RESOURCES.beside },
    resources: RESOURCES.redis,
  },
};
