import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { DeliveryStream } from '../../../constructs/firehose/delivery-stream';
import { DataStream } from '../../../constructs/kinesis/stream';
import { arnOf } from '../../../packages/engine/src/aws/physical';
import { chart, manifests } from '../scope';

const BUCKET = 'arn:aws:s3:::logs';
const stream = (scope: PlatformChart, change: object = {}) => new DataStream(scope, 'stream', { shards: 1, ...change });
const delivery = (scope: PlatformChart, change: object = {}) =>
  new DeliveryStream(scope, 'delivery', { from: stream(scope), bucketArn: BUCKET, prefix: 'logs/', ...change });

describe('DeliveryStream', () => {
  test('GIVEN a stream and a delivery WHEN they are made by Cloud Control THEN their ARNs are known before', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn } = stream(scope);
    expect(arn).toBe('arn:aws:kinesis:us-east-1:123456789012:stream/staging-stream');
    expect(arnOf(manifests(scope)['stream']!, scope.environment)).toBe(arn);
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a delivery every hour', (scope) => delivery(scope, { interval: Duration.hours(1) }), 'from 0 to 900 s'],
    ['objects of 256 MiB', (scope) => delivery(scope, { sizeMiB: 256 }), 'from 1 to 128 MiB'],
    ['a prefix without an end', (scope) => delivery(scope, { prefix: 'logs' }), 'that end in a slash'],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
