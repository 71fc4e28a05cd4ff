import { isRecord, readJson } from '../manifests';
import { arnTemplateOf } from './arn-pattern';
import { identityOf } from './asker';
import { type Condition, conditionOf } from './conditions/condition';
import { hasWildcard, type Pattern, patternOf } from './pattern';
import type { Matching, Policy, PolicyProblem, ResourceName, Statement } from './policy';
import type { Named } from './principals';
import { type Doubt, doubt } from './truth';

const VERSIONS = ['2012-10-17', '2008-10-17'];
const ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * Understands a policy: a document, or its JSON. It never throws for what a policy says: what AWS would refuse, or what is
 * not understood, is among the `problems`, and requests that depend on it are `unknown`. So is every request of a document
 * that is not known: pass undefined.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(document: unknown, label: string): Policy {
  const problems: PolicyProblem[] = [];
  const report = (path: string, message: string) => void problems.push({ path, message });
  const statements = statementsIn(document, { label, report });
  return { label, statements, problems };
}

interface Reading {
  readonly label: string;
  readonly report: (path: string, message: string) => void;
}

/** Stands for everything that a document says which cannot be read. */
function unreadable(name: string, hangsOn: string): Statement {
  return { name, actions: { negated: false, items: [patternOf('*')] }, conditions: [], doubt: doubt(hangsOn) };
}

function statementsIn(document: unknown, reading: Reading): Statement[] {
  const { report } = reading;
  const whole = (message: string) => {
    report('', message);
    return [unreadable('Document', `the whole document, which ${message}`)];
  };
  if (document === undefined) return whole('is not known');
  let value: unknown = document;
  if (typeof document === 'string')
    try {
      value = readJson(document);
    } catch (error) {
      return whole(`is not JSON: ${(error as Error).message}`);
    }
  if (!isRecord(value)) return whole('is no policy document');
  const { Version: version = '2008-10-17', Statement: written } = value;
  const unknown = Object.keys(value).find((element) => !ELEMENTS.includes(element));
  if (unknown !== undefined) return whole(`has no element '${unknown}': allowed are ${ELEMENTS.join(', ')}`);
  if (typeof version !== 'string' || !VERSIONS.includes(version))
    return whole(`has the version ${JSON.stringify(version)}: allowed are ${VERSIONS.join(' and ')}`);
  const statements = [written].flat();
  if (written === undefined || statements.length === 0) return whole('has no Statement');
  const variables = version === '2012-10-17';
  return statements.map((statement, index) => statementOf(statement, `Statement[${index}]`, { ...reading, variables }));
}

interface StatementReading extends Reading {
  readonly variables: boolean;
}

