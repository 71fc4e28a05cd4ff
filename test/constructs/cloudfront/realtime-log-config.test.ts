import type { PlatformChart } from '../../../charts/platform-chart';
import { RealtimeLog } from '../../../constructs/cloudfront/realtime-log-config';
import { DataStream } from '../../../constructs/kinesis/stream';
import { chart, manifests } from '../scope';

const stream = (scope: PlatformChart, change: object = {}) => new DataStream(scope, 'stream', { shards: 1, ...change });

describe('RealtimeLog', () => {
  test('GIVEN a log WHEN it is made THEN CloudFront may write to this stream, and cookies and queries stay out', () => {
    const scope = chart();
    new RealtimeLog(scope, 'log', { to: stream(scope), samplingPercent: 5 });
    const { log, 'log-cloudfront': role } = manifests(scope);
    expect(log!.spec['forProvider']).toMatchObject({ samplingRate: 5 });
    expect(
      (log!.spec['forProvider'] as { fields: string[] }).fields.filter((one) => /cookie|query|headers/.test(one)),
    ).toEqual([]);
    expect(JSON.stringify(role!.spec['inlinePolicies'])).toContain('stream/stream');
  });

  test('GIVEN a sample of nothing THEN it is refused', () => {
    const scope = chart();
    expect(() => new RealtimeLog(scope, 'log', { to: stream(scope), samplingPercent: 0 })).toThrow('from 1 to 100');
  });
});
