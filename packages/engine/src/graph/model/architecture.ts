/**
 * What a page shows. It is written into the page as JSON, so objects are known by their positions in the list.
 */
export interface Architecture {
  readonly environment: string;
  readonly applications: readonly PageApplication[];
  readonly objects: readonly PageObject[];
  readonly edges: readonly Edge[];
  /** What `platform plan` says, where the page shows a plan. */
  readonly plan?: PlanSummary;
}

/** An area of the page: an application folder of `dist`. */
export interface PageApplication {
  readonly name: string;
  /** One line for a person. */
  readonly description: string;
  readonly services: readonly PageService[];
}

/** A chart: a file of an application's folder. */
export interface PageService {
  /** The file's name: `sqs`. */
  readonly name: string;
  /** `Amazon SQS`. */
  readonly title: string;
  /** `charts/messaging/sqs.ts`; empty where the file does not say. */
  readonly source: string;
  /** Positions of its objects. */
  readonly objects: readonly number[];
}

export interface PageObject {
  readonly application: string;
  readonly service: string;
  readonly name: string;
  /** Empty for objects of the cluster. */
  readonly namespace: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** The AWS service, or the part of the cluster, that the object belongs to: `Amazon SQS`. */
  readonly title: string;
  /** What it is there: `Queue`, also for what Cloud Control makes. */
  readonly what: string;
  /** Whether deleting it loses data or identities. */
  readonly stateful: boolean;
  /** Whether it only brings values from one object to another: kro's graphs and their instances. */
  readonly machinery: boolean;
  /** `dist/production/messaging/sqs.yaml`; empty where there is none. */
  readonly file: string;
  /** As the file has it. */
  readonly manifest: string;
  /** The position of the kro graph that makes it. */
  readonly graph?: number;
  readonly change?: PlannedChange;
}

/**
 * - `event`: messages, events, alarms and data go this way;
 * - `network`: requests and connections go this way;
 * - `reference`: the first needs a value of the second;
 * - `permission`: a policy of the first speaks of the second.
 */
export type EdgeKind = (typeof EDGE_KINDS)[number];

export const EDGE_KINDS = ['event', 'network', 'reference', 'permission'] as const;

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** The fields that say so. */
  readonly paths: readonly string[];
}

/** From grave to harmless, as the page lists them. */
export const EFFECTS_GRAVEST_FIRST = [
  'destroy',
  'orphan',
  'blocked',
  'replace',
  'unknown',
  'disrupt',
  'update',
  'create',
  'none',
] as const;

export type Effect = (typeof EFFECTS_GRAVEST_FIRST)[number];

export interface PlannedChange {
  readonly effect: Effect;
  readonly reason: string;
  readonly fields: readonly PlannedField[];
  readonly acknowledged: boolean;
}

export interface PlannedField {
  readonly path: string;
  /** As text; empty where the field is not there. */
  readonly before: string;
  readonly after: string;
  readonly effect: Effect;
  readonly reason: string;
}

export interface PlanSummary {
  /** How many objects have each effect. */
  readonly counts: Readonly<Partial<Record<Effect, number>>>;
}
