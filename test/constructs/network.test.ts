import { Duration } from 'cdk8s';
import { Certificate } from '../../constructs/acm/certificate';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { DirectConnect } from '../../constructs/directconnect/gateway';
import { SecurityGroup, type SecurityGroupRule } from '../../constructs/ec2/security-group';
import { TransitGateway, VpcAttachment } from '../../constructs/ec2/transit-gateway';
import { TransitGatewayPeering } from '../../constructs/ec2/transit-gateway-peering-attachment';
import { TransitGatewayRouteTable } from '../../constructs/ec2/transit-gateway-route-table';
import { VpcRoutes } from '../../constructs/ec2/vpc-routes';
import { HttpsListener } from '../../constructs/elbv2/listener';
import { InternalLoadBalancer } from '../../constructs/elbv2/load-balancer';
import { TargetGroup } from '../../constructs/elbv2/target-group';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { RecordSet } from '../../constructs/route53/record-set';
import { chart, environment, manifests, wired } from './scope';

const PODS = ['10.0.11.0/24', '10.0.12.0/24'];

function group(scope: PlatformChart, rule: Partial<SecurityGroupRule>, id = 'g'): SecurityGroup {
  const all: SecurityGroupRule = { peer: { cidrs: PODS }, port: 443, description: 'Pods', ...rule };
  return new SecurityGroup(scope, id, { description: 'For tests', ingress: { one: all } });
}

const hub = (scope: PlatformChart, id: string, region = 'us-east-1') =>
  new TransitGateway(scope, id, { description: '', region, asn: 64_512 });
const attachment = (scope: PlatformChart, gateway: TransitGateway) =>
  new VpcAttachment(scope, `vpc-of-${gateway.node.id}`, { gateway, vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
const zone = (scope: PlatformChart, isPrivate = false) =>
  new HostedZone(scope, 'zone', { domain: 'company.com', comment: '', isPrivate });
const loadBalancer = (scope: PlatformChart, id: string) =>
  new InternalLoadBalancer(scope, id, {
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroup: group(scope, {}),
    deletionProtection: true,
  });
const targets = (scope: PlatformChart, change: object = {}) =>
  new TargetGroup(scope, 'pods', { port: 8080, healthCheckPath: '/healthz', ...change });

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
});

describe('HttpsListener', () => {
  test('GIVEN a target group WHEN a listener forwards to it THEN the action says all that AWS says of it, by ARN', () => {
    const scope = chart();
    new HttpsListener(scope, 'https', {
      loadBalancer: loadBalancer(scope, 'alb'),
      certificate: new Certificate(scope, 'alb-certificate', { domain: 'a.company.com', zone: zone(scope) }),
      targetGroup: targets(scope),
    });
    const targetGroupARN = '${pods.status.ackResourceMetadata.arn}';
    expect(wired(scope)['Listener https']!.spec['defaultActions']).toEqual([
      {
        type: 'forward',
        order: 1,
        targetGroupARN,
        forwardConfig: {
          targetGroups: [{ targetGroupARN, weight: 1 }],
          targetGroupStickinessConfig: { enabled: false },
        },
      },
    ]);
  });
});

