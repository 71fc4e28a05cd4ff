import type { AlarmedKind, AlarmOfKind } from './alarm';

const DEAD_LETTERS = /-dlq(?:\.fifo)?$/;

const deadLetters: AlarmOfKind = {
  name: 'messages',
  metric: 'ApproximateNumberOfMessagesVisible',
  statistic: 'Maximum',
  threshold: 0,
  says: 'holds messages that nobody could handle: read why, mend it, and redrive them',
};

/** Half of the retention at most: what is older than that may soon be lost. */
const oldestMessage = (retention: number): AlarmOfKind => ({
  name: 'oldest-message',
  metric: 'ApproximateAgeOfOldestMessage',
  statistic: 'Maximum',
  threshold: ({ queueAgeSeconds }) => Math.min(queueAgeSeconds, retention / 2),
  periods: 3,
  says: 'has messages that wait too long: its consumer is down or too slow',
});

export const queue: AlarmedKind = {
  service: 'sqs',
  namespace: 'AWS/SQS',
  subjects: ({ name, field }) => [
    {
      dimensions: { QueueName: name },
      // 4 days is AWS's default
      alarms: [
        DEAD_LETTERS.test(name) ? deadLetters : oldestMessage(Number(field('messageRetentionPeriod') ?? 345_600)),
      ],
    },
  ],
};

export const topic: AlarmedKind = {
  service: 'sns',
  namespace: 'AWS/SNS',
  subjects: ({ name }) => [
    {
      dimensions: { TopicName: name },
      alarms: [
        {
          name: 'failed',
          metric: 'NumberOfNotificationsFailed',
          statistic: 'Sum',
          threshold: 0,
          says: 'could not deliver to a subscriber: its dead-letter queue holds what',
        },
        {
          name: 'lost',
          metric: 'NumberOfNotificationsFailedToRedriveToDlq',
          statistic: 'Sum',
          threshold: 0,
          says: 'lost what it could not deliver: its dead-letter queue took it neither',
        },
      ],
    },
  ],
};

export const rule: AlarmedKind = {
  service: 'events',
  namespace: 'AWS/Events',
  subjects: ({ name, field }) => {
    const bus = String(field('eventBusName') ?? 'default');
    return [
      {
        dimensions: { ...(bus !== 'default' && { EventBusName: bus }), RuleName: name },
        alarms: [
          {
            name: 'failed',
            metric: 'FailedInvocations',
            statistic: 'Sum',
            threshold: 0,
            says: 'could not deliver an event to a target: its dead-letter queue holds it',
          },
          {
            name: 'lost',
            metric: 'InvocationsFailedToBeSentToDlq',
            statistic: 'Sum',
            threshold: 0,
            says: 'lost an event: its dead-letter queue took it neither',
          },
        ],
      },
    ];
  },
};

export const stream: AlarmedKind = {
  service: 'kinesis',
  namespace: 'AWS/Kinesis',
  subjects: ({ name }) => [
    {
      dimensions: { StreamName: name },
      alarms: [
        {
          name: 'iterator-age',
          metric: 'GetRecords.IteratorAgeMilliseconds',
          statistic: 'Maximum',
          threshold: ({ streamAgeSeconds }) => streamAgeSeconds * 1_000,
          periods: 3,
          says: 'is read too slowly: records expire before they are read',
        },
        {
          name: 'write-throttles',
          metric: 'WriteProvisionedThroughputExceeded',
          statistic: 'Sum',
          threshold: 0,
          periods: 3,
          says: 'refuses records: it has too few shards',
        },
      ],
    },
  ],
};

export const deliveryStream: AlarmedKind = {
  service: 'firehose',
  namespace: 'AWS/Firehose',
  subjects: ({ name }) => [
    {
      dimensions: { DeliveryStreamName: name },
      alarms: [
        {
          name: 'freshness',
          metric: 'DeliveryToS3.DataFreshness',
          statistic: 'Maximum',
          threshold: ({ deliveryAgeSeconds }) => deliveryAgeSeconds,
          periods: 3,
          says: 'does not deliver to S3: look at its errors and at the rights of its role',
        },
      ],
    },
  ],
};
