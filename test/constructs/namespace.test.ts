import { Size } from 'cdk8s';
import { Namespace, type PodPolicy } from '../../constructs/kubernetes/namespace';
import { NetworkPolicy, type NetworkRule } from '../../constructs/kubernetes/network-policy';
import { PodNetwork } from '../../constructs/kubernetes/pod-network';
import { collect } from '../../packages/engine/src/synth/collect';
import { chart } from './scope';

type Spec = Record<string, unknown>;

/** What a namespace consists of: `Kind name` and its spec. */
function objectsOf(pods?: PodPolicy | 'none'): Record<string, Spec> {
  const scope = chart();
  new Namespace(scope, 'batch', { pods });
  const objects = collect(scope).flatMap((found) => found.objects);
  return Object.fromEntries(
    objects.map(({ manifest }) => {
      if (manifest.kind !== 'Namespace') expect(manifest.metadata.namespace).toBe('batch');
      return [`${manifest.kind} ${manifest.metadata.name}`, manifest['spec'] as Spec];
    }),
  );
}

const policy = (rule: Partial<NetworkRule>, direction: 'ingress' | 'egress' = 'egress') =>
  new NetworkPolicy(chart(), 'policy', {
    namespace: 'batch',
    [direction]: [{ peers: [{ cidrs: ['10.0.11.0/24'] }], ports: [443], ...rule }],
  });

describe('Namespace', () => {
  test('GIVEN only a name WHEN it is made THEN nothing passes but DNS, the APIs of the cluster and of AWS, and metrics', () => {
    const objects = objectsOf();
    expect(objects['NetworkPolicy default-deny']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
      egress: [],
    });
    const { egress } = objects['NetworkPolicy platform-egress'] as { egress: { ports: { port: number }[] }[] };
    expect(egress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[53, 53], [443], [80], [443]]);
    expect(objects['NetworkPolicy platform-ingress']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
          ports: [{ protocol: 'TCP', port: 8080 }],
        },
      ],
    });
    expect(objects).not.toHaveProperty('ResourceQuota namespace');
    expect(objects['LimitRange containers']).toEqual({
      limits: [
        {
          type: 'Container',
          min: { cpu: '10m', memory: '16Mi' },
          defaultRequest: { cpu: '100m', memory: '128Mi' },
          default: { memory: '512Mi' },
        },
      ],
    });
  });

  test('GIVEN a namespace of AWS objects WHEN it is made THEN no Pod may run in it', () => {
    const objects = objectsOf('none');
    expect(objects['ResourceQuota namespace']).toMatchObject({ hard: { pods: '0' } });
    expect(Object.keys(objects).filter((key) => key.startsWith('NetworkPolicy'))).toEqual([
      'NetworkPolicy default-deny',
    ]);
  });

  test('GIVEN Pods that answer the API servers WHEN it is made THEN these come in from their subnets', () => {
    const { ingress } = objectsOf({ metricsPorts: [], webhookPorts: [9443] })['NetworkPolicy platform-ingress'] as {
      ingress: unknown;
    };
    expect(ingress).toEqual([
      {
        from: ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'].map((cidr) => ({ ipBlock: { cidr } })),
        ports: [{ protocol: 'TCP', port: 9443 }],
      },
    ]);
  });

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

describe('PodNetwork', () => {
  test('GIVEN Pods in a namespace that is not ours WHEN they get a network THEN only they are shut off, also where nothing comes in', () => {
    const scope = chart();
    const labels = { 'app.kubernetes.io/name': 'scaler' };
    new PodNetwork(scope, 'network', { name: 'scaler', namespace: 'kube-system', pods: labels, metricsPorts: [] });
    const [egress, ingress] = collect(scope).flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
    expect(egress).toMatchObject({ metadata: { name: 'scaler-egress', namespace: 'kube-system' } });
    expect(egress!['spec']).toMatchObject({ podSelector: { matchLabels: labels }, policyTypes: ['Egress'] });
    expect(ingress!['spec']).toEqual({ podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress: [] });
  });
});

describe('NetworkPolicy', () => {
  test.each<[Partial<NetworkRule>, 'ingress' | 'egress', string]>([
    [{ peers: [] }, 'egress', 'egress has a rule without peers, which Kubernetes takes for everybody'],
    [{ ports: [] }, 'ingress', 'has a rule without ports, which Kubernetes takes for all of them'],
    [{ ports: [65_536] }, 'egress', 'port is 65536, a whole number from 1 to 65535 is allowed'],
    [{ peers: [{ cidrs: ['10.0.11.0'] }] }, 'egress', "'10.0.11.0' is no CIDR, allowed is one like 10.0.11.0/24"],
    [{ peers: [{ cidrs: ['10.0.11.0/33'] }] }, 'egress', "'10.0.11.0/33' is no CIDR"],
    [{ peers: [{ cidrs: ['10.0.11.1/24'] }] }, 'egress', "'10.0.11.1/24' has bits set behind its prefix"],
    [{ peers: [{ cidrs: ['0.0.0.0/0'] }] }, 'ingress', "'0.0.0.0/0' lets everybody in: name who may come"],
  ])(
    'GIVEN a rule that means something else than it says WHEN it is written THEN it is refused (%#)',
    (rule, direction, message) => {
      expect(() => policy(rule, direction)).toThrow(message);
    },
  );

  test('GIVEN neither direction WHEN it is written THEN it is refused', () => {
    expect(() => new NetworkPolicy(chart(), 'policy', { namespace: 'batch' })).toThrow(
      'says nothing: ingress, egress or both are needed',
    );
  });
});
