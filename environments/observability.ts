import { z } from 'zod';

const percent = z.int().min(1).max(100);
const count = z.int().min(0);
const positive = z.int().min(1);
/** Of IAM Identity Center. https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Group.html */
const groupId = z
  .string()
  .regex(
    /^(?:[0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
    'a group of IAM Identity Center looks like 906769aa66-0aafd7e3-62b9-4cf3-9f54-2d1f32f5a8b1',
  );

/** What people are told, and what they can look at. */
export const observability = z
  .strictObject({
    /**
     * Alarms on all nodes, NAT gateways and load balancers of the account and region: one environment of them has
     * these.
     */
    accountAlarms: z.boolean(),
    /** Of the control plane's log group. */
    controlPlaneLogRetentionDays: positive,
    /** From where on somebody is woken. Numbers of things are in five minutes, unless they say otherwise. */
    alarms: z.strictObject({
      /** Of databases, caches and nodes, over 15 minutes. */
      cpuPercent: percent,
      /** Of what keeps data in memory. */
      memoryPercent: percent,
      /** Lines with ERROR in the control plane's log. */
      controlPlaneErrors: count,
      /** How long a message may wait in a queue; half of the queue's retention at most. */
      queueAgeSeconds: positive,
      /** How far behind the reader of a stream may be. */
      streamAgeSeconds: positive,
      /** How long Firehose may keep records before they are in S3; it collects them for up to 15 minutes. */
      deliveryAgeSeconds: positive,
      functionErrors: count,
      functionThrottles: count,
      /** How much of its timeout a function may take. */
      functionTimeoutPercent: percent,
      /** Answers 5xx of an API or load balancer. */
      serverErrors: count,
      /** Of 100 answers of the distribution. */
      errorPercent: percent,
      /** Within which 95 of 100 answers of the API have to come. */
      latencyMs: positive,
      /**
       * Of one instance: one of 16 GiB can have about 1,800
       * (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html).
       */
      databaseConnections: positive,
      databaseFreeMemoryMib: positive,
      databaseReplicaLagMs: positive,
      /** How far the DR region's database and tables may be behind. */
      globalLagSeconds: positive,
      tableThrottles: count,
      cacheEvictions: count,
      cacheLagSeconds: positive,
      fileSystemIoPercent: percent,
      /** ACM renews 60 days before a certificate expires. */
      certificateDays: z.int().min(1).max(59),
      /** Of one project in an hour. */
      failedBuilds: count,
    }),
    xRay: z.strictObject({
      /** How much of the requests is traced, 0 to 1, beyond one a second of each service. */
      sampledShare: z.number().min(0).max(1),
      /** With the platform's key. AWS has one setting in an account and region: one environment of them has it. */
      encryption: z.boolean(),
    }),
    prometheus: z.strictObject({
      /** Of what rules and alert manager log. */
      logRetentionDays: positive,
    }),
    grafana: z.strictObject({
      /** A workspace costs by its users. */
      enabled: z.boolean(),
      /** Groups of IAM Identity Center, which has to be on in the account or its organization. */
      adminGroups: z.array(groupId),
      viewerGroups: z.array(groupId),
      /** Prefix lists of the addresses that people come from; nobody else reaches the workspace. */
      prefixLists: z
        .array(z.string().regex(/^pl-[0-9a-f]{8,17}$/, 'a prefix list looks like pl-0123456789abcdef0'))
        .max(5),
    }),
  })
  .check(({ value, issues }) => {
    const { enabled, adminGroups, prefixLists } = value.grafana;
    for (const [field, list] of Object.entries({ adminGroups, prefixLists }))
      if (enabled && list.length === 0)
        issues.push({
          code: 'custom',
          input: value,
          path: ['grafana', field],
          message: 'is empty: nobody could use the workspace',
        });
  });
