import { parse } from '@bufbuild/cel';
import { fieldSchema, type Structural } from '../schema';

/** What an expression gives: a CEL type, a part of a schema, or anything. */
export type ExpressionType =
  | { readonly type: 'string' | 'int' | 'double' | 'bool' | 'bytes' | 'timestamp' | 'duration' | 'null' | 'any' }
  | { readonly type: 'list'; readonly element: ExpressionType }
  | { readonly type: 'object'; readonly schema: Structural };

/** An expression that does not parse, or that reads what is not there. */
export class ExpressionProblem extends Error {}

export type Scope = ReadonlyMap<string, ExpressionType>;

const ANY: ExpressionType = { type: 'any' };
const BOOL: ExpressionType = { type: 'bool' };
const STRING: ExpressionType = { type: 'string' };
const INT: ExpressionType = { type: 'int' };

/**
 * The expression's syntax tree, as far as it is read here
 * (https://github.com/google/cel-spec/blob/master/proto/cel/expr/syntax.proto).
 */
interface Expr {
  readonly exprKind: { readonly case?: string; readonly value?: unknown };
}
interface Select {
  readonly operand: Expr;
  readonly field: string;
  readonly testOnly: boolean;
}
interface Call {
  readonly function: string;
  readonly target?: Expr;
  readonly args: readonly Expr[];
}
interface Comprehension {
  readonly iterVar: string;
  readonly iterRange: Expr;
  readonly accuVar: string;
  readonly accuInit: Expr;
  readonly loopStep: Expr;
  readonly result: Expr;
}

/** What a field of a schema is for an expression, as kro reads OpenAPI (pkg/cel/schemas.go). */
export function typeOfSchema(schema: Structural | undefined): ExpressionType {
  if (!schema || schema['x-kubernetes-int-or-string']) return ANY;
  switch (schema.type) {
    case 'string':
      if (schema.format === 'byte') return { type: 'bytes' };
      if (schema.format === 'date' || schema.format === 'date-time') return { type: 'timestamp' };
      return schema.format === 'duration' ? { type: 'duration' } : STRING;
    case 'integer':
      return INT;
    case 'number':
      return { type: 'double' };
    case 'boolean':
      return BOOL;
    case 'array':
      return { type: 'list', element: typeOfSchema(schema.items) };
    case 'object':
      return schema['x-kubernetes-preserve-unknown-fields'] && !schema.properties ? ANY : { type: 'object', schema };
    default:
      return ANY;
  }
}

