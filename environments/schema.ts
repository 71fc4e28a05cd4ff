import { acknowledged } from '@aws-platform/engine/acknowledgements';
import { z } from 'zod';
import { api, apiProblems } from './api';
import { appRunner } from './app-runner';
import { appSync } from './app-sync';
import { argocd } from './argocd';
import { backup, backupProblems } from './backup';
import { cache } from './cache';
import { cluster } from './cluster';
import { controllers } from './controllers';
import { cost } from './cost';
import { database } from './database';
import { delivery, deliveryProblems } from './delivery';
import { dms } from './dms';
import { dynamodb } from './dynamodb';
import { edge, edgeProblems } from './edge';
import { dnsName, region } from './fields';
import { functions } from './functions';
import { internalService } from './internal-service';
import { jenkins, jenkinsProblems } from './jenkins';
import { karpenter } from './karpenter';
import { monitoring } from './monitoring';
import { drNetwork, network, networkProblems } from './network';
import { observability } from './observability';
import { quotas } from './quotas';
import { storage } from './storage';
import { users, usersProblems } from './users';
import { workflows } from './workflows';

/** Beside CloudFront: https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
const CLOUDFRONT_REGION = 'us-east-1';

const ARN = /^arn:aws(?:-us-gov|-cn)?:[a-z0-9-]+:[a-z0-9-]*:\d{12}:\S+$/;

const account = z.string().regex(/^\d{12}$/, 'an AWS account id has 12 digits');
const httpsUrl = z.url({ protocol: /^https$/, error: 'an https URL' });
const arn = z.string().regex(ARN, 'an ARN with an account');

/** What a person decides about an environment: data only, checked when it is loaded. */
export const environmentSchema = z
  .strictObject({
    /** Also the folder below dist. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'lower-case letters, digits and hyphens'),
    account,
    /** Home region. */
    region,
    /** Of replicas, secondary clusters and backup copies. */
    drRegion: region,
    /**
     * Before every AWS name, so that environments can share an account. Empty in production: its names are the
     * document's.
     */
    namePrefix: z.string().regex(/^(?:[a-z][a-z0-9]*-)?$/, 'empty, or letters and digits ending in a hyphen'),
    /** The public name of the platform. */
    domain: dnsName,
    /** On every AWS object that can carry tags. */
    tags: z.record(z.string().min(1).max(128), z.string().max(256)),
    /** Where Argo CD reads dist. */
    repository: z.strictObject({ url: httpsUrl, revision: z.string().min(1) }),
    argocd,
    cluster,
    network,
    drNetwork,
    messaging: z.strictObject({
      /** Receives alerts and critical user events by e-mail, after confirming the subscription once. */
      alertsEmail: z.email(),
      /** Days an event bus keeps events for replay; 0 keeps them for ever. */
      archiveRetentionDays: z.int().min(0),
      /** Accounts that may put events on the application bus. */
      eventSourceAccounts: z.array(account),
      /** Receives critical infrastructure events, at most `ratePerSecond` a second. */
      incidentWebhook: z.strictObject({ endpoint: httpsUrl, ratePerSecond: z.int().min(1).max(300) }),
    }),
    security: z.strictObject({
      waf: z.strictObject({
        /** Of one address; more are blocked until it slows down. */
        requestsPerFiveMinutes: z.int().min(10).max(2_000_000_000),
        logRetentionDays: z.int().min(1),
      }),
      /** The trail records every region and environment of its account: one environment of an account has it. */
      cloudTrail: z.boolean(),
      /** AWS allows one detector in an account and region: one environment of them has it. */
      guardDuty: z.strictObject({
        enabled: z.boolean(),
        /** Accounts that are invited to be watched from here; each accepts once. */
        members: z.array(z.strictObject({ account, email: z.email() })),
      }),
      /** On once in an account and region: one environment of them has it. */
      securityHub: z.boolean(),
      /** Needs the paid subscription of its account, which a person takes out: one environment of an account has it. */
      shield: z.boolean(),
      /** When the database's password is changed: at an hour when connections may be made anew. */
      databaseRotation: z.strictObject({
        schedule: z.string().startsWith('cron('),
        /** How long after that it may begin. */
        windowHours: z.int().min(1).max(24),
      }),
    }),
    database,
    compute: z.strictObject({
      karpenter,
      /** Days that CloudWatch keeps what Pods on Fargate write. */
      fargateLogRetentionDays: z.int().min(1),
      /** The managed node group of spot instances. */
      spotWorkloads: z.strictObject({
        /** Several, so that one that is short in supply does not stop the group. */
        instanceTypes: z
          .array(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'an instance type looks like m5.large'))
          .min(1),
        minSize: z.int().min(0),
        maxSize: z.int().min(1),
        /** Only at creation: later the autoscaler decides. */
        desiredSize: z.int().min(0),
      }),
    }),
    cache,
    controllers,
    functions,
    internalService,
    edge,
    quotas,
    jenkins,
    storage,
    backup,
    delivery,
    cost,
    dynamodb,
    dms,
    workflows,
    appSync,
    appRunner,
    monitoring,
    observability,
    api,
    users,
    acknowledged,
  })
  .check(({ value, issues }) => {
    if (value.region === value.drRegion)
      issues.push({
        code: 'custom',
        input: value.drRegion,
        path: ['drRegion'],
        message: 'the DR region must differ from the home region',
      });
    if (![value.region, value.drRegion].includes(CLOUDFRONT_REGION))
      issues.push({
        code: 'custom',
        input: value.drRegion,
        path: ['drRegion'],
        message: `the home or the DR region must be ${CLOUDFRONT_REGION}: CloudFront's firewall logs and alarms there, with the platform's keys`,
      });
    for (const { path, message } of [
      ...networkProblems(value),
      ...backupProblems(value),
      ...apiProblems(value),
      ...deliveryProblems(value),
      ...jenkinsProblems(value),
      ...usersProblems(value),
    ])
      issues.push({ code: 'custom', input: value, path, message });
    for (const { path, message } of edgeProblems(value))
      issues.push({ code: 'custom', input: value.edge, path: ['edge', ...path], message });
  });

