import { join } from 'node:path';
import { environmentSchema, environments, loadEnvironments, outputsSchema } from '../../environments';
import { production } from '../../environments/production';

const ROOT = join(__dirname, '..', '..');
const { storage } = production;
const inS3 = (change: object) => ({ storage: { ...storage, s3: { ...storage.s3, ...change } } });
const inEfs = (change: object) => ({ storage: { ...storage, efs: { ...storage.efs, ...change } } });

const { observability } = production;
const alarmsOf = (change: object) => ({
  observability: { ...observability, alarms: { ...observability.alarms, ...change } },
});
const grafanaOf = (change: object) => ({
  observability: { ...observability, grafana: { ...observability.grafana, ...change } },
});

const redis = (change: object) => ({
  cache: { ...production.cache, redis: { ...production.cache.redis, ...change } },
});
const daxOf = (change: object) => ({
  cache: { ...production.cache, dax: { ...production.cache.dax, ...change } },
});

describe('environments', () => {
  test('GIVEN the repository WHEN all environments are loaded THEN each is valid, with the facts of its bootstrap', () => {
    const loaded = loadEnvironments(ROOT);
    expect(loaded.map(({ name }) => name)).toEqual(environments.map(({ name }) => name));
    for (const { outputs, account } of loaded) expect(outputs.account).toBe(account);
  });

  test('GIVEN environments that share an account WHEN their reservations of concurrency are added THEN the account has them', () => {
    const reserved = new Map<string, number>();
    for (const { account, region, functions: settings } of environments)
      for (const { reservedConcurrency = 0 } of Object.values(settings.sizes))
        reserved.set(`${account} ${region}`, (reserved.get(`${account} ${region}`) ?? 0) + reservedConcurrency);
    for (const sum of reserved.values()) expect(sum).toBeLessThanOrEqual(900);
  });

  test('GIVEN an unknown name WHEN it is loaded THEN the message says which are allowed', () => {
    expect(() => loadEnvironments(ROOT, ['prod'])).toThrow(
      `unknown environment 'prod': allowed are ${environments.map(({ name }) => name).join(', ')}`,
    );
  });

  const functions = (change: object) => ({ functions: { ...production.functions, ...change } });
  const sized = (change: object) => functions({ sizes: { ...production.functions.sizes, ...change } });

  test.each([
    [
      'a function of 10,241 MB',
      sized({ 'api-handler': { memoryMb: 10_241 } }),
      'functions.sizes.api-handler.memoryMb',
      '10240',
    ],
    ['functions of 64 MB', functions({ memoryMb: 64 }), 'functions.memoryMb', '128'],
    [
      'more concurrency than an account may reserve',
      sized({ 'api-handler': { memoryMb: 512, reservedConcurrency: 700 } }),
      'functions.sizes',
      'are reserved in all, at most 900 are allowed',
    ],
    ['a sender that is no address', functions({ sender: 'company.com' }), 'functions.sender', 'email'],
    ['one consumer of a queue', functions({ processingConcurrency: 1 }), 'functions.processingConcurrency', '2'],
    ['an account of 11 digits', { account: '12345678901' }, 'account', '12 digits'],
    ['a region that is none', { region: 'us-east' }, 'region', 'looks like us-east-1'],
    ['a DR region that is the home region', { drRegion: 'us-east-1' }, 'drRegion', 'must differ'],
    [
      'no region where CloudFront is at home',
      { region: 'eu-central-1', drRegion: 'eu-west-1' },
      'drRegion',
      'the home or the DR region must be us-east-1',
    ],
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
      'a zone that the region lacks',
      { network: { ...production.network, availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1g'] } },
      'network.availabilityZones.2',
      'us-east-1g is no availability zone of us-east-1, allowed are us-east-1a, us-east-1b, us-east-1c',
    ],
    [
      'a zone that stands twice',
      { drNetwork: { ...production.drNetwork, availabilityZones: ['us-west-2a', 'us-west-2b', 'us-west-2a'] } },
      'drNetwork.availabilityZones.2',
      'us-west-2a stands twice',
    ],
    [
      'overlapping subnets in the DR region',
      { drNetwork: { ...production.drNetwork, databaseSubnets: ['10.1.11.128/25', '10.1.22.0/24', '10.1.23.0/24'] } },
      'drNetwork.databaseSubnets.0',
      '10.1.11.128/25 overlaps drNetwork.privateSubnets.0 10.1.11.0/24',
    ],
    [
      'more NAT gateways than zones',
      { network: { ...production.network, natGateways: 4 } },
      'network.natGateways',
      'at most one per availability zone, 3 here',
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
    ['backups that nothing tells apart', { tags: { Owner: 'platform-team' } }, 'tags', "has no 'Environment'"],
    [
      'code at CodeCommit, where none is',
      { delivery: { ...production.delivery, codeCommit: { ...production.delivery.codeCommit, enabled: false } } },
      'delivery.codeBuild.source',
      'is at CodeCommit, which is not enabled',
    ],
    [
      'a Jenkins that signs in where nobody is',
      { argocd: { ...production.argocd, singleSignOn: undefined } },
      'jenkins.clientId',
      'there is nobody to sign in at: argocd.singleSignOn is missing',
    ],
    [
      'a Jenkins outside the zone',
      { jenkins: { ...production.jenkins, domain: 'jenkins.example.com' } },
      'jenkins.domain',
      'jenkins.example.com lies outside the zone company.com',
    ],
    [
      'an Argo CD that reads from CodeCommit, where none is',
      {
        repository: { url: 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/aws-platform', revision: 'main' },
        delivery: {
          ...production.delivery,
          codeCommit: { ...production.delivery.codeCommit, enabled: false },
          codeBuild: {
            ...production.delivery.codeBuild,
            source: { at: 'gitHub' as const, url: 'https://github.com/company/application.git' },
          },
        },
      },
      'repository.url',
      'is at CodeCommit, which is not enabled',
    ],
    [
      'builds on what AWS does not have',
      {
        delivery: {
          ...production.delivery,
          codeBuild: {
            ...production.delivery.codeBuild,
            images: { ...production.delivery.codeBuild.images, computeType: 'BUILD_GENERAL1_TINY' as never },
          },
        },
      },
      'delivery.codeBuild.images.computeType',
      'BUILD_GENERAL1_SMALL',
    ],
    [
      'builds of two days',
      {
        delivery: {
          ...production.delivery,
          codeBuild: {
            ...production.delivery.codeBuild,
            images: { ...production.delivery.codeBuild.images, timeoutMinutes: 2_880 },
          },
        },
      },
      'delivery.codeBuild.images.timeoutMinutes',
      '2160',
    ],
    [
      'a budget of nothing',
      { cost: { ...production.cost, budget: { ...production.cost.budget, monthlyUsd: 0 } } },
      'cost.budget.monthlyUsd',
      '>0',
    ],
    [
      'an audit without AWS Config',
      { backup: { ...production.backup, config: false } },
      'backup.audit',
      'needs config',
    ],
    [
      'six who may delete backups',
      { backup: { ...production.backup, administrators: [...'abcdef'] } },
      'backup.administrators',
      '5',
    ],
    ['a CPU of 101 %', alarmsOf({ cpuPercent: 101 }), 'observability.alarms.cpuPercent', '100'],
    ['a negative number of errors', alarmsOf({ serverErrors: -1 }), 'observability.alarms.serverErrors', '0'],
    ['an alarm before ACM renews', alarmsOf({ certificateDays: 60 }), 'observability.alarms.certificateDays', '59'],
    [
      'more traces than requests',
      { observability: { ...observability, xRay: { sampledShare: 1.1, encryption: true } } },
      'observability.xRay.sampledShare',
      '1',
    ],
    ['a Grafana without administrators', grafanaOf({ adminGroups: [] }), 'observability.grafana.adminGroups', 'nobody'],
    ['a Grafana that nobody reaches', grafanaOf({ prefixLists: [] }), 'observability.grafana.prefixLists', 'nobody'],
    [
      'a group by its name',
      grafanaOf({ viewerGroups: ['developers'] }),
      'observability.grafana.viewerGroups.0',
      'a group of IAM Identity Center looks like',
    ],
    ['an API outside the zone', { edge: { ...production.edge, apiDomain: 'api.com' } }, 'edge.apiDomain', 'outside'],
    [
      'a WebSocket API outside the zone',
      { api: { ...production.api, webSocketDomain: 'ws.com.com' } },
      'api.webSocketDomain',
      'outside',
    ],
    [
      'a name of two APIs',
      { api: { ...production.api, webSocketDomain: production.edge.apiDomain } },
      'api.webSocketDomain',
      'one kind of API only',
    ],
    [
      'more requests than an account may have',
      { api: { ...production.api, throttling: { burst: 5_001, rate: 10_000 } } },
      'api.throttling.burst',
      '5000',
    ],
    [
      'a login that Cognito finds no parent of',
      { users: { ...production.users, loginDomain: 'auth.company.com' } },
      'users.loginDomain',
      'below platform.company.com',
    ],
    [
      'a directory without TLS',
      {
        users: {
          ...production.users,
          identityProviders: [{ type: 'SAML', name: 'a', providerName: 'A', metadataUrl: 'http://a.com' }],
        },
      },
      'users.identityProviders.0.metadataUrl',
      'https',
    ],
    [
      'an Ingress outside the zone',
      { edge: { ...production.edge, ingress: { domain: 'apps.com', deletionProtection: true } } },
      'edge.ingress.domain',
      'apps.com lies outside the zone company.com',
    ],
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
    ['a database node type for Redis', redis({ nodeType: 'db.r7g.large' }), 'cache.redis.nodeType', 'cache.r7g.large'],
    ['no shard', redis({ shards: 0 }), 'cache.redis.shards', '>=1'],
    ['501 shards', redis({ shards: 501 }), 'cache.redis.shards', '<=500'],
    ['6 replicas', redis({ replicasPerShard: 6 }), 'cache.redis.replicasPerShard', '<=5'],
    ['snapshots for 36 days', redis({ snapshotRetentionDays: 36 }), 'cache.redis.snapshotRetentionDays', '<=35'],
    [
      'a snapshot window with a day',
      redis({ snapshotWindow: 'sun:03:00-sun:04:00' }),
      'cache.redis.snapshotWindow',
      '03:00-04:00',
    ],
    [
      'a maintenance window without a day',
      redis({ maintenanceWindow: '05:00-06:00' }),
      'cache.redis.maintenanceWindow',
      'sun:05:00-sun:06:00',
    ],
    ['12 nodes of DAX', daxOf({ nodes: 12 }), 'cache.dax.nodes', '<=11'],
    ['a node type of ElastiCache for DAX', daxOf({ nodeType: 'cache.r5.large' }), 'cache.dax.nodeType', 'dax.r5.large'],
    [
      'data that cools in its first month',
      inS3({ data: { infrequentAfterDays: 29, archiveAfterDays: 90 } }),
      'storage.s3.data.infrequentAfterDays',
      'expected number to be >=30',
    ],
    [
      'days that EFS does not know',
      inEfs({ infrequentAfterDays: 15 }),
      'storage.efs.infrequentAfterDays',
      'expected one of 1|7|14|30|60|90|180|270|365',
    ],
    [
      'throughput beyond the most',
      inEfs({ throughput: { mode: 'provisioned', mibPerSecond: 3_415 } }),
      'storage.efs.throughput.mibPerSecond',
      'expected number to be <=3414',
    ],
    [
      'throughput that is paid for and not said',
      inEfs({ throughput: { mode: 'provisioned' } }),
      'storage.efs.throughput.mibPerSecond',
      'expected number, received undefined',
    ],
    [
      'a table without capacity',
      {
        dynamodb: {
          ...production.dynamodb,
          orders: { capacity: { mode: 'provisioned', readUnits: 0, writeUnits: 1 }, replicaRegions: [] },
        },
      },
      'dynamodb.orders.capacity.readUnits',
      'expected number to be >=1',
    ],
    [
      'a table in a mode that is none',
      { dynamodb: { ...production.dynamodb, orders: { capacity: { mode: 'serverless' }, replicaRegions: [] } } },
      'dynamodb.orders.capacity.mode',
      "Expected 'onDemand' | 'provisioned' | 'autoscaled'",
    ],
    [
      "a database's class for DMS",
      { dms: { ...production.dms, instanceClass: 'db.t3.small' } },
      'dms.instanceClass',
      'looks like dms.c6i.large',
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
