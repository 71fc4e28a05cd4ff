import type { KindInUse } from '@aws-platform/engine/aws';
import { ARGO_ROLLOUTS, arnFor, BOOTSTRAP_PATH } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { tagWithDigest } from '../../constructs/kubernetes/image-digests';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf } from './releases';

/** https://github.com/argoproj/argo-helm/tree/argo-rollouts-2.41.0/charts/argo-rollouts, which has v1.9.0. */
const CHART = {
  repository: 'https://argoproj.github.io/argo-helm',
  name: 'argo-rollouts',
  version: '2.41.0',
} as const;

const NAME = CHART.name;

/** Of that chart's values.yaml; its Pods meet Pod Security restricted by themselves. */
interface ArgoRolloutsValues {
  readonly installCRDs: boolean;
  readonly createClusterAggregateRoles: boolean;
  readonly controller: {
    readonly image: { readonly tag: string };
    readonly replicas: number;
    readonly priorityClassName: string;
    readonly logging: { readonly format: 'json' | 'text' };
    readonly awsVerifyTargetGroup: boolean;
    readonly extraEnv: readonly { readonly name: string; readonly value: string }[];
    readonly metrics: { readonly enabled: boolean };
    readonly readinessProbe: {
      readonly httpGet: { readonly path: string; readonly port: 'healthz' };
      readonly periodSeconds: number;
    };
    readonly pdb: { readonly enabled: boolean; readonly maxUnavailable: number };
    readonly topologySpreadConstraints: readonly {
      readonly maxSkew: number;
      readonly topologyKey: string;
      readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
    }[];
    readonly resources: ContainerResources;
  };
  readonly serviceAccount: {
    readonly create: boolean;
    readonly name: string;
    readonly annotations: Readonly<Record<'eks.amazonaws.com/role-arn', string>>;
  };
  readonly providerRBAC: {
    readonly enabled: boolean;
    readonly providers: Readonly<
      Record<
        | 'ambassador'
        | 'apisix'
        | 'awsAppMesh'
        | 'awsLoadBalancerController'
        | 'contour'
        | 'gatewayAPI'
        | 'glooPlatform'
        | 'istio'
        | 'smi'
        | 'traefik',
        boolean
      >
    >;
  };
  readonly dashboard: { readonly enabled: boolean };
}

export interface ArgoRolloutsProps {
  /** Those of its group that are not Argo CD's. */
  readonly kinds: readonly KindInUse[];
}

/** Argo Rollouts, which releases workloads in two stacks and asks metrics before it switches. */
export class ArgoRollouts extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: ArgoRolloutsProps) {
    super(scope, id, environment);
    const { namePrefix, region } = environment;
    const { namespace, serviceAccount } = ARGO_ROLLOUTS;
    const project = new HelmProject(this, `helm-${NAME}`, {
      description: 'Argo Rollouts, which releases workloads in two stacks',
      clusterKinds: [
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: ['/ConfigMap', '/Service', '/ServiceAccount', 'apps/Deployment', 'policy/PodDisruptionBudget'],
    });
    const { tag } = releaseOf(kinds, 'argoproj/argo-rollouts');
    new HelmApplication<ArgoRolloutsValues>(this, NAME, {
      project,
      chart: CHART,
      namespace,
      // the controller starts only when all five are there; the chart's are those of the release that it was made for
      crds: {
        from: 'git',
        installs: ['analysisruns', 'analysistemplates', 'clusteranalysistemplates', 'experiments', 'rollouts'].map(
          (plural) => `${plural}.argoproj.io`,
        ),
        repository: 'https://github.com/argoproj/argo-rollouts',
        revision: tag,
        folder: 'manifests/crds',
        include: '*-crd.yaml',
      },
      metrics: { endpoints: [{ port: 'metrics' }] },
      values: {
        installCRDs: false,
        // who may look at a namespace or change it may not for that reason promote what runs in it
        createClusterAggregateRoles: false,
        controller: {
          // its repository is the chart's:
          // https://github.com/argoproj/argo-helm/blob/main/charts/argo-rollouts/values.yaml
          image: { tag: tagWithDigest('quay.io/argoproj/argo-rollouts', tag) },
          // when an analysis fails, the way back must not wait for a node: the second one takes over within seconds
          replicas: 2,
          priorityClassName: PLATFORM_CRITICAL,
          logging: { format: 'json' },
          // of the Pods that a promotion has moved to, the load balancer's target group must know before the old ones
          // go
          awsVerifyTargetGroup: true,
          extraEnv: [{ name: 'AWS_REGION', value: region }],
          metrics: { enabled: true },
          // the chart's looks at all metrics every five seconds; upstream took that away:
          // https://github.com/argoproj/argo-rollouts/pull/4704
          readinessProbe: { httpGet: { path: '/healthz', port: 'healthz' }, periodSeconds: 10 },
          pdb: { enabled: true, maxUnavailable: 1 },
          topologySpreadConstraints: [
            { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
          ],
          resources: containerResources(
            this.node.path,
            { request: '50m', limit: '500m' },
            { request: '128Mi', limit: '512Mi' },
          ),
        },
        serviceAccount: {
          create: true,
          name: serviceAccount,
          // of the bootstrap: bootstrap/iam/tables/argo-rollouts.ts
          annotations: {
            'eks.amazonaws.com/role-arn': arnFor(
              'iam.services.k8s.aws/Role',
              `${namePrefix}${serviceAccount}`,
              environment,
              { path: BOOTSTRAP_PATH },
            ),
          },
        },
        providerRBAC: {
          enabled: true,
          providers: {
            ambassador: false,
            apisix: false,
            awsAppMesh: false,
            // it reads TargetGroupBindings
            awsLoadBalancerController: true,
            contour: false,
            gatewayAPI: false,
            glooPlatform: false,
            istio: false,
            smi: false,
            traefik: false,
          },
        },
        dashboard: { enabled: false },
      },
    });
  }
}
