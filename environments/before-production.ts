import type { EnvironmentData } from './environment';

/** A part of an environment's values, as deep as one likes; lists are whole. */
type Part<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [Key in keyof T]?: Part<T[Key]> } : T;

/**
 * What staging and development have in common: smaller than production, in whose account they are. Each spreads a part
 * and says what it has otherwise. Not here are versions, which Renovate raises in one environment after the other, and
 * what says where an environment is: its account, regions, zones, networks and names.
 */
export const beforeProduction = {
  argocd: { manualPrune: [], denyWindows: [], developersSync: ['application', 'messaging'] },
  cluster: {
    adminRoles: ['platform-admin'],
    readOnlyRoles: ['platform-read-only'],
    generalPurpose: { instanceTypes: ['m5.large', 'm5a.large'], minSize: 2, desiredSize: 2, volumeGibibytes: 50 },
    highlyAvailableArgoCd: false,
  },
  // the account is production's, which has the trail, the detector, Security Hub and Shield
  security: {
    cloudTrail: false,
    guardDuty: { enabled: false, members: [] },
    securityHub: false,
    shield: false,
    // more often than in production, so that what is wrong with it shows here
    databaseRotation: { schedule: 'cron(0 6 ? * SUN *)', windowHours: 3 },
  },
  database: {
    instanceClass: 'db.r6g.large',
    instances: 1,
    backupWindow: '07:00-08:00',
    insights: { mode: 'standard', retentionDays: 7 },
    writer: 'home',
  },
  // maintained the day before production, so that what is wrong with an update shows here
  cache: {
    redis: { snapshotRetentionDays: 1, snapshotWindow: '03:00-04:00', maintenanceWindow: 'sat:05:00-sat:06:00' },
    dax: { nodeType: 'dax.t3.small', nodes: 1, maintenanceWindow: 'sat:06:00-sat:07:00' },
  },
  internalService: { autoPromotion: true, scaleDownDelaySeconds: 600 },
  edge: {
    cloudFront: { priceClass: 'PriceClass_100', logShards: 1 },
    intranet: { deletionProtection: false },
    internalLoadBalancer: { targetPort: 8080, healthCheckPath: '/healthz', deletionProtection: false },
    vpn: { enabled: false, deviceAddress: '203.0.113.10', deviceAsn: 65010 },
    directConnect: { enabled: false, asn: 65020 },
  },
  // the account is production's, which has the settings, the recorder and the audit
  backup: {
    administrators: [],
    restoreTesting: { schedule: 'cron(0 9 1 * ? *)', validationWindowHours: 1, targetMinutes: 240 },
    regionSettings: false,
    config: false,
    audit: false,
  },
  delivery: {
    codeCommit: { enabled: false, approvals: { needed: 1, roles: [] } },
    codeBuild: {
      source: { at: 'gitHub', url: 'https://github.com/company/platform-application.git' },
      images: { computeType: 'BUILD_GENERAL1_SMALL', timeoutMinutes: 30 },
    },
  },
  // the account is production's, which has its budgets and its monitor
  cost: { budget: { forecastPercent: 80, actualPercent: 100, freezePercent: 120 } },
  dms: {
    // the account is production's, which has them
    accountRoles: false,
    multiAz: false,
    source: { engine: 'postgres', port: 5432, database: 'platform', schema: 'public' },
    started: false,
  },
  monitoring: { agents: 1, collectors: 1 },
  observability: {
    accountAlarms: false,
    alarms: {
      cpuPercent: 90,
      memoryPercent: 90,
      controlPlaneErrors: 100,
      streamAgeSeconds: 900,
      deliveryAgeSeconds: 3_600,
      functionTimeoutPercent: 90,
      databaseConnections: 1_400,
      databaseFreeMemoryMib: 1_024,
      databaseReplicaLagMs: 5_000,
      globalLagSeconds: 300,
      cacheLagSeconds: 60,
      fileSystemIoPercent: 90,
      certificateDays: 30,
    },
    grafana: { enabled: false, adminGroups: [], viewerGroups: [], prefixLists: [] },
  },
} satisfies Part<EnvironmentData>;
