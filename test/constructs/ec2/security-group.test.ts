import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { chart, environment, manifests, wired } from '../scope';
import { group, PODS } from './helpers';

describe('SecurityGroup', () => {
  test('GIVEN rules of the same ports WHEN a group is made THEN they are one permission, as AWS merges them', () => {
    const scope = chart();
    const lambda = group(scope, {}, 'lambda');
    new SecurityGroup(scope, 'database', {
      description: 'Database',
      ingress: {
        lambda: { peer: lambda, port: 5432, description: 'Functions' },
        pods: { peer: { cidrs: PODS }, port: 5432, description: 'Pods' },
        lists: { peer: { prefixList: 'pl-63a5400a' }, port: [8000, 8010], description: 'Listed' },
      },
    });
    expect(wired(scope)['SecurityGroup database']!.spec).toMatchObject({
      vpcID: environment().outputs.vpcId,
      ingressRules: [
        {
          ipProtocol: 'tcp',
          fromPort: 5432,
          toPort: 5432,
          userIDGroupPairs: [{ groupRef: { from: { name: 'lambda' } }, description: 'Functions' }],
          ipRanges: PODS.map((cidrIP) => ({ cidrIP, description: 'Pods' })),
        },
        { fromPort: 8000, toPort: 8010, prefixListIDs: [{ prefixListID: 'pl-63a5400a', description: 'Listed' }] },
      ],
    });
    expect(wired(scope)['SecurityGroup database']!.spec['egressRules']).toBeUndefined();
  });

  test('GIVEN a rule that is open on purpose WHEN it is made THEN the reason stands in AWS and in the manifest', () => {
    const scope = chart();
    const because = 'the status page is for everybody';
    group(scope, { peer: { cidrs: ['0.0.0.0/0', '::/0'] }, public: { because } });
    const { metadata, spec } = manifests(scope)['g']!;
    expect(metadata.annotations).toMatchObject({ 'exception.platform.company.com/public-exposure': because });
    expect(spec['ingressRules']).toEqual([
      {
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        ipRanges: [{ cidrIP: '0.0.0.0/0', description: `Pods (${because})` }],
        ipv6Ranges: [{ cidrIPv6: '::/0', description: `Pods (${because})` }],
      },
    ]);
  });

  test('GIVEN the DR region WHEN a group is made THEN it is in the VPC there', () => {
    const scope = chart();
    new SecurityGroup(scope, 'g', { description: 'DR', region: 'dr' });
    const { metadata, spec } = manifests(scope)['g']!;
    expect(metadata.annotations).toEqual({ 'services.k8s.aws/region': 'us-west-2' });
    expect(spec['vpcID']).toBe(environment().outputs.dr.vpcId);
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a rule open to everybody',
      (scope) => group(scope, { peer: { cidrs: ['0.0.0.0/0'] } }),
      'production/test/chart/g: ingress.one: 0.0.0.0/0 is open beyond 10.0.0.0/16, 10.1.0.0/16, 172.16.0.0/16; that needs public: { because }',
    ],
    ['one open to every IPv6 address', (scope) => group(scope, { peer: { cidrs: ['::/0'] } }), '::/0 is open beyond'],
    ["a stranger's network", (scope) => group(scope, { peer: { cidrs: ['192.0.2.0/24'] } }), 'is open beyond'],
    [
      'a reason of one letter',
      (scope) => group(scope, { peer: { cidrs: ['0.0.0.0/0'] }, public: { because: 'x' } }),
      'a reason of at least 10 characters',
    ],
    ['a rule without a description', (scope) => group(scope, { description: '' }), 'ingress.one: description'],
    ['a description that AWS does not take', (scope) => group(scope, { description: 'a<b' }), '1 to 255 letters'],
    ['port 65536', (scope) => group(scope, { port: 65_536 }), 'from 0 to 65535'],
    ['ports the wrong way round', (scope) => group(scope, { port: [20, 10] }), 'last port is 10'],
    ['no peer', (scope) => group(scope, { peer: { cidrs: [] } }), 'at least one CIDR'],
    ['a prefix list by name', (scope) => group(scope, { peer: { prefixList: 's3' } }), 'an id such as pl-63a5400a'],
    [
      'a peer of another region',
      (scope) => group(scope, { peer: new SecurityGroup(scope, 'dr', { description: 'DR', region: 'dr' }) }),
      "'dr' is in another VPC",
    ],
    [
      'a rule that stands twice',
      (scope) =>
        new SecurityGroup(scope, 'g', {
          description: 'For tests',
          ingress: {
            one: { peer: { cidrs: PODS }, port: 1, description: 'One' },
            two: { peer: { cidrs: [PODS[1]!] }, port: 1, description: 'Two' },
          },
        }),
      'ingress.two says the same as ingress.one',
    ],
    ['a group named sg-', (scope) => group(scope, {}, 'sg-1'), "group name 'sg-1'"],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
