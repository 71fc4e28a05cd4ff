import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Tree } from '@aws-platform/engine/conformance';

const INSTANCE = 'dms.aws.m.upbound.io/ReplicationInstance';
const ENDPOINT = 'dms.aws.m.upbound.io/Endpoint';
const TASK = 'dms.aws.m.upbound.io/ReplicationTask';

const task = (tree: Tree, field: string) => tree.field(TASK, 'platform-migration', `spec.forProvider.${field}`);

/** What the document asks of DMS. */
export const dms: readonly DocumentValue[] = [
  {
    path: 'DMS: Continuous Replication',
    value: 'running',
    read: (tree) => {
      const started = task(tree, 'startReplicationTask');
      return started === undefined ? undefined : started ? 'running' : 'prepared';
    },
    deviation: {
      chosen: 'prepared',
      because:
        'AWS starts a task only after both connections were tested with success, which needs the values of the secrets: a person does both, and then sets dms.started',
      source: 'https://docs.aws.amazon.com/dms/latest/APIReference/API_StartReplicationTask.html',
    },
  },
  {
    path: 'DMS: Minimal Downtime',
    value: true,
    read: (tree) =>
      task(tree, 'migrationType') === 'full-load-and-cdc' &&
      tree.field(INSTANCE, 'platform-replication', 'spec.forProvider.multiAz') === true,
  },
  {
    path: 'DMS: Multi-Engine Support',
    value: true,
    read: (tree) => new Set(tree.all(ENDPOINT).map(({ spec }) => at(spec, 'forProvider.engineName'))).size > 1,
  },
  {
    path: 'DMS: Change Data Capture',
    value: true,
    read: (tree) => String(task(tree, 'migrationType')).endsWith('cdc'),
  },
];
