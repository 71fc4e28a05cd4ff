import { ackController, byGroup, type KindInUse } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { AWS_NAMESPACE } from '../../constructs/core/aws-namespace';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf, versionOf } from './releases';

/** https://gallery.ecr.aws/aws-controllers-k8s */
const REGISTRY = 'public.ecr.aws/aws-controllers-k8s';

/**
 * Of every ACK chart: https://github.com/aws-controllers-k8s/sqs-controller/blob/v1.6.1/helm/values.yaml. Its Pods meet
 * Pod Security restricted by themselves.
 */
interface AckValues {
  readonly fullnameOverride: string;
  readonly image: { readonly repository: string; readonly tag: string; readonly pullPolicy: 'IfNotPresent' };
  readonly aws: { readonly region: string };
  readonly installScope: 'cluster' | 'namespace';
  readonly watchNamespace: string;
  readonly deletionPolicy: 'delete' | 'retain';
  readonly enableCARM: boolean;
  /** Without effect in the charts of acm v1.3.4 and prometheusservice v1.4.3, which do not have it yet. */
  readonly enableCrossNamespace: boolean;
  readonly featureGates: Readonly<
    Record<'IAMRoleSelector' | 'ReadOnlyResources' | 'ResourceAdoption' | 'ServiceLevelCARM' | 'TeamLevelCARM', boolean>
  >;
  readonly deployment: { readonly priorityClassName: string };
  readonly leaderElection: { readonly enabled: boolean };
  readonly log: { readonly level: 'debug' | 'info' | 'error' };
  readonly metrics: { readonly service: { readonly create: boolean; readonly type: 'ClusterIP' } };
  readonly resources: ContainerResources;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
}

export interface AckProps {
  /** Those of ACK's groups. */
  readonly kinds: readonly KindInUse[];
}

/** ACK's controllers: one of each service that has objects, at the release of its CRDs. */
export class Ack extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: AckProps) {
    super(scope, id, environment);
    const project = new HelmProject(this, 'helm-ack', {
      description: 'Controllers of ACK, which make most AWS objects',
      clusterKinds: [
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: [
        '/Service',
        '/ServiceAccount',
        'apps/Deployment',
        'rbac.authorization.k8s.io/Role',
        'rbac.authorization.k8s.io/RoleBinding',
      ],
    });
    // the charts make Roles where the objects are
    project.allowNamespace(AWS_NAMESPACE);
    for (const [group, own] of byGroup(kinds)) this.controller(project, group, own);
  }

  private controller(project: HelmProject, group: string, kinds: readonly KindInUse[]): void {
    for (const { kind, example, namespaces } of kinds)
      for (const namespace of namespaces)
        if (namespace !== AWS_NAMESPACE)
          throw new Error(
            `${example}: ${group}/${kind} is in ${namespace}, but ACK's controllers look at ${AWS_NAMESPACE} only`,
          );
    const service = group.slice(0, group.indexOf('.'));
    const source = `aws-controllers-k8s/${service}-controller`;
    const release = releaseOf(kinds, source);
    const version = versionOf(release);
    const { namespace, serviceAccount } = ackController(service);
    const name = `ack-${service}`;
    new HelmApplication<AckValues>(this, name, {
      project,
      chart: { repository: REGISTRY, name: `${service}-chart`, version },
      namespace,
      // every chart brings ACK's common CRDs too (FieldExport, IAMRoleSelector), which nobody uses and a controller
      // starts without: https://github.com/aws-controllers-k8s/community/issues/2018
      crds: {
        from: 'git',
        installs: [group],
        repository: `https://github.com/${source}`,
        revision: release.tag,
        folder: release.folder,
        include: `${group}_*.yaml`,
      },
      metrics: { monitor: 'ack', endpoints: [{ port: 'http' }] },
      values: {
        fullnameOverride: serviceAccount,
        image: { repository: `${REGISTRY}/${service}-controller`, tag: version, pullPolicy: 'IfNotPresent' },
        aws: { region: this.environment.region },
        installScope: 'namespace',
        watchNamespace: AWS_NAMESPACE,
        // constructs say for each object that has data that it is retained: docs/adr/0002-one-namespace.md
        deletionPolicy: 'delete',
        // one account and one namespace: neither is reached across
        enableCARM: false,
        enableCrossNamespace: false,
        featureGates: {
          IAMRoleSelector: false,
          ReadOnlyResources: true,
          // a new cluster takes over what an old one made
          ResourceAdoption: true,
          ServiceLevelCARM: false,
          TeamLevelCARM: false,
        },
        deployment: { priorityClassName: PLATFORM_CRITICAL },
        // a new Pod waits until the old one has gone
        leaderElection: { enabled: true },
        log: { level: 'info' },
        metrics: { service: { create: true, type: 'ClusterIP' } },
        resources: containerResources(
          `${this.node.path}/${name}`,
          { request: '50m', limit: '250m' },
          { request: '64Mi', limit: '256Mi' },
        ),
        serviceAccount: { create: true, name: serviceAccount },
      },
    });
  }
}
