import type { UpstreamRelease } from '@aws-platform/engine/aws';
import { LOAD_BALANCER_CONTROLLER } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PodNetwork } from '../../constructs/kubernetes/pod-network';
import { RESTRICTED_CONTAINER, type RestrictedContainer } from '../../constructs/kubernetes/security-context';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { versionOf } from './releases';

const NAME = 'aws-load-balancer-controller';

/**
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/helm/aws-load-balancer-controller/values.yaml
 */
interface LoadBalancerControllerValues {
  readonly image: { readonly repository: string; readonly tag: string };
  readonly replicaCount: number;
  readonly podDisruptionBudget: { readonly maxUnavailable: number };
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly createIngressClassResource: boolean;
  readonly ingressClassParams: { readonly create: boolean };
  readonly disableIngressClassAnnotation: boolean;
  readonly defaultTargetType: 'instance' | 'ip';
  readonly defaultLoadBalancerScheme: 'internal' | 'internet-facing';
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly enableShield: boolean;
  readonly enableWaf: boolean;
  readonly enableWafv2: boolean;
  readonly enableCertManager: boolean;
  readonly enableServiceMutatorWebhook: boolean;
  readonly controllerConfig: {
    readonly featureGates: Readonly<
      Record<'ALBGatewayAPI' | 'EnableServiceController' | 'GlobalAcceleratorController' | 'NLBGatewayAPI', boolean>
    >;
  };
  readonly podSecurityContext: {
    readonly fsGroup: number;
    readonly runAsNonRoot: true;
    readonly seccompProfile: { readonly type: 'RuntimeDefault' };
  };
  readonly securityContext: RestrictedContainer & {
    readonly runAsNonRoot: true;
  };
  readonly resources: ContainerResources;
}

export interface LoadBalancerControllerProps {
  /** Of its kinds. */
  readonly release: UpstreamRelease;
}

/** The AWS Load Balancer Controller: it makes load balancers of Ingresses, and registers Pods at target groups. */
export class LoadBalancerController extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { release }: LoadBalancerControllerProps) {
    super(scope, id, environment);
    const { controllers, outputs, region, tags } = environment;
    const { namespace, serviceAccount } = LOAD_BALANCER_CONTROLLER;
    const project = new HelmProject(this, `helm-${NAME}`, {
      description: 'The AWS Load Balancer Controller, which makes load balancers of Ingresses',
      clusterKinds: [
        'admissionregistration.k8s.io/MutatingWebhookConfiguration',
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
    new HelmApplication<LoadBalancerControllerValues>(this, NAME, {
      project,
      chart: { repository: 'https://aws.github.io/eks-charts', name: NAME, version: versionOf(release) },
      namespace,
      crds: { from: 'chart', installs: ['aga.k8s.aws', 'elbv2.k8s.aws', 'gateway.k8s.aws'] },
      // the chart makes its webhooks' certificate, for ten years, anew whenever it is rendered: the first one stays
      ignoreDifferences: [
        { kind: 'Secret', name: 'aws-load-balancer-tls', namespace, jsonPointers: ['/data'] },
        ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) => ({
          group: 'admissionregistration.k8s.io',
          kind,
          name: 'aws-load-balancer-webhook',
          jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
        })),
      ],
      metrics: { pods: { 'app.kubernetes.io/name': NAME }, endpoints: [{ port: 'metrics-server' }] },
      values: {
        image: { repository: 'public.ecr.aws/eks/aws-load-balancer-controller', tag: release.tag },
        replicaCount: controllers.webhookReplicas,
        podDisruptionBudget: { maxUnavailable: 1 },
        clusterName: outputs.clusterName,
        region,
        vpcId: outputs.vpcId,
        serviceAccount: { create: true, name: serviceAccount },
        // the platform's own, with their certificate, firewall and access log
        createIngressClassResource: false,
        ingressClassParams: { create: false },
        disableIngressClassAnnotation: true,
        defaultTargetType: 'ip',
        defaultLoadBalancerScheme: 'internal',
        defaultTags: tags,
        enableShield: environment.security.shield,
        enableWaf: false,
        enableWafv2: true,
        enableCertManager: false,
        // no Service is a load balancer: the webhook would keep all of them from being made while it is away
        enableServiceMutatorWebhook: false,
        controllerConfig: {
          featureGates: {
            ALBGatewayAPI: false,
            EnableServiceController: false,
            GlobalAcceleratorController: false,
            NLBGatewayAPI: false,
          },
        },
        podSecurityContext: { fsGroup: 65_534, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        securityContext: {
          ...RESTRICTED_CONTAINER,
          runAsNonRoot: true,
        },
        resources: containerResources(
          this.node.path,
          { request: '100m', limit: '500m' },
          { request: '128Mi', limit: '384Mi' },
        ),
      },
    });
    new PodNetwork(this, 'network', {
      name: NAME,
      namespace,
      pods: { 'app.kubernetes.io/name': NAME },
      webhookPorts: [9_443],
    });
  }
}
