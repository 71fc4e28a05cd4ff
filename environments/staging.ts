import type { EnvironmentData } from './environment';

/** Smaller and cheaper than production; every optional service is on here. */
export const staging: EnvironmentData = {
  name: 'staging',
  account: '123456789012',
  region: 'us-east-1',
  drRegion: 'us-west-2',
  namePrefix: 'staging-',
  domain: 'staging.platform.company.com',
  tags: { Environment: 'staging', Owner: 'platform-team' },
  repository: { url: 'https://github.com/company/aws-platform.git', revision: 'main' },
  argocd: { cautious: [] },
  network: {
    cidr: '10.10.0.0/16',
    availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    publicSubnets: ['10.10.1.0/24', '10.10.2.0/24', '10.10.3.0/24'],
    privateSubnets: ['10.10.11.0/24', '10.10.12.0/24', '10.10.13.0/24'],
    databaseSubnets: ['10.10.21.0/24', '10.10.22.0/24', '10.10.23.0/24'],
    natGateways: 1,
  },
  drNetwork: {
    cidr: '10.11.0.0/16',
    availabilityZones: ['us-west-2a', 'us-west-2b'],
    privateSubnets: ['10.11.11.0/24', '10.11.12.0/24'],
    databaseSubnets: ['10.11.21.0/24', '10.11.22.0/24'],
  },
  messaging: {
    alertsEmail: 'platform-staging@company.com',
    archiveRetentionDays: 14,
    eventSourceAccounts: [],
    incidentWebhook: { endpoint: 'https://incidents.staging.platform.company.com/v1/events', ratePerSecond: 2 },
  },
  // its account is production's, which has the trail, the detector, Security Hub and Shield
  security: {
    waf: { requestsPerFiveMinutes: 2_000, logRetentionDays: 14 },
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
    backupRetentionDays: 7,
    backupWindow: '07:00-08:00',
    maintenanceWindow: 'sat:09:00-sat:10:00',
    monitoringInterval: 60,
    insights: { mode: 'standard', retentionDays: 7 },
    logRetentionDays: 14,
    dr: { engineVersion: '17.9', instances: 1 },
    writer: 'home',
  },
  compute: {
    fargateLogRetentionDays: 14,
    spotWorkloads: { instanceTypes: ['m5.large', 'm4.large', 'c5.large'], minSize: 0, maxSize: 5, desiredSize: 1 },
  },
  // maintained the day before production, so that what is wrong with an update is found here
  cache: {
    redis: {
      nodeType: 'cache.t4g.small',
      shards: 2,
      replicasPerShard: 1,
      snapshotRetentionDays: 1,
      snapshotWindow: '03:00-04:00',
      maintenanceWindow: 'sat:05:00-sat:06:00',
      logRetentionDays: 14,
    },
    dax: { nodeType: 'dax.t3.small', nodes: 1, maintenanceWindow: 'sat:06:00-sat:07:00' },
  },
  edge: {
    zone: 'staging.platform.company.com',
    apiDomain: 'api.staging.platform.company.com',
    cloudFront: { priceClass: 'PriceClass_100', logSamplingPercent: 10, logShards: 1 },
    internalLoadBalancer: {
      domain: 'internal-alb.staging.platform.company.com',
      targetPort: 8080,
      healthCheckPath: '/healthz',
      deletionProtection: false,
    },
    transitGateway: { asn: 64522, drAsn: 64523 },
    onPremisesCidrs: ['172.17.0.0/16'],
    vpn: { enabled: false, deviceAddress: '203.0.113.10', deviceAsn: 65010 },
    directConnect: { enabled: false, asn: 65020 },
  },
  storage: {
    s3: {
      replicated: true,
      noncurrentDays: 14,
      buildDays: 90,
      data: { infrequentAfterDays: 30, archiveAfterDays: 90 },
      logs: { accessDays: 90, auditDays: 365 },
    },
    efs: { throughput: { mode: 'bursting' }, infrequentAfterDays: 14 },
  },
  // its account is production's, which has the settings, the recorder and the audit
  backup: {
    daily: { schedule: 'cron(0 5 ? * * *)', retentionDays: 7, copyRetentionDays: 7 },
    weekly: { schedule: 'cron(0 6 ? * SUN *)', retentionDays: 14, copyRetentionDays: 14 },
    monthly: { schedule: 'cron(0 7 1 * ? *)', retentionDays: 35, copyRetentionDays: 35 },
    lock: { minRetentionDays: 7, maxRetentionDays: 35 },
    administrators: [],
    restoreTesting: {
      schedule: 'cron(0 9 1 * ? *)',
      kinds: ['Aurora', 'DynamoDB', 'EFS', 'S3'],
      validationWindowHours: 1,
      targetMinutes: 240,
    },
    regionSettings: false,
    config: false,
    audit: false,
  },
  dynamodb: {
    userTable: { capacity: { mode: 'onDemand' }, replicaRegions: ['us-west-2'] },
    orders: {
      capacity: {
        mode: 'autoscaled',
        read: { min: 1, max: 20, targetUtilization: 70 },
        write: { min: 1, max: 20, targetUtilization: 70 },
      },
      replicaRegions: [],
    },
    sessions: { capacity: { mode: 'onDemand' }, replicaRegions: [] },
  },
  dms: {
    // its account is production's, which has them
    accountRoles: false,
    instanceClass: 'dms.t3.medium',
    storageGib: 50,
    logRetentionDays: 14,
    multiAz: false,
    source: { engine: 'postgres', port: 5432, database: 'platform', schema: 'public' },
    started: false,
  },
  // its account is production's, which has the account's role
  api: {
    webSocketDomain: 'ws.staging.platform.company.com',
    throttling: { burst: 500, rate: 1_000 },
    logRetentionDays: 30,
    accountLogging: false,
  },
  // here with every kind of provider, so that they are tried before production has them
  users: {
    loginDomain: 'auth.staging.platform.company.com',
    threatProtection: 'OFF',
    identityProviders: [
      {
        type: 'SAML',
        name: 'company-directory',
        providerName: 'Company',
        metadataUrl: 'https://login.staging.company.com/saml/metadata',
      },
      {
        type: 'OIDC',
        name: 'partner-directory',
        providerName: 'Partner',
        issuer: 'https://login.partner.com',
        clientId: 'platform-staging',
      },
      { type: 'Google', name: 'google', clientId: '123456789012-platformstaging.apps.googleusercontent.com' },
      { type: 'Facebook', name: 'facebook', clientId: '1234567890123456' },
      {
        type: 'LoginWithAmazon',
        name: 'amazon',
        clientId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
      },
    ],
    socialApplications: {
      'accounts.google.com': '123456789012-platformstaging.apps.googleusercontent.com',
      'graph.facebook.com': '1234567890123456',
      'www.amazon.com': 'amzn1.application.0123456789abcdef0123456789abcdef',
    },
  },
};
