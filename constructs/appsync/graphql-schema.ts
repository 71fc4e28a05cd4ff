import type { DirectiveNode, DocumentNode, TypeNode } from 'graphql';
import { Kind } from 'graphql/language/kinds';
import { parse } from 'graphql/language/parser';

/** How whoever calls the API says who they are. */
export type GraphqlAuthMode = 'iam' | 'userPool';

/**
 * Types without a definition: GraphQL's own, and AppSync's
 * (https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html).
 */
const SCALARS = new Set([
  ...['Boolean', 'Float', 'ID', 'Int', 'String'],
  ...['AWSDate', 'AWSDateTime', 'AWSEmail', 'AWSIPAddress', 'AWSJSON', 'AWSPhone', 'AWSTime', 'AWSTimestamp', 'AWSURL'],
]);

/** Which mode a directive lets in: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
const AUTH_DIRECTIVES: Readonly<Record<string, GraphqlAuthMode>> = {
  aws_iam: 'iam',
  aws_auth: 'userPool',
  aws_cognito_user_pools: 'userPool',
};

interface Field {
  readonly name: string;
  /** As GraphQL writes it: `[Order!]!`. */
  readonly type: string;
  readonly directives: readonly DirectiveNode[];
}

/** A schema in GraphQL's own language, read. Throws for what is no GraphQL. */
export class GraphqlSchema {
  private readonly document: DocumentNode;
  private readonly types = new Map<string, readonly Field[]>();

  constructor(text: string) {
    this.document = parse(text);
    for (const definition of this.document.definitions)
      if ('fields' in definition && definition.name && definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION)
        this.types.set(
          definition.name.value,
          (definition.fields ?? []).map((field) => ({
            name: field.name.value,
            type: 'type' in field ? written(field.type) : '',
            directives: field.directives ?? [],
          })),
        );
  }

  /** The names of a type's fields; undefined for a type that is not defined. */
  fieldsOf(type: string): string[] | undefined {
    return this.types.get(type)?.map(({ name }) => name);
  }

  /** Why AppSync would refuse the schema of an API that lets those modes in. */
  *problems(modes: readonly GraphqlAuthMode[]): Generator<string> {
    if (!this.types.has('Query')) yield 'there is no type Query, which every schema has';
    const names = this.definedNames();
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) !== index) yield `the type ${name} is defined twice`;
      if (/^AWS/.test(name)) yield `the type ${name} begins with AWS, which only AppSync's own types do`;
    }
    const known = new Set([...SCALARS, ...names]);
    for (const { at, name } of typesNamed(this.document))
      if (!known.has(name)) yield `${at}: the type ${name} is not defined`;
    for (const definition of this.document.definitions)
      if (definition.kind === Kind.SCALAR_TYPE_DEFINITION)
        yield `the scalar ${definition.name.value} is one's own, AppSync has ${[...SCALARS].join(', ')}`;
    yield* this.subscriptionProblems();
    for (const { name } of directivesIn(this.document)) {
      const mode = AUTH_DIRECTIVES[name.value];
      if (mode && !modes.includes(mode)) yield `@${name.value} lets in ${mode}, the API lets in ${modes.join(', ')}`;
    }
  }

  private definedNames(): string[] {
    return this.document.definitions.flatMap((definition) =>
      'name' in definition && definition.name && definition.kind !== Kind.DIRECTIVE_DEFINITION
        ? [definition.name.value]
        : [],
    );
  }

  /** https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html */
  private *subscriptionProblems(): Generator<string> {
    for (const { name, type, directives } of this.types.get('Subscription') ?? []) {
      const subscribe = directives.find((directive) => directive.name.value === 'aws_subscribe');
      if (!subscribe) {
        yield `Subscription.${name}: @aws_subscribe is required, with the mutations that it tells of`;
        continue;
      }
      for (const mutation of mutationsOf(subscribe)) {
        const field = this.types.get('Mutation')?.find((one) => one.name === mutation);
        if (!field) yield `Subscription.${name}: there is no mutation ${mutation}`;
        else if (bare(field.type) !== bare(type))
          yield `Subscription.${name} is ${type}, but the mutation ${mutation} is ${field.type}; they are of one type`;
      }
    }
  }
}

function mutationsOf({ arguments: given = [] }: DirectiveNode): string[] {
  const list = given.find(({ name }) => name.value === 'mutations')?.value;
  return list?.kind === Kind.LIST ? list.values.flatMap((value) => ('value' in value ? String(value.value) : [])) : [];
}

function* directivesIn(document: DocumentNode): Generator<DirectiveNode> {
  for (const definition of document.definitions) {
    if ('directives' in definition) yield* definition.directives ?? [];
    if ('fields' in definition) for (const field of definition.fields ?? []) yield* field.directives ?? [];
  }
}

/** Every type that a field, an argument or a union names. */
function* typesNamed(document: DocumentNode): Generator<{ readonly at: string; readonly name: string }> {
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const owner = definition.name.value;
    if ('types' in definition) for (const { name } of definition.types ?? []) yield { at: owner, name: name.value };
    if ('interfaces' in definition)
      for (const { name } of definition.interfaces ?? []) yield { at: owner, name: name.value };
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const at = `${owner}.${field.name.value}`;
      if ('type' in field) yield { at, name: named(field.type) };
      if ('arguments' in field)
        for (const argument of field.arguments ?? []) if ('type' in argument) yield { at, name: named(argument.type) };
    }
  }
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

function written(type: TypeNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${written(type.type)}]` : `${written(type.type)}!`;
}

/** A subscription may be told nothing, so that it differs in the last exclamation mark. */
function bare(type: string): string {
  return type.replace(/!$/, '');
}
