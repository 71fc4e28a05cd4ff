import { NetworkPolicy, type NetworkRule } from '../../../constructs/kubernetes/network-policy';
import { chart } from '../scope';

const policy = (rule: Partial<NetworkRule>, direction: 'ingress' | 'egress' = 'egress') =>
  new NetworkPolicy(chart(), 'policy', {
    namespace: 'batch',
    [direction]: [{ peers: [{ cidrs: ['10.0.11.0/24'] }], ports: [443], ...rule }],
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
