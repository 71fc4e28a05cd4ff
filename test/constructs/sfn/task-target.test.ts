import type { PlatformChart } from '../../../charts/platform-chart';
import { publish, sendMessage } from '../../../constructs/sfn/task-target';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import { chart } from '../scope';

describe('targets of tasks', () => {
  const bad: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a FIFO queue without a group',
      (scope) => sendMessage(new Queue(scope, 'q.fifo', { fifo: {} }), 'x'),
      'production/test/chart/q.fifo: a task gives a groupId to what is FIFO and to nothing else',
    ],
    [
      'a group for a standard topic',
      (scope) => publish(new Topic(scope, 't'), 'x', { groupId: 'g' }),
      'production/test/chart/t: a task gives a groupId to what is FIFO and to nothing else',
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
