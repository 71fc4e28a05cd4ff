import { late } from '@aws-platform/engine/wiring';
import { App, Chart } from 'cdk8s';
import { Certificate } from '../../imports/acm.services.k8s.aws';
import { Queue } from '../../imports/sqs.services.k8s.aws';

const chart = new Chart(new App(), 'chart', { namespace: 'aws' });
const queue = new Queue(chart, 'queue', { metadata: { name: 'jobs' }, spec: { queueName: 'jobs' } });
const certificate = new Certificate(chart, 'certificate', {
  metadata: { name: 'api' },
  spec: { domainName: 'api.company.com' },
});

test('GIVEN a generated class WHEN one of its late fields is taken THEN it names the object and the field', () => {
  expect(late(queue, 'status.queueURL')).toBe('⟦sqs.services.k8s.aws/v1alpha1|Queue|aws|jobs|status.queueURL⟧');
  expect(
    late(certificate, 'status.domainValidations[1].resourceRecord.name', {
      once: { path: 'status.status', equals: 'ISSUED' },
    }),
  ).toBe(
    '⟦acm.services.k8s.aws/v1alpha1|Certificate|aws|api|status.domainValidations[1].resourceRecord.name|status.status|ISSUED⟧',
  );
  expect(late(queue, 'status.queueURL', { without: 'https://' })).toBe(
    '⟦sqs.services.k8s.aws/v1alpha1|Queue|aws|jobs|status.queueURL|||https://⟧',
  );
  expect(late(queue, 'spec.queueName')).toContain('spec.queueName');
});

test('GIVEN a field that the kind does not have WHEN it is taken THEN it does not compile', () => {
  // @ts-expect-error there is no such field
  late(queue, 'status.queueUrl');
  // @ts-expect-error an item of a list is needed
  late(certificate, 'status.domainValidations.resourceRecord.name');
  // @ts-expect-error it waits for a field that is not there
  late(certificate, 'status.serial', { once: { path: 'status.state', equals: 'ISSUED' } });
  expect(late(queue, 'status.queueARN')).not.toBe('');
});
