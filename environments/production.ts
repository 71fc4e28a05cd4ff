import type { EnvironmentData } from './environment';

/** The values of the architecture document. */
export const production: EnvironmentData = {
  name: 'production',
  account: '123456789012',
  region: 'us-east-1',
  drRegion: 'us-west-2',
  namePrefix: '',
  domain: 'platform.company.com',
  tags: { Environment: 'production', Owner: 'platform-team' },
  repository: { url: 'https://github.com/company/aws-platform.git', revision: 'main' },
  argocd: { cautious: ['data', 'storage', 'backup', 'security'] },
  network: {
    cidr: '10.0.0.0/16',
    availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    publicSubnets: ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'],
    privateSubnets: ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'],
    databaseSubnets: ['10.0.21.0/24', '10.0.22.0/24', '10.0.23.0/24'],
    natGateways: 3,
  },
  drNetwork: {
    cidr: '10.1.0.0/16',
    availabilityZones: ['us-west-2a', 'us-west-2b', 'us-west-2c'],
    privateSubnets: ['10.1.11.0/24', '10.1.12.0/24', '10.1.13.0/24'],
    databaseSubnets: ['10.1.21.0/24', '10.1.22.0/24', '10.1.23.0/24'],
  },
  messaging: {
    alertsEmail: 'alerts@company.com',
    archiveRetentionDays: 90,
    eventSourceAccounts: ['210987654321'],
    incidentWebhook: { endpoint: 'https://incidents.company.com/v1/events', ratePerSecond: 10 },
  },
  security: {
    waf: { requestsPerFiveMinutes: 2_000, logRetentionDays: 90 },
    cloudTrail: true,
    guardDuty: { enabled: true, members: [{ account: '210987654321', email: 'aws-security@company.com' }] },
    securityHub: true,
    shield: true,
    databaseRotation: { schedule: 'cron(0 6 1 * ? *)', windowHours: 3 },
  },
  compute: {
    fargateLogRetentionDays: 30,
    spotWorkloads: { instanceTypes: ['m5.large', 'm4.large', 'c5.large'], minSize: 0, maxSize: 20, desiredSize: 5 },
  },
  cache: {
    redis: {
      nodeType: 'cache.r7g.large',
      shards: 3,
      replicasPerShard: 1,
      snapshotRetentionDays: 7,
      snapshotWindow: '03:00-04:00',
      maintenanceWindow: 'sun:05:00-sun:06:00',
      logRetentionDays: 30,
    },
    dax: { nodeType: 'dax.r5.large', nodes: 3, maintenanceWindow: 'sun:06:00-sun:07:00' },
  },
  edge: {
    zone: 'company.com',
    apiDomain: 'api.company.com',
    cloudFront: { priceClass: 'PriceClass_All', logSamplingPercent: 100, logShards: 2 },
    internalLoadBalancer: {
      domain: 'internal-alb.company.com',
      targetPort: 8080,
      healthCheckPath: '/healthz',
      deletionProtection: true,
    },
    transitGateway: { asn: 64512, drAsn: 64513 },
    onPremisesCidrs: ['172.16.0.0/16'],
    vpn: { enabled: false, deviceAddress: '203.0.113.10', deviceAsn: 65010 },
    directConnect: { enabled: false, asn: 65020 },
  },
};
