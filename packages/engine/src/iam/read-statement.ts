import { isRecord } from '../manifests';
import { type Condition, conditionOf } from './conditions/condition';
import { patternOf } from './pattern';
import type { Matching, Statement } from './policy';
import type { Named } from './principals';
import { actionOf, type Misread, principalOf, resourceOf, textsOf, valuesOf } from './read-elements';
import { type Doubt, doubt } from './truth';

const ELEMENTS = [
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

export interface Reading {
  /** Whether the policy's version has variables. */
  readonly variables: boolean;
  readonly report: (path: string, message: string) => void;
}

type Written = Readonly<Record<string, unknown>>;

/** What is wrong with a statement. `at` is empty, or an element: `.Effect`. */
interface Notes {
  /** Puts all of the statement in doubt. */
  readonly ofAll: (at: string, message: string) => Doubt;
  /** Puts in doubt what depends on one value. */
  readonly ofOne: (at: string, message: string) => Doubt;
  readonly doubts: readonly string[];
}

/** Understands a statement. What of it is not understood is reported, and in doubt. */
export function statementOf(written: unknown, path: string, { variables, report }: Reading): Statement {
  const notes = notesOn(path, report);
  const { ofAll } = notes;
  if (!isRecord(written)) ofAll('', 'is no map');
  const statement = isRecord(written) ? written : {};
  const { Sid: sid, Effect: effect, Condition: condition = {} } = statement;
  for (const element of Object.keys(statement))
    if (!ELEMENTS.includes(element)) ofAll('', `has no element '${element}': allowed are ${ELEMENTS.join(', ')}`);
  if (sid !== undefined && typeof sid !== 'string') ofAll('.Sid', 'is no text');
  const isEffect = effect === 'Allow' || effect === 'Deny';
  if (!isEffect) ofAll('.Effect', `is ${JSON.stringify(effect)}: allowed are Allow and Deny`);

  const actions = matchingOf(statement, 'Action', notes, actionOf);
  if (!actions) ofAll('', 'has neither Action nor NotAction');
  const resources = matchingOf(statement, 'Resource', notes, (text) => resourceOf(text, variables));
  const principals = principalsOf(statement, notes);
  const conditions = conditionsOf(condition, notes, variables);
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : path,
    ...(isEffect && { effect }),
    actions: actions ?? { negated: false, items: [patternOf('*')] },
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions,
    ...(notes.doubts.length > 0 && { doubt: { hangsOn: notes.doubts } }),
  };
}

function notesOn(path: string, report: Reading['report']): Notes {
  const doubts: string[] = [];
  const ofOne = (at: string, message: string): Doubt => {
    report(`${path}${at}`, message);
    return doubt(at === '' ? `itself: it ${message}` : `its ${at.slice(1)}: ${message}`);
  };
  const ofAll = (at: string, message: string): Doubt => {
    const found = ofOne(at, message);
    doubts.push(...found.hangsOn);
    return found;
  };
  return { ofOne, ofAll, doubts };
}

function matchingOf<T extends object | string>(
  statement: Written,
  element: string,
  notes: Notes,
  read: (text: string) => T | Misread,
): Matching<T> | undefined {
  const found = elementOf(statement, element, notes);
  return found && { negated: found.negated, items: itemsOf(found.value, found.at, notes, read) };
}

/** An element or its opposite; undefined where the statement has neither. */
function elementOf(
  statement: Written,
  element: string,
  { ofAll }: Notes,
): { readonly negated: boolean; readonly value: unknown; readonly at: string } | undefined {
  const opposite = `Not${element}`;
  const negated = statement[opposite] !== undefined;
  const name = negated ? opposite : element;
  if (negated && statement[element] !== undefined) ofAll('', `has both ${element} and ${opposite}`);
  return statement[name] === undefined ? undefined : { negated, value: statement[name], at: `.${name}` };
}

function itemsOf<T extends object | string>(
  value: unknown,
  at: string,
  { ofAll, ofOne }: Notes,
  read: (text: string) => T | Misread,
): (T | Doubt)[] {
  const texts = textsOf(value);
  if (!texts) return [ofAll(at, 'is no text and no list of texts')];
  return texts.map((text) => {
    const item = read(text);
    return isMisread(item) ? ofOne(at, item.problem) : item;
  });
}

function principalsOf(statement: Written, notes: Notes): Matching<Named> | undefined {
  const found = elementOf(statement, 'Principal', notes);
  if (!found) return undefined;
  const { negated, value, at } = found;
  if (value === '*') return { negated, items: [{ kind: 'everyone', onlyAws: false }] };
  if (!isRecord(value) || Object.keys(value).length === 0)
    return {
      negated,
      items: [notes.ofAll(at, "is neither '*' nor a map of AWS, Service, Federated and CanonicalUser")],
    };
  const items = Object.entries(value).flatMap(([type, names]) =>
    itemsOf(names, `${at}.${type}`, notes, (text) => principalOf(type, text)),
  );
  return { negated, items };
}

function conditionsOf(written: unknown, { ofAll, ofOne }: Notes, variables: boolean): Condition[] {
  if (!isRecord(written)) {
    ofAll('.Condition', 'is no map of operators');
    return [];
  }
  return Object.entries(written).flatMap(([operator, keys]) => {
    const at = `.Condition.${operator}`;
    if (!isRecord(keys) || Object.keys(keys).length === 0) ofAll(at, 'is no map of keys');
    return Object.entries(isRecord(keys) ? keys : {}).map(([key, value]): Condition => {
      const misread = (message: string) => ofOne(`${at}.${key}`, message);
      const values = valuesOf(value);
      if (values) return conditionOf(operator, key, values, { variables, misread });
      const truth = misread('is no value and no list of values');
      return () => truth;
    });
  });
}

function isMisread(item: object | string): item is Misread {
  return typeof item === 'object' && 'problem' in item;
}
