import type { InUse } from '@aws-platform/engine/aws';
import { EXTERNAL_DNS } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { tagWithDigest } from '../../constructs/kubernetes/image-digests';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/**
 * https://github.com/kubernetes-sigs/external-dns/tree/external-dns-helm-chart-1.21.1/charts/external-dns, which has
 * v0.21.0.
 */
const CHART = {
  repository: 'https://kubernetes-sigs.github.io/external-dns',
  name: 'external-dns',
  version: '1.21.1',
} as const;

const IMAGE = { repository: 'registry.k8s.io/external-dns/external-dns', tag: 'v0.21.0' } as const;

/** Of that chart's values.yaml; its Pods meet Pod Security restricted by themselves. */
interface ExternalDnsValues {
  readonly image: { readonly repository: string; readonly tag: string };
  readonly provider: { readonly name: 'aws' };
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly sources: readonly ('ingress' | 'service')[];
  readonly policy: 'create-only' | 'sync' | 'upsert-only';
  readonly registry: 'txt';
  readonly txtOwnerId: string;
  readonly txtPrefix: string;
  readonly domainFilters: readonly string[];
  readonly managedRecordTypes: readonly ('A' | 'AAAA' | 'CNAME')[];
  readonly extraArgs: Readonly<Record<string, string>>;
  readonly priorityClassName: string;
  readonly logFormat: 'json' | 'text';
  readonly resources: ContainerResources;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
}

/**
 * ExternalDNS, which writes the addresses of Ingresses' hosts into the platform's public zone. All other records are in
 * git.
 */
export class ExternalDns extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { ingressHosts }: Pick<InUse, 'ingressHosts'>) {
    super(scope, id, environment);
    const { namespace, serviceAccount } = EXTERNAL_DNS;
    const { edge, outputs, region } = environment;
    for (const { host, example } of ingressHosts)
      if (host !== edge.zone && !host.endsWith(`.${edge.zone}`))
        throw new Error(`${example}: host ${host} lies outside the zone ${edge.zone}, so nobody writes its address`);
    const project = new HelmProject(this, 'helm-external-dns', {
      description: "ExternalDNS, which writes the addresses of Ingresses' hosts",
      clusterKinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
      namespacedKinds: ['/Service', '/ServiceAccount', 'apps/Deployment'],
    });
    new HelmApplication<ExternalDnsValues>(this, 'external-dns', {
      project,
      chart: CHART,
      namespace,
      // DNSEndpoint is its only kind; Ingresses carry no finalizer of it
      crds: { from: 'nobody' },
      metrics: { endpoints: [{ port: 'http' }] },
      values: {
        image: { ...IMAGE, tag: tagWithDigest(IMAGE.repository, IMAGE.tag) },
        provider: { name: 'aws' },
        env: [{ name: 'AWS_REGION', value: region }],
        sources: ['ingress'],
        // it deletes no record: an address that is gone is a person's to take away
        policy: 'upsert-only',
        registry: 'txt',
        // another cluster's records stay its own
        txtOwnerId: outputs.clusterName,
        txtPrefix: 'external-dns-',
        domainFilters: [edge.zone],
        managedRecordTypes: ['A', 'AAAA', 'CNAME'],
        extraArgs: { 'aws-zone-type': 'public' },
        priorityClassName: PLATFORM_CRITICAL,
        logFormat: 'json',
        resources: containerResources(
          this.node.path,
          { request: '10m', limit: '100m' },
          { request: '64Mi', limit: '128Mi' },
        ),
        serviceAccount: { create: true, name: serviceAccount },
      },
    });
  }
}
