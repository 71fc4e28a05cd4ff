import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { DataStream } from '../../../constructs/kinesis/stream';
import { chart } from '../scope';

const stream = (scope: PlatformChart, change: object = {}) => new DataStream(scope, 'stream', { shards: 1, ...change });

describe('DataStream', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a stream without shards', (scope) => stream(scope, { shards: 0 }), 'from 1 to 10000'],
    ['records kept for an hour', (scope) => stream(scope, { retention: Duration.hours(1) }), 'from 24 to 8760 h'],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
