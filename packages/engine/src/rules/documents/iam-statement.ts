import { statementsOf } from '../../iam';
import { isRecord } from '../../manifests';
import { ofEachDocument } from '../of-each';
import type { Problem, Rule } from '../rule';
import type { EmbeddedDocument } from './document';

export const iamStatement: Rule = {
  id: 'iam-statement',
  group: 'documents',
  reason: 'AWS refuses a policy whose statements lack an element or have one that IAM does not know.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  check: ofEachDocument(['iam-policy', 'trust-policy'], problemsOf),
};

const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

function* problemsOf({ object, path, value, type }: EmbeddedDocument): Generator<Problem> {
  const problem = (where: string, message: string): Problem => ({ object, path, message: `${where}: ${message}` });
  if (!isRecord(value) || value['Statement'] === undefined) {
    yield { object, path, message: 'a policy has a Statement' };
    return;
  }
  const { Version: version } = value;
  if (version !== '2012-10-17')
    yield problem(
      'Version',
      `is ${JSON.stringify(version)}, '2012-10-17' is allowed: without it policy variables do not work`,
    );
  const sids = new Set<string>();
  for (const [index, statement] of [value['Statement']].flat().entries()) {
    const where = `Statement[${index}]`;
    if (!isRecord(statement)) {
      yield problem(where, 'is not a map');
      continue;
    }
    const unknown = Object.keys(statement).find((element) => !ELEMENTS.has(element));
    if (unknown) yield problem(where, `has no element '${unknown}', allowed are ${[...ELEMENTS].join(', ')}`);
    if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny')
      yield problem(where, `Effect is ${JSON.stringify(statement['Effect'])}, Allow and Deny are allowed`);
    if (statement['Action'] === undefined && statement['NotAction'] === undefined)
      yield problem(where, 'has neither Action nor NotAction');
    if (type === 'trust-policy' && statement['Principal'] === undefined && statement['NotPrincipal'] === undefined)
      yield problem(where, 'has no Principal: a trust policy says who may assume the role');
    const sid = statement['Sid'];
    if (typeof sid === 'string' && sids.has(sid)) yield problem(where, `Sid '${sid}' stands twice`);
    if (typeof sid === 'string') sids.add(sid);
  }
  if (statementsOf(value).length === 0) yield { object, path, message: 'a policy has at least one statement' };
}