const keys = z.strictObject({ data: arn, storage: arn, messaging: arn, logs: arn, secrets: arn, backup: arn });
const vpcId = z.string().regex(/^vpc-[0-9a-f]{8,17}$/, 'a VPC id looks like vpc-0123456789abcdef0');
const subnetIds = z
  .array(z.string().regex(/^subnet-[0-9a-f]{8,17}$/, 'a subnet id looks like subnet-0123456789abcdef0'))
  .min(2);
const routeTableId = z.string().regex(/^rtb-[0-9a-f]{8,17}$/, 'a route table id looks like rtb-0123456789abcdef0');

/** What the bootstrap made: the facts that only exist once AWS has created them. */
export const outputsSchema = z.strictObject({
  account,
  region,
  drRegion: region,
  clusterName: z
    .string()
    .regex(/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/, '1 to 100 letters, digits, hyphens and underscores'),
  /** Issuer of the cluster's service account tokens, for IAM roles for service accounts. */
  oidcIssuer: httpsUrl,
  vpcId,
  publicSubnetIds: subnetIds,
  privateSubnetIds: subnetIds,
  databaseSubnetIds: subnetIds,
  /** One per availability zone, in their order, because each zone leaves the VPC by its own NAT gateway. */
  privateRouteTableIds: z.array(routeTableId).min(2),
  /** Of all database subnets. */
  databaseRouteTableId: routeTableId,
  /** KMS key ARNs by data class; alias ARNs do not work as an IAM `Resource`. */
  keys,
  /** Of every role whose permissions the platform writes: no more than the bootstrap has read in dist. */
  permissionsBoundary: arn,
  dr: z.strictObject({
    vpcId,
    privateSubnetIds: subnetIds,
    databaseSubnetIds: subnetIds,
    /** Of all private subnets: there is no NAT gateway. */
    privateRouteTableId: routeTableId,
    databaseRouteTableId: routeTableId,
    keys,
  }),
});
