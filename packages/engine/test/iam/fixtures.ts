import { evaluate, type Policies, type Policy, type Request, readPolicy } from '../../src/iam';

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/platform/worker`;
export const USER = `arn:aws:iam::${ACCOUNT}:user/carlossalazar`;
export const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

type Written = Readonly<Record<string, unknown>>;

/** A policy of statements that allow everything but what they write otherwise. */
export function policy(label: string, ...statements: readonly Written[]): Policy {
  return readPolicy(
    {
      Version: '2012-10-17',
      Statement: statements.map((statement) => ({
        Effect: 'Allow',
        ...anyAction(statement),
        ...anyResource(statement),
        ...statement,
      })),
    },
    label,
  );
}

function anyAction(statement: Written): Written {
  return 'NotAction' in statement ? {} : { Action: '*' };
}

function anyResource(statement: Written): Written {
  return 'NotResource' in statement ? {} : { Resource: '*' };
}

export const send: Request = { principal: ROLE, action: 'sqs:SendMessage', resource: QUEUE };

export function decisionOf(request: Partial<Request>, policies: Policies): string {
  return evaluate({ ...send, ...request }, policies).decision;
}

export function messagesOf(request: Partial<Request>, policies: Policies): string[] {
  return evaluate({ ...send, ...request }, policies).because.map(({ message }) => message);
}
