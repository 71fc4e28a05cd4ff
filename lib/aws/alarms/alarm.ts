import type { EnvironmentData } from '../../../environments';
import type { Manifest } from '../../manifests/manifest';
import type { Place } from '../arn';
import type { Fields } from '../physical';

/** From where on an environment wants to be woken. */
export type AlarmLimits = EnvironmentData['observability']['alarms'];

export type Statistic = 'Average' | 'Maximum' | 'Minimum' | 'SampleCount' | 'Sum' | `p${number}`;

/** What an alarm makes of periods without data. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html */
export type MissingData = 'breaching' | 'ignore' | 'missing' | 'notBreaching';

/** One alarm that the objects of a kind have. */
export interface AlarmOfKind {
  /** Ends the alarm's name, and tells what happened: `oldest-message`. */
  readonly name: string;
  readonly metric: string;
  readonly statistic: Statistic;
  /**
   * Also over the values of dimensions that nobody can list, by a Metrics Insights query: names of them, or `any` where the
   * service does not say which they are. @default the metric of exactly the subject's dimensions
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
export interface Alarmed {
  /** Its name in AWS; empty where only AWS knows it. */
  readonly name: string;
  readonly fields: Fields;
  readonly manifest: Manifest;
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
  readonly subjects: (object: Alarmed) => readonly Subject[];
}