/** What an expression gives in a scope. Throws `ExpressionProblem`. */
export function typeOfExpression(text: string, scope: Scope): ExpressionType {
  // optional access gives the field or nothing: both fit where the field does
  const isOptional = /\.\?|\[\?/.test(text);
  const type = typeOf(parsed(text.replaceAll('.?', '.').replaceAll('[?', '[')), scope);
  return isOptional ? ANY : type;
}

/** Parsing takes most of the time, and environments have the same graphs. */
function parsed(text: string): Expr {
  let expr = expressions.get(text);
  if (!expr) {
    try {
      expr = parse(text).expr as unknown as Expr;
    } catch (error) {
      throw new ExpressionProblem(`does not parse: ${(error as Error).message}`);
    }
    expressions.set(text, expr);
  }
  return expr;
}
const expressions = new Map<string, Expr>();

function typeOf({ exprKind }: Expr, scope: Scope): ExpressionType {
  switch (exprKind.case) {
    case 'constExpr':
      return constant((exprKind.value as { constantKind: { case?: string } }).constantKind.case);
    case 'identExpr': {
      const { name } = exprKind.value as { name: string };
      const type = scope.get(name);
      if (!type)
        throw new ExpressionProblem(
          `there is no '${name}', only ${[...scope.keys()].filter((key) => !key.startsWith('@')).join(', ')}`,
        );
      return type;
    }
    case 'selectExpr':
      return select(exprKind.value as Select, scope);
    case 'callExpr':
      return call(exprKind.value as Call, scope);
    case 'listExpr': {
      const [first] = (exprKind.value as { elements: readonly Expr[] }).elements.map((element) =>
        typeOf(element, scope),
      );
      return { type: 'list', element: first ?? ANY };
    }
    case 'comprehensionExpr':
      return comprehension(exprKind.value as Comprehension, scope);
    default:
      return ANY;
  }
}

function constant(kind: string | undefined): ExpressionType {
  switch (kind) {
    case 'stringValue':
      return STRING;
    case 'int64Value':
    case 'uint64Value':
      return INT;
    case 'doubleValue':
      return { type: 'double' };
    case 'boolValue':
      return BOOL;
    case 'bytesValue':
      return { type: 'bytes' };
    default:
      return { type: 'null' };
  }
}

function select({ operand, field, testOnly }: Select, scope: Scope): ExpressionType {
  const type = typeOf(operand, scope);
  const found = fieldOf(type, field);
  return testOnly ? BOOL : found;
}

function fieldOf(type: ExpressionType, field: string): ExpressionType {
  if (type.type === 'any') return ANY;
  if (type.type !== 'object') throw new ExpressionProblem(`a ${type.type} has no field '${field}'`);
  const { schema } = type;
  const found = fieldSchema(schema, field);
  if (found) return typeOfSchema(found);
  if (schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties === true) return ANY;
  const known = Object.keys(schema.properties ?? {});
  throw new ExpressionProblem(
    `undefined field '${field}'${known.length > 0 ? `, allowed are ${known.join(', ')}` : ''}`,
  );
}

/** Functions whose result does not depend on what they are given (kro v0.9.3's environment, pkg/cel/environment.go). */
const RESULTS: Readonly<Record<string, ExpressionType>> = {
  base64: ANY,
  bool: BOOL,
  bytes: { type: 'bytes' },
  charAt: STRING,
  contains: BOOL,
  double: { type: 'double' },
  duration: { type: 'duration' },
  endsWith: BOOL,
  format: STRING,
  hasValue: BOOL,
  indexOf: INT,
  int: INT,
  join: STRING,
  lastIndexOf: INT,
  lowerAscii: STRING,
  matches: BOOL,
  replace: STRING,
  size: INT,
  split: { type: 'list', element: STRING },
  startsWith: BOOL,
  string: STRING,
  substring: STRING,
  timestamp: { type: 'timestamp' },
  trim: STRING,
  upperAscii: STRING,
};
const COMPARISONS = new Set(['_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_', '_in_', '@in', '!_', '_&&_', '_||_']);

function call({ function: name, target, args }: Call, scope: Scope): ExpressionType {
  const types = args.map((argument) => typeOf(argument, scope));
  const targetType = target && typeOf(target, scope);
  if (COMPARISONS.has(name)) return BOOL;
  if (name === '_[_]') return item(types[0]!, args[1]!, types[1]!);
  if (name === '_?_:_') return types[1]!;
  if (/^_[-+*/%]_$/.test(name)) return arithmetic(name, types[0]!, types[1]!);
  if (targetType?.type === 'list' && (name === 'first' || name === 'last')) return targetType.element;
  return RESULTS[name] ?? ANY;
}

function item(of: ExpressionType, index: Expr, indexType: ExpressionType): ExpressionType {
  if (of.type === 'list') {
    if (indexType.type !== 'int' && indexType.type !== 'any')
      throw new ExpressionProblem(`a list has no item '${indexType.type}'`);
    return of.element;
  }
  const { value } = index.exprKind as { value?: { constantKind?: { case?: string; value?: unknown } } };
  const key = value?.constantKind;
  return key?.case === 'stringValue' ? fieldOf(of, String(key.value)) : ANY;
}

function arithmetic(operator: string, left: ExpressionType, right: ExpressionType): ExpressionType {
  if (left.type === 'any') return right.type === 'any' ? ANY : right;
  if (right.type === 'any') return left;
  const isTime = [left, right].some(({ type }) => type === 'timestamp' || type === 'duration');
  if (left.type !== right.type && !isTime)
    throw new ExpressionProblem(
      `no '${operator.replaceAll('_', '')}' for ${left.type} and ${right.type}; write string(…) around what is no text`,
    );
  return left;
}

function comprehension(
  { iterVar, iterRange, accuVar, accuInit, loopStep, result }: Comprehension,
  scope: Scope,
): ExpressionType {
  const range = typeOf(iterRange, scope);
  const element = range.type === 'list' ? range.element : ANY;
  const inner = new Map([...scope, [iterVar, element], [accuVar, typeOf(accuInit, scope)]] as [
    string,
    ExpressionType,
  ][]);
  typeOf(loopStep, inner);
  return typeOf(result, inner);
}

/** Whether a value of one type fits a field of another: kinds have to be equal, and anything fits anywhere. */
export function fits(value: ExpressionType, field: ExpressionType): boolean {
  if (value.type === 'any' || field.type === 'any') return true;
  if (value.type === 'list' && field.type === 'list') return fits(value.element, field.element);
  return value.type === field.type;
}
