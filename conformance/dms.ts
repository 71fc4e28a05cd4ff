import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';

const INSTANCE = 'dms.aws.m.upbound.io/ReplicationInstance';
const ENDPOINT = 'dms.aws.m.upbound.io/Endpoint';
const TASK = 'dms.aws.m.upbound.io/ReplicationTask';

const task = (evidence: Evidence, field: string) =>
  evidence.field(TASK, 'platform-migration', `spec.forProvider.${field}`);

/** What the document asks of DMS. */
export const dms: readonly DocumentValue[] = [
  {
    path: 'DMS: Continuous Replication',
    value: 'running',
    read: (evidence) => {
      const started = task(evidence, 'startReplicationTask');
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
    read: (evidence) =>
      task(evidence, 'migrationType') === 'full-load-and-cdc' &&
      evidence.field(INSTANCE, 'platform-replication', 'spec.forProvider.multiAz') === true,
  },
  {
    path: 'DMS: Multi-Engine Support',
    value: true,
    read: (evidence) => new Set(evidence.all(ENDPOINT).map(({ spec }) => at(spec, 'forProvider.engineName'))).size > 1,
  },
  {
    path: 'DMS: Change Data Capture',
    value: true,
    read: (evidence) => String(task(evidence, 'migrationType')).endsWith('cdc'),
  },
];
