import { each, kindKey, read } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import { parsedIn } from '../documents/document';
import type { Problem, Rule } from '../rule';

export const deadLetter: Rule = {
  id: 'dead-letter',
  group: 'policy',
  reason: 'What an asynchronous consumer cannot handle is lost, or comes back for ever, unless it has a place to go.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_fail_fast.html',
  check,
};

/** Of SNS's protocols those that deliver to what the platform runs. */
const CONSUMERS = new Set(['firehose', 'http', 'https', 'lambda', 'sqs']);
const STREAM = /^arn:aws[a-z-]*:(?:kinesis|dynamodb|kafka):/;

function* check(tree: Tree): Generator<Problem> {
  yield* queues(tree);
  for (const object of tree.ofKinds('sns.services.k8s.aws/Subscription'))
    if (CONSUMERS.has(String(fieldOf(object, 'spec.protocol')))) yield* required(object, 'spec.redrivePolicy');
  for (const object of tree.ofKinds('eventbridge.services.k8s.aws/Rule'))
    for (const { value, path } of each(object.manifest, 'spec.targets[]'))
      if (read(value, 'deadLetterConfig.arn') === undefined) yield missing(object, `${path}.deadLetterConfig`);
  for (const object of tree.ofKinds('cloudwatchevents.aws.m.upbound.io/Target'))
    yield* required(object, 'spec.forProvider.deadLetterConfig');
  for (const object of tree.ofKinds('lambda.services.k8s.aws/Function'))
    if (fieldOf(object, 'spec.functionEventInvokeConfig.destinationConfig.onFailure.destination') === undefined)
      yield* required(object, 'spec.deadLetterConfig.targetARN');
  for (const object of tree.ofKinds('lambda.services.k8s.aws/EventSourceMapping'))
    if (STREAM.test(String(fieldOf(object, 'spec.eventSourceARN'))))
      yield* required(object, 'spec.destinationConfig.onFailure.destination');
}

/** Queues that take others' dead letters need none themselves. */
function* queues(tree: Tree): Generator<Problem> {
  const receivers = deadLetterQueues(tree);
  for (const object of tree.ofKinds('sqs.services.k8s.aws/Queue'))
    if (!receivers.has(object) && fieldOf(object, 'spec.redriveAllowPolicy') === undefined)
      yield* required(object, 'spec.redrivePolicy');
}

function deadLetterQueues(tree: Tree): ReadonlySet<TreeObject> {
  const arns = [
    ...parsedIn(tree, 'redrive-policy').map(({ value }) => read(value, 'deadLetterTargetArn')),
    ...tree.objects.flatMap((object) =>
      tree
        .mentionsOf(object)
        .filter(({ path }) => /deadLetterConfig|onFailure/.test(path))
        .map((mention) => (mention.by === 'arn' ? mention.arn : undefined)),
    ),
  ].filter((arn) => typeof arn === 'string');
  const found = arns.flatMap((arn) => tree.lookup.resolve({ by: 'arn', arn, path: '', needed: true }));
  return new Set(
    found
      .filter((manifest) => kindKey(manifest) === 'sqs.services.k8s.aws/Queue')
      .map((manifest) => tree.objectOf(manifest)),
  );
}

function* required(object: TreeObject, path: string): Generator<Problem> {
  if (fieldOf(object, path) === undefined) yield missing(object, path);
}

function missing(object: TreeObject, path: string): Problem {
  return { object, path, message: 'has no dead-letter queue or failure destination' };
}
