import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at } from '@aws-platform/engine/conformance';
import { every } from './readers';

/** What the document asks of DynamoDB Accelerator. */
export const dax: readonly DocumentValue[] = [
  {
    path: 'DynamoDB: DynamoDB Accelerator (DAX): Microsecond latency caching',
    value: true,
    // three, so that it answers while a node or a zone is gone
    read: (evidence) =>
      every(
        evidence.all('dax.aws.m.upbound.io/Cluster'),
        (cluster) => Number(at(cluster, 'spec.forProvider.replicationFactor')) >= 3,
      ),
  },
];
