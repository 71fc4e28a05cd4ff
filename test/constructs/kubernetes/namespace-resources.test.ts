import { Size } from 'cdk8s';
import type { PodPolicy } from '../../../constructs/kubernetes/namespace';
import { objectsOf } from './helpers';

describe('NamespaceResources', () => {
  test('GIVEN a quota WHEN it is made THEN requests add up to it at most, and no Service opens the nodes', () => {
    expect(
      objectsOf({ quota: { pods: 5, cpu: 1.5, memory: Size.gibibytes(4), storage: Size.gibibytes(0) } }),
    ).toMatchObject({
      'ResourceQuota namespace': {
        hard: {
          pods: '5',
          'requests.cpu': '1500m',
          'requests.memory': '4Gi',
          'requests.storage': '0Gi',
          'services.loadbalancers': '0',
          'services.nodeports': '0',
        },
      },
    });
  });

  test.each<[PodPolicy, string]>([
    [{ quota: { pods: 1.5 } }, 'quota.pods is 1.5, a whole number from 0 is allowed'],
    [{ quota: { pods: 5, cpu: 0.005 } }, 'limits.min does not fit below quota: cpu 10m is above 5m'],
    [
      { quota: { pods: 5, memory: Size.mebibytes(8) } },
      'limits.min does not fit below quota: memory 16Mi is above 8Mi',
    ],
    [{ limits: { min: { memory: Size.gibibytes(1) } } }, 'min does not fit below request: memory 1Gi is above 128Mi'],
    [
      { limits: { request: { memory: Size.gibibytes(1) } } },
      'request does not fit below limit: memory 1Gi is above 512Mi',
    ],
    [{ limits: { max: { cpu: 0.05 } } }, 'request does not fit below max: cpu 100m is above 50m'],
    [{ limits: { max: { memory: Size.mebibytes(256) } } }, 'limit does not fit below max: memory 512Mi is above 256Mi'],
  ])(
    'GIVEN Pods that cannot fit WHEN the namespace is made THEN it says which bound is in the way (%#)',
    (pods, message) => {
      expect(() => objectsOf(pods)).toThrow(message);
    },
  );
});
