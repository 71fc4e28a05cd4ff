import { join } from 'node:path';
import { environmentSchema, environments, outputsSchema } from '../../environments';
import { production } from '../../environments/production';
import { loadEnvironments } from '../../lib/environment/load';

const ROOT = join(__dirname, '..', '..');

describe('environments', () => {
  test('GIVEN the repository WHEN all environments are loaded THEN each is valid, with the facts of its bootstrap', () => {
    const loaded = loadEnvironments(ROOT);
    expect(loaded.map(({ name }) => name)).toEqual(environments.map(({ name }) => name));
    for (const { outputs, account } of loaded) expect(outputs.account).toBe(account);
  });

  test('GIVEN an unknown name WHEN it is loaded THEN the message says which are allowed', () => {
    expect(() => loadEnvironments(ROOT, ['prod'])).toThrow(
      "unknown environment 'prod': allowed are production, staging, development",
    );
  });

  test.each([
    ['an account of 11 digits', { account: '12345678901' }, 'account', '12 digits'],
    ['a region that is none', { region: 'us-east' }, 'region', 'looks like us-east-1'],
    ['a DR region that is the home region', { drRegion: 'us-east-1' }, 'drRegion', 'must differ'],
    [
      'a CIDR without a prefix',
      { network: { ...production.network, cidr: '10.0.0.0' } },
      'network.cidr',
      'looks like 10.0.0.0/16',
    ],
    [
      'a CIDR with host bits',
      { network: { ...production.network, cidr: '10.0.0.1/16' } },
      'network.cidr',
      'behind its prefix',
    ],
    [
      'a VPC that is too large',
      { network: { ...production.network, cidr: '10.0.0.0/8' } },
      'network.cidr',
      '/16 to /28',
    ],
    [
      'a subnet outside the VPC',
      { network: { ...production.network, publicSubnets: ['10.9.1.0/24', '10.0.2.0/24', '10.0.3.0/24'] } },
      'network.publicSubnets.0',
      'outside',
    ],
    [
      'overlapping subnets',
      { network: { ...production.network, privateSubnets: ['10.0.1.0/24', '10.0.12.0/24', '10.0.13.0/24'] } },
      'network.privateSubnets.0',
      'overlaps',
    ],
    [
      'a subnet too few',
      { network: { ...production.network, publicSubnets: ['10.0.1.0/24', '10.0.2.0/24'] } },
      'network.publicSubnets',
      'one each',
    ],
    [
      'a zone of another region',
      { network: { ...production.network, availabilityZones: ['us-east-1a', 'us-east-1b', 'us-west-2c'] } },
      'network.availabilityZones.2',
      'no availability zone',
    ],
    [
      'premises over the VPC',
      { edge: { ...production.edge, onPremisesCidrs: ['10.0.128.0/17'] } },
      'edge.onPremisesCidrs.0',
      'overlaps',
    ],
    [
      'a VPN to nowhere',
      { edge: { ...production.edge, onPremisesCidrs: [], vpn: { ...production.edge.vpn, enabled: true } } },
      'edge.onPremisesCidrs',
      'would lead nowhere',
    ],
    ['an API outside the zone', { edge: { ...production.edge, apiDomain: 'api.com' } }, 'edge.apiDomain', 'outside'],
    ['a zone elsewhere', { edge: { ...production.edge, zone: 'other.com' } }, 'edge.zone', 'lies outside other.com'],
    [
      'hubs of one ASN',
      { edge: { ...production.edge, transitGateway: { asn: 64_512, drAsn: 64_512 } } },
      'edge',
      'the ASN 64512 stands twice',
    ],
    [
      'a public ASN',
      { edge: { ...production.edge, transitGateway: { asn: 7224, drAsn: 64_512 } } },
      'edge.transitGateway.asn',
      'a private ASN',
    ],
    [
      'a DR VPC over the home VPC',
      { drNetwork: { ...production.drNetwork, cidr: '10.0.0.0/16' } },
      'drNetwork.cidr',
      'overlaps',
    ],
    [
      'fewer nodes than the least',
      { cluster: { ...production.cluster, generalPurpose: { ...production.cluster.generalPurpose, desiredSize: 2 } } },
      'cluster.generalPurpose.desiredSize',
      'lies outside minSize and maxSize, 3 to 10',
    ],
    [
      'a highly available Argo CD on two nodes',
      { cluster: { ...production.cluster, generalPurpose: { ...production.cluster.generalPurpose, minSize: 2 } } },
      'cluster.generalPurpose.minSize',
      'needs three nodes',
    ],
    [
      'a role that administers and only reads',
      { cluster: { ...production.cluster, readOnlyRoles: production.cluster.adminRoles } },
      'cluster.readOnlyRoles',
      'platform-admin is among adminRoles',
    ],
    [
      'a cluster that nobody administers',
      { cluster: { ...production.cluster, adminRoles: [] } },
      'cluster.adminRoles',
      'nobody could enter',
    ],
    [
      'a retention that CloudWatch Logs has not',
      { cluster: { ...production.cluster, controlPlaneLogRetentionDays: 31 } },
      'cluster.controlPlaneLogRetentionDays',
      'a retention that CloudWatch Logs has',
    ],
    [
      'a version that is none',
      { cluster: { ...production.cluster, version: 'latest' } },
      'cluster.version',
      'looks like 1.36',
    ],
    ['a prefix with an underscore', { namePrefix: 'a_b-' }, 'namePrefix', 'hyphen'],
    ['an unknown field', { colour: 'red' }, '', 'Unrecognized key: "colour"'],
  ])('GIVEN %s WHEN the environment is checked THEN it is refused at its path', (_what, change, path, message) => {
    const result = environmentSchema.safeParse({ ...production, ...change });
    expect(result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')).toContain(
      `${path}: `,
    );
    expect(result.error?.issues.map((issue) => issue.message).join('\n')).toContain(message);
  });

  test('GIVEN outputs with an alias instead of a key WHEN they are checked THEN they are refused', () => {
    const [{ outputs }] = loadEnvironments(ROOT, ['production']) as [ReturnType<typeof loadEnvironments>[number]];
    expect(outputsSchema.safeParse({ ...outputs, keys: { ...outputs.keys, data: 'alias/data' } }).success).toBe(false);
  });
});
