import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as appsync from '../../imports/appsync.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { codeProblem, RUNTIME } from './code';
import type { GraphqlDataSource } from './data-source';
import type { GraphqlFunction } from './function';
import type { GraphqlApi } from './graphql-api';

/** Bounds: https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateResolver.html */
export interface GraphqlResolverProps {
  readonly api: GraphqlApi;
  /** The field that it answers, of a type of the schema: `Query.order`. */
  readonly field: `${string}.${string}`;
  /** One source, or steps one after the other, 1 to 10 (https://docs.aws.amazon.com/general/latest/gr/appsync.html). */
  readonly from: GraphqlDataSource | readonly GraphqlFunction[];
  /** As of a `GraphqlFunction`; of a pipeline, what stands before and behind its steps. */
  readonly code: string;
  /**
   * How long the API's cache keeps an answer, 1 s to 1 h, and what of the request makes it another.
   * @default not cached
   */
  readonly cached?: { readonly timeToLive: Duration; readonly keys: readonly `$context.${string}`[] };
}

/** What answers a field. */
export class GraphqlResolver extends AwsObject {
  constructor(scope: Construct, id: string, { api, field, from, code, cached }: GraphqlResolverProps) {
    super(scope, id);
    const [type = '', name = ''] = field.split('.');
    const fields = api.schema.fieldsOf(type);
    if (!fields) this.fail(`field '${field}': the schema has no type ${type}`);
    if (!fields.includes(name)) this.fail(`field '${field}': ${type} has no such field, only ${fields.join(', ')}`);
    for (const one of 'node' in from ? [from] : from)
      if (one.api !== api) this.fail(`'${one.node.id}' belongs to the API ${one.api.node.id}, not to ${api.node.id}`);
    if (!('node' in from)) this.requireRange('from', from.length, 1, 10, ' functions');
    const problem = codeProblem(code);
    if (problem) this.fail(`code ${problem}`);
    if (cached) {
      this.requireRange('cached.timeToLive', cached.timeToLive.toSeconds(), 1, 3_600, ' s');
      for (const key of cached.keys)
        this.requireMatch(
          'cached.keys',
          key,
          /^\$context\.(?:arguments|identity|source)(?:\.\w+)*$/,
          '$context.arguments, $context.identity or $context.source, and what is in them',
        );
    }
    new appsync.Resolver(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          apiId: api.id,
          type,
          field: name,
          ...('node' in from
            ? { kind: 'UNIT', dataSourceRef: { name: from.node.id } }
            : { kind: 'PIPELINE', pipelineConfig: { functions: from.map(({ functionId }) => functionId) } }),
          code,
          runtime: RUNTIME,
          cachingConfig: cached && { ttl: cached.timeToLive.toSeconds(), cachingKeys: [...cached.keys] },
        },
      },
    });
  }
}