function statementOf(written: unknown, path: string, reading: StatementReading): Statement {
  const { report, variables } = reading;
  if (!isRecord(written)) {
    report(path, 'is no map');
    return unreadable(path, 'itself: it is no map');
  }
  const doubts: string[] = [];
  const problem = (at: string, message: string): Doubt => {
    report(`${path}${at}`, message);
    const hangsOn = at === '' ? `itself: it ${message}` : `its ${at.slice(1)}: ${message}`;
    doubts.push(hangsOn);
    return doubt(hangsOn);
  };
  for (const element of Object.keys(written))
    if (!STATEMENT_ELEMENTS.includes(element))
      problem('', `has no element '${element}': allowed are ${STATEMENT_ELEMENTS.join(', ')}`);
  const { Sid: sid, Effect: effect, Condition: condition = {} } = written;
  if (sid !== undefined && typeof sid !== 'string') problem('.Sid', 'is no text');
  const isEffect = effect === 'Allow' || effect === 'Deny';
  if (!isEffect) problem('.Effect', `is ${JSON.stringify(effect)}: allowed are Allow and Deny`);

  const item = <T>(at: string, read: T | { readonly problem: string }): T | Doubt => {
    if (!isProblem(read)) return read;
    report(`${path}${at}`, read.problem);
    return doubt(`its ${at.slice(1)}: ${read.problem}`);
  };
  const matching = <T>(
    element: string,
    read: (text: string) => T | { readonly problem: string },
  ): Matching<T> | undefined => {
    const negatedElement = `Not${element}`;
    const negated = written[negatedElement] !== undefined;
    const value = written[negated ? negatedElement : element];
    if (value === undefined) return undefined;
    if (negated && written[element] !== undefined) problem('', `has both ${element} and ${negatedElement}`);
    const at = `.${negated ? negatedElement : element}`;
    const texts = textsOf(value);
    return {
      negated,
      items: texts ? texts.map((text) => item(at, read(text))) : [problem(at, 'is no text and no list of texts')],
    };
  };

  const actions = matching('Action', actionOf);
  if (!actions) problem('', 'has neither Action nor NotAction');
  const resources = matching('Resource', (text) => resourceOf(text, variables));
  const principals = principalsOf(written, { item, problem });
  const conditions = conditionsOf(condition, { problem, variables, path, report });
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : path,
    ...(isEffect && { effect }),
    actions: actions ?? { negated: false, items: [patternOf('*')] },
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions,
    ...(doubts.length > 0 && { doubt: { hangsOn: doubts } }),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionOf(text: string): Pattern | { readonly problem: string } {
  if (text === '*' || text === '*:*') return patternOf('*');
  if (!/^[A-Za-z0-9-]+:[\w*?-]+$/.test(text)) return { problem: `'${text}' is no action: service:Name` };
  return patternOf(text.toLowerCase());
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function resourceOf(text: string, variables: boolean): ResourceName | { readonly problem: string } {
  if (text === '*') return '*';
  const template = arnTemplateOf(text, { variables, wildcards: true });
  if (!template) return { problem: `'${text}' is no ARN: arn:partition:service:region:account:resource` };
  const isFixed = template.fields.slice(0, 5).every(({ pattern }) => pattern);
  return isFixed ? template : { problem: `'${text}' has a policy variable before its fifth colon` };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function principalsOf(
  written: Readonly<Record<string, unknown>>,
  {
    item,
    problem,
  }: {
    readonly item: <T>(at: string, read: T | { readonly problem: string }) => T | Doubt;
    readonly problem: (at: string, message: string) => Doubt;
  },
): Matching<Named> | undefined {
  const negated = written['NotPrincipal'] !== undefined;
  const element = negated ? 'NotPrincipal' : 'Principal';
  const value = written[element];
  if (value === undefined) return undefined;
  if (negated && written['Principal'] !== undefined) problem('', 'has both Principal and NotPrincipal');
  if (value === '*') return { negated, items: [{ kind: 'everyone', onlyAws: false }] };
  if (!isRecord(value)) {
    const message = "is neither '*' nor a map of AWS, Service, Federated and CanonicalUser";
    return { negated, items: [problem(`.${element}`, message)] };
  }
  const items = Object.entries(value).flatMap(([type, names]) => {
    const at = `.${element}.${type}`;
    const texts = textsOf(names);
    if (texts) return texts.map((text) => item(at, principalOf(type, text)));
    return [problem(at, 'is no text and no list of texts')];
  });
  return { negated, items: items.length > 0 ? items : [problem(`.${element}`, 'names nobody')] };
}

function principalOf(type: string, text: string): Named | { readonly problem: string } {
  switch (type) {
    case 'AWS':
      return awsPrincipalOf(text);
    case 'Service':
      return hasWildcard(text) ? { problem: `'${text}' is no service` } : { kind: 'service', service: text };
    case 'Federated':
      return hasWildcard(text)
        ? { problem: `'${text}' is no identity provider` }
        : { kind: 'provider', provider: text };
    case 'CanonicalUser':
      return { kind: 'canonical-user', id: text };
    default:
      return { problem: `there are no principals '${type}': allowed are AWS, Service, Federated and CanonicalUser` };
  }
}

function awsPrincipalOf(text: string): Named | { readonly problem: string } {
  if (text === '*') return { kind: 'everyone', onlyAws: true };
  if (/^\d{12}$/.test(text)) return { kind: 'account', account: text };
  const identity = identityOf(text);
  if (!identity) return { problem: `'${text}' is no principal: an account, or the ARN of a role, a user or a session` };
  return identity.kind === 'root' ? { kind: 'account', account: identity.account } : { kind: 'identity', identity };
}

function conditionsOf(
  written: unknown,
  {
    problem,
    variables,
    path,
    report,
  }: {
    readonly problem: (at: string, message: string) => void;
    readonly variables: boolean;
    readonly path: string;
    readonly report: (path: string, message: string) => void;
  },
): Condition[] {
  if (!isRecord(written)) {
    problem('.Condition', 'is no map of operators');
    return [];
  }
  return Object.entries(written).flatMap(([operator, keys]) => {
    const at = `.Condition.${operator}`;
    if (!isRecord(keys) || Object.keys(keys).length === 0) {
      problem(at, 'is no map of keys');
      return [];
    }
    return Object.entries(keys).flatMap(([key, value]) => {
      const values = valuesOf(value);
      if (!values) {
        problem(`${at}.${key}`, 'is no value and no list of values');
        return [];
      }
      return [
        conditionOf(operator, key, values, {
          variables,
          report: (message) => report(`${path}${at}.${key}`, message),
        }),
      ];
    });
  });
}

/** Undefined for an empty list too, which AWS refuses. */
function textsOf(value: unknown): readonly string[] | undefined {
  const texts = [value].flat();
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? texts : undefined;
}

function valuesOf(value: unknown): readonly string[] | undefined {
  const values = [value].flat();
  const isValue = (one: unknown) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean';
  return values.length > 0 && values.every(isValue) ? values.map(String) : undefined;
}

function isProblem(read: unknown): read is { readonly problem: string } {
  return isRecord(read) && 'problem' in read;
}
