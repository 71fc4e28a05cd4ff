import { objectsOf } from './helpers';

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
});
