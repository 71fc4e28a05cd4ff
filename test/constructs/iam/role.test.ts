import { policies } from '../lambda/helpers';
import { chart, lambdaFunction } from '../scope';

describe('Role', () => {
  test('GIVEN a role WHEN something that uses it adds to a policy THEN both stand in it', () => {
    const scope = chart();
    const worker = lambdaFunction(scope, 'worker', {
      policies: { work: [{ sid: 'Read', actions: ['sqs:ReceiveMessage'], resources: ['arn:aws:sqs:a:1:b'] }] },
    });
    worker.role.allow('work', { sid: 'Send', actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:a:1:b'] });
    expect(policies(scope)['work']!.map(({ Sid }) => Sid)).toEqual(['Read', 'Send']);
  });
});
