import { isRecord, readJson } from '../manifests';
import { patternOf } from './pattern';
import type { Policy, PolicyProblem, Statement } from './policy';
import { statementOf } from './read-statement';
import { doubt } from './truth';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html; without one it is the
 * older.
 */
const VERSIONS = ['2012-10-17', '2008-10-17'];
const ELEMENTS = ['Version', 'Id', 'Statement'];

/**
 * Understands a policy: a document, or its JSON. It never throws for what a policy says: what AWS would refuse, or what
 * is not understood, is among the `problems`, and requests that depend on it are `unknown`. So is every request of a
 * document that is not known: pass undefined.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * @param label whose policy it is, in messages: `role/platform/worker`, `the boundary`
 */
export function readPolicy(document: unknown, label: string): Policy {
  const problems: PolicyProblem[] = [];
  const found = statementsIn(document, (path, message) => problems.push({ path, message }));
  if (typeof found !== 'string') return { label, statements: found, problems };
  return { label, statements: [unreadable(found)], problems: [{ path: '', message: found }] };
}

/** Stands for everything that a document may say. */
function unreadable(message: string): Statement {
  return {
    name: 'Document',
    actions: { negated: false, items: [patternOf('*')] },
    conditions: [],
    doubt: doubt(`the whole document, which ${message}`),
  };
}

/** A text says what is wrong with the document as a whole. */
function statementsIn(
  document: unknown,
  report: (path: string, message: string) => void,
): readonly Statement[] | string {
  if (document === undefined) return 'is not known';
  let value: unknown = document;
  if (typeof document === 'string')
    try {
      value = readJson(document);
    } catch (error) {
      return `is not JSON: ${(error as Error).message}`;
    }
  if (!isRecord(value)) return 'is no policy document';
  const unknown = Object.keys(value).find((element) => !ELEMENTS.includes(element));
  if (unknown !== undefined) return `has no element '${unknown}': allowed are ${ELEMENTS.join(', ')}`;
  const { Version: version = '2008-10-17', Statement: written } = value;
  if (typeof version !== 'string' || !VERSIONS.includes(version))
    return `has the version ${JSON.stringify(version)}: allowed are ${VERSIONS.join(' and ')}`;
  const statements = [written].flat();
  if (written === undefined || statements.length === 0) return 'has no Statement';
  const variables = version === '2012-10-17';
  return statements.map((statement, index) => statementOf(statement, `Statement[${index}]`, { variables, report }));
}
