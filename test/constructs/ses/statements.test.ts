import { sendEmailStatement } from '../../../constructs/ses/statements';
import { environment } from '../scope';

test('GIVEN a sender WHEN a role is to send e-mail THEN it is the identity of the domain, and no other address', () => {
  expect(sendEmailStatement('no-reply@company.com', environment())).toEqual({
    sid: 'SendEmail',
    actions: ['ses:SendEmail'],
    resources: ['arn:aws:ses:us-east-1:123456789012:identity/company.com'],
    conditions: { StringEquals: { 'ses:FromAddress': 'no-reply@company.com' } },
  });
});
