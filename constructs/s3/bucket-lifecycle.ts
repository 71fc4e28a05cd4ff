import type { Duration } from 'cdk8s';
import type * as s3 from '../../imports/s3.services.k8s.aws';

/** From the nearest to the furthest; objects only ever move on, never back. `GLACIER` is Flexible Retrieval. */
export type StorageClass =
  | 'STANDARD_IA'
  | 'INTELLIGENT_TIERING'
  | 'ONEZONE_IA'
  | 'GLACIER_IR'
  | 'GLACIER'
  | 'DEEP_ARCHIVE';

/**
 * What happens to objects as they age; at least one of the two. Bounds:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export interface LifecycleRule {
  /** Only keys that begin so. @default every key */
  readonly prefix?: string;
  /**
   * Since an object's creation: an infrequent class 30 days or more, every further one 30 days or more behind the one
   * before.
   */
  readonly transitions?: readonly { readonly to: StorageClass; readonly after: Duration }[];
  /**
   * Since an object's creation, later than every transition: it is deleted then, and its versions later.
   * @default never
   */
  readonly expireAfter?: Duration;
}

/** By name, at most 999: one is the bucket's own. */
export type LifecycleRules = Readonly<Record<string, LifecycleRule>>;

const CLASSES: readonly StorageClass[] = [
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
];
const INFREQUENT: readonly StorageClass[] = ['STANDARD_IA', 'ONEZONE_IA'];
const DAYS_IN_A_CLASS = 30;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-set-lifecycle-configuration-intro.html */
const MOST_RULES = 1_000;
const HOUSEKEEPING = 'housekeeping';

/** What AWS would refuse of a bucket's rules. */
export function* lifecycleProblems(rules: LifecycleRules, noncurrentRetention: Duration): Generator<string> {
  const count = Object.keys(rules).length + 1;
  if (count > MOST_RULES)
    yield `lifecycle has ${count} rules with the bucket's own, at most ${MOST_RULES.toLocaleString('en')} are allowed`;
  if (noncurrentRetention.toDays() < 1) yield 'noncurrentRetention is less than a day';
  for (const [name, rule] of Object.entries(rules)) {
    const where = `lifecycle.${name}`;
    if (name === HOUSEKEEPING) yield `${where}: the name is the bucket's own rule's`;
    if (name.length > 255) yield `${where}: the name has ${name.length} characters, at most 255 are allowed`;
    yield* ruleProblems(where, rule);
  }
}

function* ruleProblems(where: string, { transitions = [], expireAfter }: LifecycleRule): Generator<string> {
  if (transitions.length === 0 && expireAfter === undefined)
    yield `${where} does nothing, transitions or expireAfter are needed`;
  for (const [index, { to, after }] of transitions.entries()) {
    const days = after.toDays();
    if (INFREQUENT.includes(to) && days < DAYS_IN_A_CLASS)
      yield `${where}: ${to} after ${days} days, at least ${DAYS_IN_A_CLASS} are needed`;
    const before = transitions[index - 1];
    if (!before) continue;
    const from = before.to;
    // of the classes behind One Zone-IA, this one alone cannot take over from it
    const leads = CLASSES.indexOf(to) > CLASSES.indexOf(from) && !(from === 'ONEZONE_IA' && to === 'GLACIER_IR');
    if (!leads) yield `${where}: objects cannot move from ${from} to ${to}`;
    const earliest = before.after.toDays() + DAYS_IN_A_CLASS;
    if (days < earliest)
      yield `${where}: ${to} after ${days} days, at least ${earliest} are needed: ${DAYS_IN_A_CLASS} in ${from} first`;
  }
  if (expireAfter === undefined) return;
  const last = Math.max(0, ...transitions.map(({ after }) => after.toDays()));
  if (expireAfter.toDays() <= last)
    yield `${where}: expireAfter is ${expireAfter.toDays()} days, more than ${last} are needed, those of the last transition`;
}

/**
 * The rules, and the bucket's own: uploads that nobody finished, versions that were replaced, and what deleting left.
 */
export function renderLifecycle(rules: LifecycleRules, noncurrentRetention: Duration): s3.BucketSpecLifecycle {
  return {
    rules: [
      ...Object.entries(rules).map(([id, rule]) => renderRule(id, rule)),
      {
        ...enabled(HOUSEKEEPING),
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        expiration: { expiredObjectDeleteMarker: true },
        noncurrentVersionExpiration: { noncurrentDays: noncurrentRetention.toDays() },
      },
    ],
  };
}

function renderRule(id: string, { prefix, transitions, expireAfter }: LifecycleRule): s3.BucketSpecLifecycleRules {
  return {
    ...enabled(id, prefix),
    transitions: transitions?.map(({ to, after }) => ({ days: after.toDays(), storageClass: to })),
    expiration: expireAfter && { days: expireAfter.toDays() },
  };
}

/** The name and the empty prefix are written out, as AWS answers with them: the controller compares rules whole. */
function enabled(id: string, prefix = ''): s3.BucketSpecLifecycleRules {
  return { id, status: 'Enabled', filter: { prefix } };
}
