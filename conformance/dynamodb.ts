import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every } from './readers';

const ACK = 'dynamodb.services.k8s.aws/Table';
const CROSSPLANE = 'dynamodb.aws.m.upbound.io/Table';
const TARGET = 'applicationautoscaling.services.k8s.aws/ScalableTarget';
const POLICY = 'applicationautoscaling.services.k8s.aws/ScalingPolicy';

const DIMENSIONS = ['dynamodb:table:ReadCapacityUnits', 'dynamodb:table:WriteCapacityUnits'];

/** Whether a table's reads and writes follow their use. */
function isScaled(evidence: Evidence, table: Manifest): boolean {
  return every(DIMENSIONS, (dimension) =>
    [TARGET, POLICY].every((kind) =>
      evidence
        .all(kind)
        .some(
          ({ spec }) =>
            at(spec, 'resourceID') === `table/${table.metadata.name}` && at(spec, 'scalableDimension') === dimension,
        ),
    ),
  );
}

/** What the document asks of DynamoDB. */
export const dynamodb: readonly DocumentValue[] = [
  {
    path: 'LambdaFunctions.EventProcessor.Events.DynamoDB',
    value: 'user-table',
    read: (evidence) =>
      [...evidence.all(CROSSPLANE), ...evidence.all(ACK)].find(
        ({ metadata, spec }) =>
          metadata.name === 'user-table' &&
          (at(spec, 'forProvider.streamViewType') ?? at(spec, 'streamSpecification.streamViewType')) ===
            'NEW_AND_OLD_IMAGES',
      )?.metadata.name,
  },
  {
    path: 'DynamoDB: Global Tables',
    value: ['us-west-2'],
    read: (evidence) => {
      const replicas = at(evidence.find(CROSSPLANE, 'user-table'), 'spec.forProvider.replica');
      return Array.isArray(replicas) ? replicas.map((replica) => at(replica, 'regionName')) : undefined;
    },
  },
  {
    path: 'DynamoDB: Auto Scaling',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(CROSSPLANE).filter(({ spec }) => at(spec, 'forProvider.billingMode') === 'PROVISIONED'),
        (table) => isScaled(evidence, table),
      ),
  },
  {
    path: 'DynamoDB: Point-in-Time Recovery',
    value: true,
    read: (evidence) =>
      every(
        [...evidence.all(ACK), ...evidence.all(CROSSPLANE)],
        ({ spec }) =>
          at(spec, 'continuousBackups.pointInTimeRecoveryEnabled') === true ||
          at(spec, 'forProvider.pointInTimeRecovery.enabled') === true,
      ),
  },
];
