import type { Manifest } from '../../src/manifests/manifest';
import { mentionsOf } from '../../src/references/mentions';
import { ObjectIndex } from '../../src/references/objects';

const HOME = { account: '123456789012', region: 'us-east-1' };
const QUEUE_ARN = 'arn:aws:sqs:us-east-1:123456789012:orders';

function manifest(apiVersion: string, kind: string, name: string, spec: object): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'aws' }, spec };
}
const queue = manifest('sqs.services.k8s.aws/v1alpha1', 'Queue', 'orders', { queueName: 'orders' });
const topic = manifest('sns.services.k8s.aws/v1alpha1', 'Topic', 'orders', { name: 'orders' });
const bus = manifest('cloudwatchevents.aws.m.upbound.io/v1beta1', 'Bus', 'orders', {
  forProvider: { region: 'us-east-1' },
});

const logs = manifest('cloudwatchlogs.services.k8s.aws/v1alpha1', 'LogGroup', 'orders', { name: '/aws/orders' });

function found(from: Manifest): string[] {
  const objects = new ObjectIndex([queue, topic, bus, logs, from], HOME);
  return mentionsOf(from).flatMap((mention) =>
    objects
      .resolve(mention)
      .filter((to) => to !== from)
      .map((to) => `${to.kind} by ${mention.path}${mention.needed ? '' : ', not needed'}`),
  );
}

describe('references', () => {
  test.each([
    [
      'an ACK reference',
      'sns.services.k8s.aws/v1alpha1',
      { topicRef: { from: { name: 'orders' } } },
      ['Topic by spec.topicRef'],
    ],
    [
      'a Crossplane reference',
      'cloudwatchevents.aws.m.upbound.io/v1beta1',
      { forProvider: { eventBusNameRef: { name: 'orders' } } },
      ['Bus by spec.forProvider.eventBusNameRef'],
    ],
    ['an ARN', 'sns.services.k8s.aws/v1alpha1', { endpoint: QUEUE_ARN }, ['Queue by spec.endpoint']],
    [
      'an ARN inside JSON',
      'sqs.services.k8s.aws/v1alpha1',
      { redrivePolicy: `{"deadLetterTargetArn":"${QUEUE_ARN}"}` },
      ['Queue by spec.redrivePolicy'],
    ],
    [
      'an ARN in a policy',
      'sqs.services.k8s.aws/v1alpha1',
      { policy: `{"Statement":[{"Resource":"${QUEUE_ARN}"}]}` },
      ['Queue by spec.policy, not needed'],
    ],
    [
      'a principal in a policy',
      'sqs.services.k8s.aws/v1alpha1',
      { policy: `{"Statement":[{"Principal":{"AWS":"${QUEUE_ARN}"}}]}` },
      ['Queue by spec.policy'],
    ],
    [
      'an ARN of another account',
      'sns.services.k8s.aws/v1alpha1',
      { endpoint: QUEUE_ARN.replace('123456789012', '210987654321') },
      [],
    ],
    [
      'the log group that ElastiCache delivers to',
      'elasticache.services.k8s.aws/v1alpha1',
      { logDeliveryConfigurations: [{ destinationDetails: { cloudWatchLogsDetails: { logGroup: '/aws/orders' } } }] },
      ['LogGroup by spec.logDeliveryConfigurations[0].destinationDetails.cloudWatchLogsDetails.logGroup'],
    ],
    ['a longer name that begins alike', 'sns.services.k8s.aws/v1alpha1', { endpoint: `${QUEUE_ARN}-dlq` }, []],
    [
      'a provider configuration',
      'cloudwatchevents.aws.m.upbound.io/v1beta1',
      { providerConfigRef: { name: 'orders' } },
      [],
    ],
  ])(
    'GIVEN %s WHEN references are looked for THEN the object it means is found',
    (_what, apiVersion, spec, expected) => {
      expect(found(manifest(apiVersion, 'Subscription', 'consumer', spec))).toEqual(expected);
    },
  );
});
