import type * as s3 from '../../imports/s3.services.k8s.aws';
import type { LambdaFunction } from '../lambda/function';
import { Queue } from '../sqs/queue';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
export type BucketEvent =
  | `s3:ObjectCreated:${'*' | 'Put' | 'Post' | 'Copy' | 'CompleteMultipartUpload'}`
  | `s3:ObjectRemoved:${'*' | 'Delete' | 'DeleteMarkerCreated'}`
  | `s3:ObjectRestore:${'*' | 'Post' | 'Completed' | 'Delete'}`
  | `s3:ObjectTagging:${'*' | 'Put' | 'Delete'}`
  | `s3:LifecycleExpiration:${'*' | 'Delete' | 'DeleteMarkerCreated'}`
  | 's3:LifecycleTransition'
  | 's3:IntelligentTiering'
  | 's3:Replication:*'
  | 's3:Replication:OperationFailedReplication';

/** Who hears of changes to objects, within seconds and at least once. */
export interface BucketNotification {
  /** No event of another notification whose keys overlap with this one's. */
  readonly events: readonly BucketEvent[];
  /** Only keys that begin so, at most 1,024 characters. @default every key */
  readonly prefix?: string;
  /** Only keys that end so, at most 1,024 characters. @default every key */
  readonly suffix?: string;
  /** A standard queue or a function; S3 asks both before it accepts the notification. */
  readonly to: Queue | LambdaFunction;
}

/** By name, at most 100: https://docs.aws.amazon.com/general/latest/gr/s3.html */
export type BucketNotifications = Readonly<Record<string, BucketNotification>>;

const MOST = 100;
const LONGEST_FILTER = 1_024;

/** What AWS would refuse of a bucket's notifications. */
export function* notificationProblems(notifications: BucketNotifications): Generator<string> {
  const all = Object.entries(notifications);
  if (all.length > MOST) yield `${all.length} notifications, at most ${MOST} are allowed`;
  for (const [index, [name, one]] of all.entries()) {
    const where = `notifications.${name}`;
    if (one.events.length === 0) yield `${where} has no events, at least one is needed`;
    if (one.to instanceof Queue && one.to.isFifo)
      yield `${where} goes to ${one.to.node.id}, only standard queues are allowed`;
    for (const [field, value = ''] of Object.entries({ prefix: one.prefix, suffix: one.suffix }))
      if (value.length > LONGEST_FILTER)
        yield `${where}: ${field} has ${value.length} characters, at most 1,024 are allowed`;
    for (const [other, earlier] of all.slice(0, index)) {
      const event = sharedEvent(earlier, one);
      if (event && keysOverlap(earlier, one))
        yield `${where} and notifications.${other} both take ${event} of the same keys: their prefixes or suffixes have to differ`;
    }
  }
}

function sharedEvent(one: BucketNotification, other: BucketNotification): BucketEvent | undefined {
  const within = (wide: BucketEvent, narrow: BucketEvent) =>
    wide === narrow || (wide.endsWith(':*') && narrow.startsWith(wide.slice(0, -1)));
  return one.events.find((a) => other.events.some((b) => within(a, b) || within(b, a)));
}

/** Whether a key can fit both: AWS tells them apart by prefix or by suffix. */
function keysOverlap(one: BucketNotification, other: BucketNotification): boolean {
  const [a = '', b = ''] = [one.prefix, other.prefix];
  const [c = '', d = ''] = [one.suffix, other.suffix];
  return (a.startsWith(b) || b.startsWith(a)) && (c.endsWith(d) || d.endsWith(c));
}

export function renderNotifications(notifications: BucketNotifications): s3.BucketSpecNotification | undefined {
  const all = Object.entries(notifications);
  if (all.length === 0) return undefined;
  const queues: s3.BucketSpecNotificationQueueConfigurations[] = [];
  const functions: s3.BucketSpecNotificationLambdaFunctionConfigurations[] = [];
  for (const [id, { events, prefix, suffix, to }] of all) {
    const common = { id, events: [...events], ...keyFilter({ Prefix: prefix, Suffix: suffix }) };
    if (to instanceof Queue) queues.push({ ...common, queueArn: to.arn });
    else functions.push({ ...common, lambdaFunctionArn: to.arn });
  }
  return {
    ...(queues.length > 0 && { queueConfigurations: queues }),
    ...(functions.length > 0 && { lambdaFunctionConfigurations: functions }),
  };
}

/**
 * AWS answers with capital letters whatever it was given, and the controller compares as it stands
 * (https://github.com/aws/aws-sdk-go-v2/issues/2849).
 */
function keyFilter(values: { readonly Prefix?: string; readonly Suffix?: string }) {
  const filterRules = Object.entries(values).flatMap(([name, value]) => (value ? { name, value } : []));
  return filterRules.length > 0 && { filter: { key: { filterRules } } };
}
