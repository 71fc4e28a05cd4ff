import type { UpstreamRelease } from '@aws-platform/engine/aws';
import { CROSSPLANE_NAMESPACE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { tagWithDigest } from '../../constructs/kubernetes/image-digests';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import { RESTRICTED_CONTAINER, type RestrictedContainer } from '../../constructs/kubernetes/security-context';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { versionOf } from './releases';

const IMAGE = 'xpkg.crossplane.io/crossplane/crossplane';

/** https://github.com/crossplane/crossplane/blob/v2.3.4/cluster/charts/crossplane/values.yaml */
interface CrossplaneValues {
  readonly image: { readonly repository: string; readonly tag: string };
  readonly replicas: number;
  readonly priorityClassName: string;
  readonly leaderElection: boolean;
  readonly provider: { readonly defaultActivations: readonly string[]; readonly packages: readonly string[] };
  readonly rbacManager: { readonly replicas: number; readonly leaderElection: boolean };
  readonly metrics: { readonly enabled: boolean };
  readonly packageCache: { readonly sizeLimit: string };
  readonly resourcesCrossplane: ContainerResources;
  readonly resourcesRBACManager: ContainerResources;
  readonly podSecurityContextCrossplane: PodSecurity;
  readonly podSecurityContextRBACManager: PodSecurity;
  readonly securityContextCrossplane: ContainerSecurity;
  readonly securityContextRBACManager: ContainerSecurity;
}

interface PodSecurity {
  readonly runAsNonRoot: true;
  readonly seccompProfile: { readonly type: 'RuntimeDefault' };
}

interface ContainerSecurity extends RestrictedContainer {
  readonly runAsUser: number;
  readonly runAsGroup: number;
}

const POD: PodSecurity = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const CONTAINER: ContainerSecurity = {
  runAsUser: 65_532,
  runAsGroup: 65_532,
  ...RESTRICTED_CONTAINER,
};

export interface CrossplaneProps {
  /** Of Crossplane's own kinds. */
  readonly release: UpstreamRelease;
}

/** Crossplane's core: it installs providers, and turns on the kinds that they may make. */
export class Crossplane extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { release }: CrossplaneProps) {
    super(scope, id, environment);
    const project = new HelmProject(this, 'helm-crossplane', {
      description: 'The core of Crossplane, which makes the AWS objects that ACK cannot',
      clusterKinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
      namespacedKinds: ['/Secret', '/Service', '/ServiceAccount', 'apps/Deployment'],
    });
    const replicas = environment.controllers.webhookReplicas;
    const where = `${this.node.path}/crossplane`;
    new HelmApplication<CrossplaneValues>(this, 'crossplane', {
      project,
      chart: {
        repository: 'https://charts.crossplane.io/stable',
        name: 'crossplane',
        version: versionOf(release),
      },
      namespace: CROSSPLANE_NAMESPACE,
      // its program installs them when it starts; those of a provider belong to the Provider
      crds: {
        from: 'chart',
        installs: ['apiextensions.crossplane.io', 'ops.crossplane.io', 'pkg.crossplane.io', 'protection.crossplane.io'],
      },
      // behind its project and namespace, and before what needs its kinds: crossplane-aws.ts
      wave: 1,
      metrics: { endpoints: [{ port: 'metrics' }] },
      values: {
        image: { repository: IMAGE, tag: tagWithDigest(IMAGE, release.tag) },
        replicas,
        priorityClassName: PLATFORM_CRITICAL,
        leaderElection: true,
        // by default every kind of every provider is on; ours are named, each by itself
        provider: { defaultActivations: [], packages: [] },
        rbacManager: { replicas: 1, leaderElection: true },
        metrics: { enabled: true },
        // some forty packages; a Pod whose cache is full is evicted
        packageCache: { sizeLimit: '512Mi' },
        resourcesCrossplane: containerResources(
          where,
          { request: '100m', limit: '1000m' },
          { request: '256Mi', limit: '1024Mi' },
        ),
        resourcesRBACManager: containerResources(
          where,
          { request: '100m', limit: '500m' },
          { request: '256Mi', limit: '512Mi' },
        ),
        podSecurityContextCrossplane: POD,
        podSecurityContextRBACManager: POD,
        securityContextCrossplane: CONTAINER,
        securityContextRBACManager: CONTAINER,
      },
    });
  }
}
