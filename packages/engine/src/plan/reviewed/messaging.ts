import {
  bySize,
  bySwitch,
  disrupts,
  type FieldEffect,
  nothing,
  type Reviewed,
  replaces,
  updates,
} from './field-effect';

const SQS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html';
const FIFO = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-moving.html';
const SNS = 'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html';
const KINESIS = 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html';
const EVENTS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/';

const queueRetention: FieldEffect = bySize(
  updates('messages older than the new period are deleted, those that wait for a consumer among them', SQS),
  updates('messages are kept longer from now on', SQS),
);
const shards: FieldEffect = bySize(
  disrupts(
    'fewer shards: Kinesis merges them, so capacity for writers and readers shrinks at once, and readers must follow parents before children; at least half of the shards stay in one step',
    KINESIS,
  ),
  disrupts(
    'more shards: Kinesis splits them: keys move to new shards, and readers must follow parents before children',
    KINESIS,
  ),
);
const retention: FieldEffect = bySize(
  updates(
    'records older than the new period are deleted',
    'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
  ),
  updates(
    'records are kept longer from now on',
    'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
  ),
);
const feedback = updates('decides what SNS logs of deliveries', SNS);
const archive: FieldEffect = bySize(
  updates('events older than the new period are deleted from the archive', `${EVENTS}eb-archive.html`),
  updates('events are kept longer', `${EVENTS}eb-archive.html`),
);
const schedule = bySwitch(
  disrupts(
    'the rule no longer runs: nothing reaches its targets, and what happens meanwhile is not made up for',
    `${EVENTS}eb-rules.html`,
  ),
  updates('the rule runs again', `${EVENTS}eb-rules.html`),
);
const feedbackFields = ['application', 'firehose', 'http', 'lambda', 'sqs'].flatMap((kind) => [
  `${kind}FailureFeedbackRoleARN`,
  `${kind}FailureFeedbackRoleRef`,
  `${kind}SuccessFeedbackRoleARN`,
  `${kind}SuccessFeedbackRoleRef`,
  `${kind}SuccessFeedbackSampleRate`,
]);

/** Queues, topics, streams, buses. */
export const messaging: Reviewed = {
  'sqs.services.k8s.aws/Queue': {
    fifoQueue: replaces(
      'SQS cannot turn a standard queue into FIFO or back: SetQueueAttributes refuses FifoQueue, and ACK stops with ACK.Terminal; a queue of a new name (FIFO names end in .fifo) is needed beside this one, with producers moved first and this one drained',
      FIFO,
    ),
    kmsMasterKeyID: updates(
      'messages from now on are encrypted with the other key; those that wait need the old one until they are read',
      SQS,
    ),
    kmsMasterKeyRef: updates(
      'messages from now on are encrypted with the other key; those that wait need the old one until they are read',
      SQS,
    ),
    messageRetentionPeriod: queueRetention,
    policy: updates('who may use the queue changes at once, within a minute', SQS),
    policyRef: updates('who may use the queue changes at once, within a minute', SQS),
    visibilityTimeout: updates('messages that are received from now on are hidden for the new time', SQS),
  },
  'sns.services.k8s.aws/Topic': {
    deliveryPolicy: updates('how SNS tries again', SNS),
    fifoTopic: replaces(
      'SNS cannot turn a standard topic into FIFO or back: ACK cannot set it, and stops or reports a difference for ever; a topic of a new name is needed',
      'https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html',
    ),
    policy: updates('who may use the topic changes at once', SNS),
    policyRef: updates('who may use the topic changes at once', SNS),
    ...Object.fromEntries(feedbackFields.map((field) => [field, feedback])),
  },
  'sns.services.k8s.aws/PlatformApplication': {
    name: replaces('a platform application keeps its name: ACK makes a second one', SNS),
    platform: replaces('the platform is chosen at creation', SNS),
  },
  'sns.services.k8s.aws/PlatformEndpoint': {
    platformApplicationARN: replaces('an endpoint stays with its application', SNS),
    token: updates('the device token changes', SNS),
  },
  'kinesis.services.k8s.aws/Stream': {
    shardCount: shards,
    streamModeDetails: updates(
      'switches between provisioned and on-demand while the stream serves; twice in 24 hours',
      'https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html',
    ),
  },
  'AWS::Kinesis::Stream': {
    ShardCount: shards,
    RetentionPeriodHours: retention,
  },
  'eventbridge.services.k8s.aws/Archive': { retentionDays: archive },
  'eventbridge.services.k8s.aws/Rule': { state: schedule },
  'cloudwatchevents.aws.m.upbound.io/Archive': { retentionDays: archive },
  'cloudwatchevents.aws.m.upbound.io/Rule': {
    forceDestroy: nothing('asked when the rule is deleted', `${EVENTS}eb-rules.html`),
    isEnabled: schedule,
    state: schedule,
  },
  'cloudwatchevents.aws.m.upbound.io/Target': {
    rule: replaces(
      'a target stays with its rule: Crossplane refuses the change (ForceNew), Synced=False',
      `${EVENTS}eb-targets.html`,
    ),
    eventBusName: replaces(
      'a target stays on its bus: Crossplane refuses the change (ForceNew), Synced=False',
      `${EVENTS}eb-targets.html`,
    ),
    targetId: replaces(
      'a target keeps its id: Crossplane refuses the change (ForceNew), Synced=False',
      `${EVENTS}eb-targets.html`,
    ),
  },
};
