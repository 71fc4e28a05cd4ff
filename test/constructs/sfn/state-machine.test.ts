import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { type Flow, flow, type Retrier, type State } from '../../../constructs/sfn/state';
import { StateMachine } from '../../../constructs/sfn/state-machine';
import { askByMessage, publish, startExecution } from '../../../constructs/sfn/task-target';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import { chart, manifests } from '../scope';
import { machine, PAY, pay } from './helpers';

/** States as they come from code that the compiler did not see. */
function unchecked(states: Record<string, unknown>, startAt = 'A'): Flow {
  return { startAt, states: states as Flow['states'] };
}

const retrying = (retrier: Retrier) =>
  flow({ startAt: 'A', states: { A: { type: 'Task', calls: pay, retry: [retrier], end: true } } });

describe('StateMachine', () => {
  test('GIVEN states of every type WHEN it is made THEN the definition is canonical Amazon States Language', () => {
    const scope = chart();
    const rest: Record<
      'Split' | 'Each' | 'Wait' | 'Note' | 'Good' | 'Bad',
      State<'Split' | 'Each' | 'Wait' | 'Note' | 'Good' | 'Bad'>
    > = {
      Split: {
        type: 'Parallel',
        branches: [flow({ startAt: 'Left', states: { Left: { type: 'Pass', end: true } } })],
        next: 'Each',
      },
      Each: {
        type: 'Map',
        items: '{% $states.input.items %}',
        maxConcurrency: 5,
        each: flow({ startAt: 'Item', states: { Item: { type: 'Succeed' } } }),
        next: 'Wait',
      },
      Wait: { type: 'Wait', until: Duration.minutes(1), next: 'Note' },
      Note: { type: 'Pass', output: { done: true }, next: 'Good' },
      Good: { type: 'Succeed' },
      Bad: { type: 'Fail', error: 'Bad', cause: 'it was' },
    };
    machine(
      scope,
      flow({
        startAt: 'Choose',
        states: {
          Choose: { type: 'Choice', choices: [{ condition: '{% $states.input.ok %}', next: 'Pay' }], default: 'Bad' },
          Pay: {
            type: 'Task',
            calls: pay,
            timeout: Duration.minutes(2),
            heartbeat: Duration.minutes(1),
            retry: [{ errors: ['States.ALL'], interval: Duration.seconds(2), maxAttempts: 3, backoffRate: 1.5 }],
            catch: [{ errors: ['Declined'], next: 'Bad' }],
            next: 'Split',
          },
          ...rest,
        },
      }),
      { timeout: Duration.hours(1) },
    );
    const text = String(manifests(scope)['orders']!.spec['definition']);
    const { States: states, ...head } = JSON.parse(text);
    expect(head).toEqual({ Comment: 'Orders', QueryLanguage: 'JSONata', StartAt: 'Choose', TimeoutSeconds: 3_600 });
    expect(text.indexOf('"Comment"')).toBeLessThan(text.indexOf('"StartAt"'));
    expect(states).toEqual({
      Choose: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.ok %}', Next: 'Pay' }], Default: 'Bad' },
      Pay: {
        Type: 'Task',
        Resource: PAY,
        TimeoutSeconds: 120,
        HeartbeatSeconds: 60,
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 1.5 }],
        Catch: [{ ErrorEquals: ['Declined'], Next: 'Bad' }],
        Next: 'Split',
      },
      Split: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } }],
        Next: 'Each',
      },
      Each: {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        MaxConcurrency: 5,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Item',
          States: { Item: { Type: 'Succeed' } },
        },
        Next: 'Wait',
      },
      Wait: { Type: 'Wait', Seconds: 60, Next: 'Note' },
      Note: { Type: 'Pass', Output: { done: true }, Next: 'Good' },
      Good: { Type: 'Succeed' },
      Bad: { Type: 'Fail', Error: 'Bad', Cause: 'it was' },
    });
  });

  test('GIVEN a state machine WHEN it is made THEN everything but its data is logged, encrypted and traced', () => {
    const scope = chart({ namePrefix: 'staging-' });
    machine(scope, retrying({ errors: ['States.ALL'] }));
    const objects = manifests(scope);
    expect(objects['orders']!.kind).toBe('StateMachine');
    expect(objects['orders']!.spec).toMatchObject({
      name: 'staging-orders',
      type_: 'STANDARD',
      roleARN: 'arn:aws:iam::123456789012:role/platform/staging-states-orders',
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [
          {
            cloudWatchLogsLogGroup: {
              logGroupARN: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/staging-orders:*',
            },
          },
        ],
      },
      tracingConfiguration: { enabled: true },
    });
  });

  test('GIVEN tasks of several kinds WHEN it is made THEN its role may do what they need, each once, and nothing else', () => {
    const scope = chart();
    const queue = new Queue(scope, 'questions');
    const topic = new Topic(scope, 'news');
    const other = machine(scope, retrying({ errors: ['States.ALL'] }));
    new StateMachine(scope, 'all', {
      comment: 'All',
      type: 'STANDARD',
      logRetentionDays: 7,
      definition: flow({
        startAt: 'Ask',
        states: {
          Ask: { type: 'Task', calls: askByMessage(queue, 'may I?'), timeout: Duration.days(1), next: 'Both' },
          Both: {
            type: 'Parallel',
            branches: [
              flow({ startAt: 'One', states: { One: { type: 'Task', calls: pay, end: true } } }),
              flow({ startAt: 'Two', states: { Two: { type: 'Task', calls: pay, end: true } } }),
            ],
            next: 'Tell',
          },
          Tell: { type: 'Task', calls: publish(topic, 'done'), next: 'Start' },
          Start: { type: 'Task', calls: startExecution(other), end: true },
        },
      }),
    });
    const { definition } = manifests(scope)['all']!.spec;
    expect(JSON.parse(String(definition)).States.Ask).toMatchObject({
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: {
        QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/questions',
        MessageBody: { question: 'may I?', taskToken: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 86_400,
    });
    const { inlinePolicies, assumeRolePolicyDocument } = manifests(scope)['states-all']!.spec as {
      inlinePolicies: Record<string, string>;
      assumeRolePolicyDocument: string;
    };
    const statements: { Action: unknown; Resource: unknown }[] = JSON.parse(inlinePolicies['work']!).Statement;
    expect(statements.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:123456789012:questions'],
      [['kms:Decrypt', 'kms:GenerateDataKey'], scope.environment.outputs.keys.messaging],
      ['lambda:InvokeFunction', [PAY, `${PAY}:*`]],
      ['sns:Publish', 'arn:aws:sns:us-east-1:123456789012:news'],
      [['kms:Decrypt', 'kms:GenerateDataKey'], scope.environment.outputs.keys.messaging],
      ['states:StartExecution', 'arn:aws:states:us-east-1:123456789012:stateMachine:orders'],
    ]);
    expect(JSON.parse(assumeRolePolicyDocument).Statement[0]).toMatchObject({
      Principal: { Service: 'states.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:all' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  const bad: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a name that is too long',
      (scope) =>
        new StateMachine(scope, 'x'.repeat(81), {
          comment: '',
          type: 'STANDARD',
          logRetentionDays: 7,
          definition: retrying({ errors: ['States.ALL'] }),
        }),
      `state machine name '${'x'.repeat(81)}' (81 characters) is not allowed, only at most 80 letters, digits, hyphens and _`,
    ],
    [
      'a start that is not defined',
      (scope) => machine(scope, unchecked({ A: { type: 'Succeed' } }, 'B')),
      "orders: definition: StartAt names the state 'B', which is not defined",
    ],
    ['no states', (scope) => machine(scope, unchecked({})), 'definition: States is required, with at least one state'],
    [
      'a caught error that leads nowhere',
      (scope) =>
        machine(
          scope,
          unchecked({ A: { type: 'Task', calls: pay, catch: [{ errors: ['E'], next: 'PaymentFailed' }], end: true } }),
        ),
      "States.A: Catch[0].Next names the state 'PaymentFailed', which is not defined",
    ],
    [
      'a state that nothing leads to',
      (scope) => machine(scope, unchecked({ A: { type: 'Succeed' }, B: { type: 'Succeed' } })),
      'no state leads to B',
    ],
    [
      'states that go round for ever',
      (scope) =>
        machine(
          scope,
          flow({
            startAt: 'A',
            states: { A: { type: 'Pass', next: 'B' }, B: { type: 'Wait', until: Duration.seconds(1), next: 'A' } },
          }),
        ),
      'no state that ends can be reached from A, B',
    ],
    [
      'neither next nor end',
      (scope) => machine(scope, unchecked({ A: { type: 'Pass' } })),
      'States.A: has neither Next nor End',
    ],
    [
      'both next and end',
      (scope) => machine(scope, unchecked({ A: { type: 'Pass', next: 'A', end: true } })),
      'States.A: has both Next and End',
    ],
    [
      'a state whose name is too long',
      (scope) => machine(scope, unchecked({ ['y'.repeat(81)]: { type: 'Succeed' } }, 'y'.repeat(81))),
      'the name has 81 characters, at most 80 are allowed',
    ],
    [
      'two states of one name in different branches',
      (scope) => {
        const branch = flow({ startAt: 'A', states: { A: { type: 'Succeed' } } });
        machine(
          scope,
          flow({ startAt: 'P', states: { P: { type: 'Parallel', branches: [branch, branch], end: true } } }),
        );
      },
      "States.P.Branches[1].States.A: another state is named 'A' too; names are unique in the definition",
    ],
    [
      'a choice without choices',
      (scope) =>
        machine(scope, unchecked({ A: { type: 'Choice', choices: [], default: 'B' }, B: { type: 'Succeed' } })),
      'States.A: Choices has no items',
    ],
    [
      'an error that Step Functions does not have',
      (scope) => machine(scope, retrying({ errors: ['States.Failed'] })),
      "States.A: Retry[0].ErrorEquals has 'States.Failed', no error of Step Functions has that name",
    ],
    [
      'a catch-all that is not alone',
      (scope) => machine(scope, retrying({ errors: ['States.ALL', 'Other'] })),
      'States.A: Retry[0]: States.ALL stands alone and last',
    ],
    [
      'a retry without a pause',
      (scope) => machine(scope, retrying({ errors: ['States.ALL'], interval: Duration.seconds(0) })),
      'States.A.Retry[0]: IntervalSeconds is 0, a whole number from 1 to 99999999 is allowed',
    ],
    [
      'too many attempts',
      (scope) => machine(scope, retrying({ errors: ['States.ALL'], maxAttempts: 1e8 })),
      'States.A.Retry[0]: MaxAttempts is 100000000, a whole number from 0 to 99999999 is allowed',
    ],
    [
      'a pause that shrinks',
      (scope) => machine(scope, retrying({ errors: ['States.ALL'], backoffRate: 0.5 })),
      'States.A.Retry[0]: BackoffRate is 0.5, 1.0 or more is allowed',
    ],
    [
      'a longest pause that is shorter than the first',
      (scope) =>
        machine(
          scope,
          retrying({ errors: ['States.ALL'], interval: Duration.seconds(5), maxDelay: Duration.seconds(5) }),
        ),
      'MaxDelaySeconds is 5, more than IntervalSeconds (5) and less than 31622400 is allowed',
    ],
    [
      'a timeout of nothing',
      (scope) =>
        machine(scope, unchecked({ A: { type: 'Task', calls: pay, timeout: Duration.seconds(0), end: true } })),
      'States.A: TimeoutSeconds is 0, a whole number from 1 to 99999999 is allowed',
    ],
    [
      'a heartbeat as long as the timeout',
      (scope) =>
        machine(
          scope,
          unchecked({
            A: { type: 'Task', calls: pay, timeout: Duration.hours(1), heartbeat: Duration.hours(1), end: true },
          }),
        ),
      'States.A: HeartbeatSeconds is 3600, less than TimeoutSeconds (3600) is allowed',
    ],
    [
      'a wait beyond AWS',
      (scope) => machine(scope, unchecked({ A: { type: 'Wait', until: Duration.seconds(1e8), end: true } })),
      'States.A: Seconds is 100000000, a whole number from 0 to 99999999 is allowed',
    ],
    [
      'an answer that is waited for without an end',
      (scope) =>
        machine(
          scope,
          flow({
            startAt: 'A',
            states: { A: { type: 'Task', calls: askByMessage(new Queue(scope, 'q'), 'x'), end: true } },
          }),
        ),
      'definition: the task A waits for an answer, so it needs a timeout',
    ],
    [
      'an EXPRESS one that waits for an answer',
      (scope) =>
        machine(
          scope,
          flow({
            startAt: 'A',
            states: {
              A: {
                type: 'Task',
                calls: askByMessage(new Queue(scope, 'q'), 'x'),
                timeout: Duration.minutes(1),
                end: true,
              },
            },
          }),
          { type: 'EXPRESS' },
        ),
      'States.A: Resource ends in .waitForTaskToken, an EXPRESS state machine cannot wait for others',
    ],
    [
      'an EXPRESS one of more than five minutes',
      (scope) =>
        machine(scope, retrying({ errors: ['States.ALL'] }), { type: 'EXPRESS', timeout: Duration.minutes(6) }),
      'orders: timeout is 360 s, a whole number from 1 to 300 s is allowed',
    ],
    [
      'a payload that is too large',
      (scope) => machine(scope, unchecked({ A: { type: 'Pass', output: 'x'.repeat(262_144), end: true } })),
      'States.A: Output has 262146 bytes, at most 262144 are allowed',
    ],
    [
      'a definition that is too large',
      (scope) =>
        machine(
          scope,
          unchecked({
            ...Object.fromEntries(
              [...'ABCDE'].map((name, index) => [
                name,
                { type: 'Pass', output: 'x'.repeat(262_000), next: 'ABCDEF'[index + 1] },
              ]),
            ),
            F: { type: 'Succeed' },
          }),
        ),
      'at most 1048576 (1 MB) are allowed',
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
