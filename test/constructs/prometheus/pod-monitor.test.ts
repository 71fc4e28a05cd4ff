import { PodMonitor } from '../../../constructs/prometheus/pod-monitor';
import { chart, manifests } from '../scope';

const monitor = (change: object) => () =>
  new PodMonitor(chart(), 'web', { namespace: 'web', endpoints: [{ port: 'metrics' }], ...change });

describe('PodMonitor', () => {
  test('GIVEN a number in place of a name WHEN a port is watched THEN it is asked by its number', () => {
    const scope = chart();
    new PodMonitor(scope, 'web', { namespace: 'web', endpoints: [{ port: 8_085, drop: 'go_.*' }] });
    expect(manifests(scope)['web']!.spec).toMatchObject({
      namespaceSelector: { matchNames: ['web'] },
      podMetricsEndpoints: [{ portNumber: 8_085, metricRelabelings: [{ action: 'drop', regex: 'go_.*' }] }],
    });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no endpoint', monitor({ endpoints: [] }), /endpoints is empty/],
    ['a port of 16 letters', monitor({ endpoints: [{ port: 'a'.repeat(16) }] }), /is no name of a port/],
    ['port 0', monitor({ endpoints: [{ port: 0 }] }), /port is 0, a whole number from 1 to 65535/],
    ['a path without a slash', monitor({ endpoints: [{ port: 'a', path: 'metrics' }] }), /does not begin with a slash/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
