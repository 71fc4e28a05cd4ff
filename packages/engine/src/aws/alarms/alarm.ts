import type { Place } from '../arn';

/** From where on an environment wants to be woken. Numbers of things are in five minutes, unless they say otherwise. */
export interface AlarmLimits {
  /** Of databases and caches, over 15 minutes. */
  readonly cpuPercent: number;
  /** Of what keeps data in memory. */
  readonly memoryPercent: number;
  /** How long a message may wait in a queue. */
  readonly queueAgeSeconds: number;
  /** How far behind the reader of a stream may be. */
  readonly streamAgeSeconds: number;
  /** How long Firehose may keep records before they are in S3. */
  readonly deliveryAgeSeconds: number;
  readonly functionErrors: number;
  readonly functionThrottles: number;
  /** How much of its timeout a function may take. */
  readonly functionTimeoutPercent: number;
  /** Answers 5xx of an API or load balancer. */
  readonly serverErrors: number;
  /** Of 100 answers of a distribution. */
  readonly errorPercent: number;
  /** Within which 95 of 100 answers of an API have to come. */
  readonly latencyMs: number;
  readonly databaseConnections: number;
  readonly databaseFreeMemoryMib: number;
  readonly databaseReplicaLagMs: number;
  /** How far a database and tables of another region may be behind. */
  readonly globalLagSeconds: number;
  readonly tableThrottles: number;
  readonly cacheEvictions: number;
  readonly cacheLagSeconds: number;
  readonly fileSystemIoPercent: number;
  /** Before a certificate expires. */
  readonly certificateDays: number;
  /** Of one build project in an hour. */
  readonly failedBuilds: number;
}

export type Statistic = 'Average' | 'Maximum' | 'Minimum' | 'SampleCount' | 'Sum' | `p${number}`;

/**
 * What an alarm makes of periods without data.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export type MissingData = 'breaching' | 'ignore' | 'missing' | 'notBreaching';

/** One alarm that the objects of a kind have. */
export interface AlarmOfKind {
  /** Ends the alarm's name, and tells what happened: `oldest-message`. */
  readonly name: string;
  readonly metric: string;
  readonly statistic: Statistic;
  /**
   * Also over the values of dimensions that nobody can list, by a Metrics Insights query: names of them, or `any` where
   * the service does not say which they are. @default the metric of exactly the subject's dimensions
   */
  readonly over?: readonly string[] | 'any';
  /** @default 'above' */
  readonly when?: 'above' | 'below';
  readonly threshold: number | ((limits: AlarmLimits) => number);
  /** s. @default 300 */
  readonly period?: number;
  /** In how many periods of as many it has to be so. @default 1 */
  readonly periods?: number;
  /** @default 'notBreaching': most services publish nothing where nothing happens */
  readonly missing?: MissingData;
  /** What it means, for whoever gets the message. */
  readonly says: string;
}

/** Something that CloudWatch measures: an object, or a part of one. */
export interface Subject {
  /** Which part: a node, a replica's region. @default the object itself */
  readonly part?: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Where its metrics are. @default where the object is */
  readonly region?: string;
  readonly alarms: readonly AlarmOfKind[];
}

/** An object as its kind's entry sees it. */
export interface AlarmedResource {
  /** Its name in AWS; empty where only AWS knows it. */
  readonly name: string;
  /** A field, as the entry spells it. */
  field(path: string): unknown;
  /** Its ARN; empty where only AWS knows it. */
  readonly arn: string;
  /** The region it is in. */
  readonly region: string;
  readonly place: Place;
  /** A value that AWS tells after creation, without a part that the metric does not have. */
  late(path: string, without?: string): string;
  /** The name in AWS of another object. */
  nameOf(kind: string, name: string): string;
}

/** What of a kind is watched, and how. */
export interface AlarmedKind {
  /** Begins its alarms' names: `sqs`. */
  readonly service: string;
  readonly namespace: string;
  readonly subjects: (object: AlarmedResource) => readonly Subject[];
}