describe('names and certificates', () => {
  test('GIVEN names WHEN records are made THEN they end in a dot, or the controller would append the zone', () => {
    const scope = chart();
    new RecordSet(scope, 'r', { zone: zone(scope), name: 'a.company.com', type: 'TXT', values: ['"x"'] });
    expect(wired(scope)['RecordSet r']!.spec).toMatchObject({
      name: 'a.company.com.',
      ttl: 300,
      hostedZoneRef: { from: { name: 'zone' } },
    });
    expect(manifests(scope)['zone']!.metadata.annotations).toMatchObject({
      'services.k8s.aws/deletion-policy': 'retain',
    });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
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
    [
      'a public ASN',
      (scope) => new TransitGateway(scope, 'h', { description: '', region: 'us-east-1', asn: 7224 }),
      'asn is 7224',
    ],
    [
      'a peering within a region',
      (scope) => new TransitGatewayPeering(scope, 'p', { from: hub(scope, 'a'), to: hub(scope, 'b') }),
      'both in us-east-1',
    ],
    [
      'a route to what is attached elsewhere',
      (scope) =>
        new TransitGatewayRouteTable(scope, 't', {
          gateway: hub(scope, 'a'),
          associations: [],
          routes: [{ cidr: '10.1.0.0/16', via: attachment(scope, hub(scope, 'b', 'us-west-2')) }],
        }),
      "route to 10.1.0.0/16: 'vpc-of-b' is not attached to 'a' but to 'b'",
    ],
    [
      'a route of a VPC into itself',
      (scope) =>
        new VpcRoutes(scope, 'v', {
          routeTableId: 'rtb-1',
          attachment: attachment(scope, hub(scope, 'a')),
          vpcCidr: '10.0.0.0/16',
          destinations: ['10.0.128.0/17'],
        }),
      "route to 10.0.128.0/17 lies inside the VPC's own 10.0.0.0/16",
    ],
    [
      'two routes of a VPC to one network',
      (scope) =>
        new VpcRoutes(scope, 'v', {
          routeTableId: 'rtb-1',
          attachment: attachment(scope, hub(scope, 'a')),
          vpcCidr: '10.0.0.0/16',
          destinations: ['10.1.0.0/16', '10.1.0.0/16'],
        }),
      'production/test/chart/v: two routes to 10.1.0.0/16',
    ],
    [
      'two routes to one network',
      (scope) => {
        const gateway = hub(scope, 'a');
        const via = attachment(scope, gateway);
        const route = { cidr: '10.1.0.0/16', via };
        return new TransitGatewayRouteTable(scope, 't', {
          gateway,
          associations: [via],
          routes: [route, { ...route }],
        });
      },
      'two routes to 10.1.0.0/16',
    ],
    [
      'a peering that is to tell its routes',
      (scope) => {
        const gateway = hub(scope, 'a');
        const peering = new TransitGatewayPeering(scope, 'p', { from: gateway, to: hub(scope, 'b', 'us-west-2') });
        return new TransitGatewayRouteTable(scope, 't', { gateway, associations: [peering], propagations: [peering] });
      },
      'a peering has static routes only',
    ],
    [
      "Direct Connect with the hub's own ASN",
      (scope) =>
        new DirectConnect(scope, 'd', { gateway: hub(scope, 'a'), asn: 64_512, allowedPrefixes: ['10.0.0.0/16'] }),
      "asn is 64512 as that of 'a'",
    ],
    [
      'a record outside its zone',
      (scope) => new RecordSet(scope, 'r', { zone: zone(scope), name: 'a.other.com', type: 'A', values: ['10.0.0.1'] }),
      'only company.com and names below it',
    ],
    [
      "a CNAME at the zone's own name",
      (scope) => new RecordSet(scope, 'r', { zone: zone(scope), name: 'company.com', type: 'CNAME', values: ['a.b.'] }),
      'a CNAME is not allowed',
    ],
    [
      'an alias of type TXT',
      (scope) =>
        new RecordSet(scope, 'r', {
          zone: zone(scope),
          name: 'company.com',
          type: 'TXT',
          alias: { dnsName: 'a', hostedZoneId: 'Z1' },
        }),
      'an alias of type TXT is not allowed',
    ],
    [
      'a time to live beyond 31 bits',
      (scope) =>
        new RecordSet(scope, 'r', {
          zone: zone(scope),
          name: 'company.com',
          type: 'TXT',
          values: ['"x"'],
          ttl: Duration.days(24_856),
        }),
      'from 0 to 2147483647 s',
    ],
    [
      'a zone with a dot at the end',
      (scope) => new HostedZone(scope, 'z', { domain: 'company.com.', comment: '' }),
      'without a dot at the end',
    ],
    [
      'a certificate for a name outside the zone',
      (scope) => new Certificate(scope, 'c', { zone: zone(scope), domain: 'notcompany.com' }),
      "domain 'notcompany.com' lies outside the zone",
    ],
    [
      'a certificate proven by a private zone',
      (scope) => new Certificate(scope, 'c', { zone: zone(scope, true), domain: 'a.company.com' }),
      'only a public one can prove',
    ],
    [
      'a certificate proven by one of another name',
      (scope) => {
        const one = zone(scope);
        const validatedBy = new Certificate(scope, 'a', { zone: one, domain: 'a.company.com' });
        return new Certificate(scope, 'b', { zone: one, domain: 'b.company.com', validatedBy });
      },
      "only a certificate for 'b.company.com' is allowed",
    ],
    ['a load balancer named internal-', (scope) => loadBalancer(scope, 'internal-alb'), "not 'internal-' in front"],
    ['a name of 33 characters', (scope) => loadBalancer(scope, 'a'.repeat(33)), 'at most 32 letters'],
    [
      'a load balancer in one subnet',
      (scope) =>
        new InternalLoadBalancer(scope, 'a', {
          subnetIds: ['subnet-1'],
          securityGroup: group(scope, {}),
          deletionProtection: true,
        }),
      'at least two availability zones',
    ],
    ['a health check without a slash', (scope) => targets(scope, { healthCheckPath: 'x' }), 'a path of at most'],
    [
      'a health check every 5 s',
      (scope) => targets(scope, { healthCheckInterval: Duration.seconds(5) }),
      'from 6 to 300 s',
    ],
    ['a delay of two hours', (scope) => targets(scope, { deregistrationDelay: Duration.hours(2) }), 'from 0 to 3600 s'],
    [
      'a listener on port 0',
      (scope) =>
        new HttpsListener(scope, 'l', {
          loadBalancer: loadBalancer(scope, 'alb'),
          certificate: new Certificate(scope, 'c', { zone: zone(scope), domain: 'a.company.com' }),
          targetGroup: targets(scope),
          port: 0,
        }),
      'port is 0',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
