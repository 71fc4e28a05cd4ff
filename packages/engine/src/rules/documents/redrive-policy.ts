import { arnOf, parseArn } from '../../aws';
import type { Manifest } from '../../manifests';
import { isRecord } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { type EmbeddedDocument, parsedIn } from './document';

export const redrivePolicy: Rule = {
  id: 'redrive-policy',
  group: 'documents',
  reason:
    'SQS refuses a dead-letter queue of the other order, one that does not admit the source, and counts out of bounds.',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  check,
};

/** What each queue's redriveAllowPolicy says. */
type AllowPolicies = ReadonlyMap<Manifest, unknown>;

const ALLOW_POLICY = /^spec\.(?:forProvider\.)?redriveAllowPolicy$/;

function* check(tree: Tree): Generator<Problem> {
  const allowing = parsedIn(tree, 'redrive-allow-policy');
  const allowed: AllowPolicies = new Map(
    allowing.filter(({ path }) => ALLOW_POLICY.test(path)).map(({ object, value }) => [object.manifest, value]),
  );
  for (const document of parsedIn(tree, 'redrive-policy')) yield* checkRedrive(tree, document, allowed);
  for (const document of allowing) yield* checkAllow(document);
}

function* checkRedrive(
  tree: Tree,
  { object, path, value }: EmbeddedDocument,
  allowed: AllowPolicies,
): Generator<Problem> {
  const problem = (message: string): Problem => ({ object, path, message });
  const target = isRecord(value) ? value['deadLetterTargetArn'] : undefined;
  if (!isRecord(value) || typeof target !== 'string') {
    yield problem('deadLetterTargetArn is required');
    return;
  }
  const isQueue = object.manifest.kind === 'Queue';
  const unknown = Object.keys(value).find(
    (key) => key !== 'deadLetterTargetArn' && !(isQueue && key === 'maxReceiveCount'),
  );
  if (unknown)
    yield problem(`there is no '${unknown}', allowed are deadLetterTargetArn${isQueue ? ' and maxReceiveCount' : ''}`);
  const count = Number(value['maxReceiveCount']);
  if (isQueue && !(Number.isInteger(count) && count >= 1 && count <= 1_000))
    yield problem(`maxReceiveCount is ${JSON.stringify(value['maxReceiveCount'])}, 1 to 1000 is allowed`);
  if (parseArn(target)?.service !== 'sqs') {
    yield problem(`deadLetterTargetArn is '${target}', the ARN of an SQS queue is needed`);
    return;
  }
  const own = arnOf(object.manifest, tree.home);
  if (isQueue && own !== undefined && target.endsWith('.fifo') !== own.endsWith('.fifo'))
    yield problem(
      `a FIFO queue has a FIFO queue for its dead letters, a standard queue a standard one; '${target}' is not`,
    );
  else if (isQueue && own !== undefined) {
    const [queue] = tree.lookup.resolve({ by: 'arn', arn: target, path, needed: true });
    if (queue && !admits(allowed.get(queue), own))
      yield problem(`'${target}' does not admit this queue in its redriveAllowPolicy`);
  }
}

/** Whether a dead-letter queue takes messages from a source; one without a policy takes them from any. */
function admits(policy: unknown, source: string): boolean {
  if (!isRecord(policy) || policy['redrivePermission'] === 'allowAll') return true;
  const sources = policy['sourceQueueArns'];
  return policy['redrivePermission'] === 'byQueue' && Array.isArray(sources) && sources.includes(source);
}

const PERMISSIONS = ['allowAll', 'byQueue', 'denyAll'];

function* checkAllow({ object, path, value }: EmbeddedDocument): Generator<Problem> {
  const { redrivePermission: permission, sourceQueueArns: sources } = isRecord(value) ? value : {};
  if (!PERMISSIONS.includes(String(permission)))
    yield {
      object,
      path,
      message: `redrivePermission is ${JSON.stringify(permission)}, allowed are ${PERMISSIONS.join(', ')}`,
    };
  const count = Array.isArray(sources) ? sources.length : 0;
  if (permission === 'byQueue' && (count < 1 || count > 10))
    yield { object, path, message: `sourceQueueArns names ${count} queues, 1 to 10 are allowed` };
}
