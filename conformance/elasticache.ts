import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every } from './readers';

const SERVICE = 'elasticache.services.k8s.aws';
const isTrueOfAll = (holds: (group: Manifest, evidence: Evidence) => boolean) => (evidence: Evidence) =>
  every(evidence.all(`${SERVICE}/ReplicationGroup`), (group) => holds(group, evidence));
const hasReplicas = (group: Manifest) => Number(at(group, 'spec.replicasPerNodeGroup')) > 0;

function isClusterMode(group: Manifest, evidence: Evidence): boolean {
  const name = String(at(group, 'spec.cacheParameterGroupRef.from.name'));
  const parameters = evidence.field(`${SERVICE}/CacheParameterGroup`, name, 'spec.parameterNameValues');
  return ((parameters ?? []) as { parameterName: string; parameterValue: string }[]).some(
    ({ parameterName, parameterValue }) => parameterName === 'cluster-enabled' && parameterValue === 'yes',
  );
}

/** What the document asks of ElastiCache. */
export const elasticache: readonly DocumentValue[] = [
  {
    path: 'ElastiCache: Redis Cluster Mode: Horizontal scaling',
    value: true,
    read: isTrueOfAll(
      (group, evidence) =>
        at(group, 'spec.engine') === 'redis' &&
        isClusterMode(group, evidence) &&
        Number(at(group, 'spec.numNodeGroups')) > 1,
    ),
  },
  {
    path: 'ElastiCache: Redis Cluster Mode: high availability',
    value: true,
    read: isTrueOfAll((group) => at(group, 'spec.multiAZEnabled') === true && hasReplicas(group)),
  },
  {
    path: 'ElastiCache: Automatic Failover',
    value: true,
    read: isTrueOfAll((group) => at(group, 'spec.automaticFailoverEnabled') === true && hasReplicas(group)),
  },
  {
    path: 'ElastiCache: Backup and Restore',
    value: true,
    read: isTrueOfAll((group) => Number(at(group, 'spec.snapshotRetentionLimit')) > 0),
  },
  {
    path: 'ElastiCache: Security: VPC isolation',
    value: true,
    read: isTrueOfAll(
      (group) =>
        at(group, 'spec.cacheSubnetGroupRef') !== undefined && at(group, 'spec.securityGroupRefs[0]') !== undefined,
    ),
  },
  {
    path: 'ElastiCache: Security: encryption',
    value: true,
    read: isTrueOfAll(
      (group) =>
        at(group, 'spec.atRestEncryptionEnabled') === true && at(group, 'spec.transitEncryptionEnabled') === true,
    ),
  },
];
