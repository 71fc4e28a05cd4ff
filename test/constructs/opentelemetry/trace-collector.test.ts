import { TraceCollector } from '../../../constructs/opentelemetry/trace-collector';
import { chart, wired } from '../scope';

describe('TraceCollector', () => {
  test('GIVEN another configuration WHEN the collector is made THEN its Pods are made anew', () => {
    const checksum = (change: object) => {
      const scope = chart(change);
      new TraceCollector(scope, 'traces', { replicas: 1 });
      return JSON.stringify(wired(scope)['Deployment traces']!.spec).match(/checksum\/configuration":"(\w+)/)?.[1];
    };
    expect(checksum({})).toBe(checksum({}));
    expect(checksum({ region: 'eu-west-1' })).not.toBe(checksum({}));
  });

  test('GIVEN no collector WHEN it is made THEN it is refused', () => {
    expect(() => new TraceCollector(chart(), 'traces', { replicas: 0 })).toThrow(/replicas is 0/);
  });
});
