import type { PlatformChart } from '../../../charts/platform-chart';
import { EventBus } from '../../../constructs/eventbridge/event-bus';
import { Rule } from '../../../constructs/eventbridge/rule';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';

export const bus = (scope: PlatformChart) => new EventBus(scope, 'bus', { description: 'Bus' });

const lost = (scope: PlatformChart) => new Queue(scope, 'lost');

/** A rule on a bus of its own, with one topic as its target. */
export const rule = (scope: PlatformChart, change: object) =>
  new Rule(scope, 'rule', {
    bus: bus(scope),
    description: '',
    pattern: { source: ['a'] },
    targets: [{ id: 'a', topic: new Topic(scope, 'target') }],
    deadLetterQueue: lost(scope),
    ...change,
  });
