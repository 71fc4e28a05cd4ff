import type { EnvironmentData } from './environment';

/** The smallest that still has every kind of object. */
export const development: EnvironmentData = {
  name: 'development',
  account: '123456789012',
  region: 'us-east-1',
  drRegion: 'us-west-2',
  namePrefix: 'development-',
  domain: 'development.platform.company.com',
  tags: { Environment: 'development', Owner: 'platform-team' },
  repository: { url: 'https://github.com/company/aws-platform.git', revision: 'main' },
  argocd: { cautious: [] },
  cluster: {
    version: '1.36',
    deletionProtection: false,
    controlPlaneLogRetentionDays: 3,
    flowLogRetentionDays: 3,
    adminRoles: ['platform-admin'],
    readOnlyRoles: ['platform-read-only'],
    generalPurpose: {
      instanceTypes: ['m5.large', 'm5a.large'],
      minSize: 2,
      maxSize: 3,
      desiredSize: 2,
      volumeGibibytes: 50,
    },
    highlyAvailableArgoCd: false,
  },
  network: {
    cidr: '10.20.0.0/16',
    availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    publicSubnets: ['10.20.1.0/24', '10.20.2.0/24', '10.20.3.0/24'],
    privateSubnets: ['10.20.11.0/24', '10.20.12.0/24', '10.20.13.0/24'],
    databaseSubnets: ['10.20.21.0/24', '10.20.22.0/24', '10.20.23.0/24'],
    natGateways: 1,
  },
  drNetwork: {
    cidr: '10.21.0.0/16',
    availabilityZones: ['us-west-2a', 'us-west-2b'],
    privateSubnets: ['10.21.11.0/24', '10.21.12.0/24'],
    databaseSubnets: ['10.21.21.0/24', '10.21.22.0/24'],
  },
  messaging: {
    alertsEmail: 'platform-development@company.com',
    archiveRetentionDays: 3,
    eventSourceAccounts: [],
    incidentWebhook: { endpoint: 'https://incidents.development.platform.company.com/v1/events', ratePerSecond: 1 },
  },
  // its account is production's, which has the trail, the detector, Security Hub and Shield
  security: {
    waf: { requestsPerFiveMinutes: 2_000, logRetentionDays: 3 },
    cloudTrail: false,
    guardDuty: { enabled: false, members: [] },
    securityHub: false,
    shield: false,
    // more often than production, so that what is wrong with it is found here
    databaseRotation: { schedule: 'cron(0 6 ? * SUN *)', windowHours: 3 },
  },
  compute: {
    fargateLogRetentionDays: 3,
    spotWorkloads: { instanceTypes: ['t3.large', 'm5.large', 'c5.large'], minSize: 0, maxSize: 3, desiredSize: 1 },
  },
  edge: {
    zone: 'development.platform.company.com',
    apiDomain: 'api.development.platform.company.com',
    cloudFront: { priceClass: 'PriceClass_100', logSamplingPercent: 1, logShards: 1 },
    internalLoadBalancer: {
      domain: 'internal-alb.development.platform.company.com',
      targetPort: 8080,
      healthCheckPath: '/healthz',
      deletionProtection: false,
    },
    transitGateway: { asn: 64532, drAsn: 64533 },
    onPremisesCidrs: ['172.18.0.0/16'],
    vpn: { enabled: false, deviceAddress: '203.0.113.10', deviceAsn: 65010 },
    directConnect: { enabled: false, asn: 65020 },
  },
};
