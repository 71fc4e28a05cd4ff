import { kindKey } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const queueVisibility: Rule = {
  id: 'queue-visibility',
  group: 'policy',
  reason:
    'A message that comes back while its function is still at work, or while Lambda waits to try again, is handled twice; AWS refuses a timeout that is longer than that.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  check,
};

const QUEUE = 'sqs.services.k8s.aws/Queue';
const FUNCTION = 'lambda.services.k8s.aws/Function';
const FACTOR = 6;
/** What AWS gives a queue and a function that say nothing, in seconds. */
const AWS_DEFAULT = { visibility: 30, timeout: 3 };

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('lambda.services.k8s.aws/EventSourceMapping')) {
    const queue = meant(tree, object, QUEUE, /^spec\.eventSourceARN$/);
    const consumer = meant(tree, object, FUNCTION, /^spec\.function(?:Name|Ref)$/);
    if (!queue || !consumer) continue;
    const timeout = Number(fieldOf(consumer, 'spec.timeout') ?? AWS_DEFAULT.timeout);
    const window = Number(fieldOf(object, 'spec.maximumBatchingWindowInSeconds') ?? 0);
    const visibility = Number(fieldOf(queue, 'spec.visibilityTimeout') ?? AWS_DEFAULT.visibility);
    const needed = FACTOR * timeout + window;
    if (visibility >= needed) continue;
    const { name } = consumer.manifest.metadata;
    yield {
      object,
      path: 'spec.eventSourceARN',
      message: `${queue.manifest.metadata.name} hides messages for ${visibility} s, at least ${needed} s are needed: ${FACTOR} times the ${timeout} s of ${name}, and ${window} s to fill a batch`,
    };
  }
}

/** The object of a kind that a field means. */
function meant(tree: Tree, object: TreeObject, kind: string, field: RegExp): TreeObject | undefined {
  const mention = tree.mentionsOf(object).find(({ path }) => field.test(path));
  const found = mention && tree.lookup.resolve(mention).find((manifest) => kindKey(manifest) === kind);
  return found && tree.objectOf(found);
}
