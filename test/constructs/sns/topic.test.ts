import type { PlatformChart } from '../../../charts/platform-chart';
import { Topic } from '../../../constructs/sns/topic';
import { chart } from '../scope';

describe('Topic', () => {
  test('GIVEN a topic WHEN a role is to send to it THEN it gets the key too, through the service alone', () => {
    const [send, key] = new Topic(chart(), 'events').publishStatements;
    expect(send!.actions).toEqual(['sns:Publish']);
    expect(key).toMatchObject({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      conditions: { StringEquals: { 'kms:ViaService': 'sns.us-east-1.amazonaws.com' } },
    });
  });

  test('GIVEN a topic without encryption WHEN a role is to publish THEN it needs no key', () => {
    const topic = new Topic(chart(), 'events', { encryption: { none: true, because: 'names of events only' } });
    expect(topic.publishStatements.map(({ actions }) => actions)).toEqual([['sns:Publish']]);
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a topic name with a space', (scope) => new Topic(scope, 'a b'), 'at most 256 letters'],
    [
      'a display name of 101 characters',
      (scope) => new Topic(scope, 'a', { displayName: 'd'.repeat(101) }),
      'at most 100 are allowed',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });

  test('GIVEN a topic that is not encrypted for no reason WHEN it is made THEN the message says where, what and what is allowed', () => {
    expect(() => new Topic(chart(), 'alerts', { encryption: { none: true, because: 'so' } })).toThrow(
      "production/test/chart/alerts: encryption: because is 'so', a reason of at least 10 characters is required",
    );
  });
});
