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
  database: {
    engineVersion: '17.9',
    instanceClass: 'db.r6g.large',
    instances: 1,
    backupRetentionDays: 1,
    backupWindow: '07:00-08:00',
    maintenanceWindow: 'fri:09:00-fri:10:00',
    monitoringInterval: 0,
    insights: { mode: 'standard', retentionDays: 7 },
    logRetentionDays: 3,
    // storage only
    dr: { engineVersion: '17.9', instances: 0 },
    writer: 'home',
  },
  compute: {
    fargateLogRetentionDays: 3,
    spotWorkloads: { instanceTypes: ['t3.large', 'm5.large', 'c5.large'], minSize: 0, maxSize: 3, desiredSize: 1 },
  },
  cache: {
    redis: {
      nodeType: 'cache.t4g.micro',
      shards: 1,
      replicasPerShard: 0,
      snapshotRetentionDays: 1,
      snapshotWindow: '03:00-04:00',
      maintenanceWindow: 'sat:05:00-sat:06:00',
      logRetentionDays: 7,
    },
    dax: { nodeType: 'dax.t3.small', nodes: 1, maintenanceWindow: 'sat:06:00-sat:07:00' },
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
  storage: {
    s3: {
      replicated: false,
      noncurrentDays: 7,
      buildDays: 30,
      data: { infrequentAfterDays: 30, archiveAfterDays: 90 },
      logs: { accessDays: 30, auditDays: 365 },
    },
    efs: { throughput: { mode: 'bursting' }, infrequentAfterDays: 7 },
  },
  // its account is production's, which has the settings, the recorder and the audit
  backup: {
    daily: { schedule: 'cron(0 5 ? * * *)', retentionDays: 3, copyRetentionDays: 1 },
    weekly: { schedule: 'cron(0 6 ? * SUN *)', retentionDays: 7, copyRetentionDays: 1 },
    monthly: { schedule: 'cron(0 7 1 * ? *)', retentionDays: 14, copyRetentionDays: 1 },
    lock: { minRetentionDays: 1, maxRetentionDays: 14 },
    administrators: [],
    restoreTesting: {
      schedule: 'cron(0 9 1 * ? *)',
      kinds: ['DynamoDB'],
      validationWindowHours: 1,
      targetMinutes: 240,
    },
    regionSettings: false,
    config: false,
    audit: false,
  },
  dynamodb: {
    userTable: { capacity: { mode: 'onDemand' }, replicaRegions: [] },
    orders: { capacity: { mode: 'onDemand' }, replicaRegions: [] },
    sessions: { capacity: { mode: 'onDemand' }, replicaRegions: [] },
  },
  dms: {
    // its account is production's, which has them
    accountRoles: false,
    instanceClass: 'dms.t3.small',
    storageGib: 20,
    logRetentionDays: 3,
    multiAz: false,
    source: { engine: 'postgres', port: 5432, database: 'platform', schema: 'public' },
    started: false,
  },
  api: {
    webSocketDomain: 'ws.development.platform.company.com',
    throttling: { burst: 50, rate: 100 },
    logRetentionDays: 3,
    accountLogging: false,
  },
  users: {
    loginDomain: 'auth.development.platform.company.com',
    threatProtection: 'OFF',
    identityProviders: [],
    socialApplications: {},
  },
};
