import type { KindInUse } from '@aws-platform/engine/aws';
import { EXTERNAL_SECRETS } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf, versionOf } from './releases';

const IMAGE = 'ghcr.io/external-secrets/external-secrets';

/**
 * https://github.com/external-secrets/external-secrets/blob/helm-chart-2.9.0/deploy/charts/external-secrets/values.yaml;
 * its Pods meet Pod Security restricted by themselves.
 */
interface ExternalSecretsValues extends Program {
  readonly installCRDs: boolean;
  readonly crds: Switches<
    | 'createClusterExternalSecret'
    | 'createClusterGenerator'
    | 'createClusterPushSecret'
    | 'createClusterSecretStore'
    | 'createPushSecret'
    | 'createSecretStore'
  >;
  readonly leaderElect: boolean;
  readonly processClusterExternalSecret: boolean;
  readonly processClusterGenerator: boolean;
  readonly processClusterPushSecret: boolean;
  readonly processSecretStore: boolean;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly rbac: Switches<'aggregateToAdmin' | 'aggregateToEdit' | 'aggregateToView' | 'serviceAccountTokenCreate'>;
  readonly webhook: Program & { readonly failurePolicy: 'Fail' | 'Ignore' };
  readonly certController: Program;
}

interface Program {
  readonly replicaCount: number;
  readonly priorityClassName: string;
  readonly image: { readonly repository: string; readonly tag: string };
  readonly resources: ContainerResources;
  readonly podDisruptionBudget: { readonly enabled: boolean; readonly minAvailable: number };
  readonly metrics: { readonly service: { readonly enabled: boolean } };
}

type Switches<Name extends string> = Readonly<Record<Name, boolean>>;

export interface ExternalSecretsOperatorProps {
  /** Those of its groups. */
  readonly kinds: readonly KindInUse[];
}

/** External Secrets, which copies values between Secrets Manager and Secrets. */
export class ExternalSecretsOperator extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: ExternalSecretsOperatorProps) {
    super(scope, id, environment);
    const { namespace, serviceAccount } = EXTERNAL_SECRETS;
    const project = new HelmProject(this, 'helm-external-secrets', {
      description: 'External Secrets, which copies values between Secrets Manager and Secrets',
      clusterKinds: [
        'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: [
        '/Secret',
        '/Service',
        '/ServiceAccount',
        'apps/Deployment',
        'policy/PodDisruptionBudget',
        'rbac.authorization.k8s.io/Role',
        'rbac.authorization.k8s.io/RoleBinding',
      ],
    });
    const release = releaseOf(kinds, 'external-secrets/external-secrets');
    const replicas = environment.controllers.webhookReplicas;
    const program = (replicaCount: number, memory: { readonly request: string; readonly limit: string }): Program => ({
      replicaCount,
      priorityClassName: PLATFORM_CRITICAL,
      image: { repository: IMAGE, tag: release.tag },
      resources: containerResources(this.node.path, { request: '25m', limit: '250m' }, memory),
      podDisruptionBudget: { enabled: replicaCount > 1, minAvailable: 1 },
      metrics: { service: { enabled: true } },
    });
    new HelmApplication<ExternalSecretsValues>(this, 'external-secrets', {
      project,
      chart: {
        repository: 'https://charts.external-secrets.io',
        name: 'external-secrets',
        version: versionOf(release),
      },
      namespace,
      crds: { from: 'chart', installs: ['external-secrets.io', 'generators.external-secrets.io'] },
      metrics: { endpoints: [{ port: 'metrics' }] },
      values: {
        ...program(1, { request: '64Mi', limit: '256Mi' }),
        installCRDs: true,
        crds: {
          createClusterExternalSecret: false,
          createClusterGenerator: false,
          createClusterPushSecret: false,
          createClusterSecretStore: true,
          createPushSecret: true,
          createSecretStore: true,
        },
        leaderElect: true,
        processClusterExternalSecret: false,
        processClusterGenerator: false,
        processClusterPushSecret: false,
        // one store for the cluster, which says who may use it
        processSecretStore: false,
        serviceAccount: { create: true, name: serviceAccount },
        rbac: {
          // who may look at namespaces may not for that reason look at what the stores reach
          aggregateToAdmin: false,
          aggregateToEdit: false,
          aggregateToView: false,
          // only for stores that act as other service accounts
          serviceAccountTokenCreate: false,
        },
        webhook: { ...program(replicas, { request: '32Mi', limit: '128Mi' }), failurePolicy: 'Fail' },
        certController: program(1, { request: '64Mi', limit: '256Mi' }),
      },
    });
  }
}
