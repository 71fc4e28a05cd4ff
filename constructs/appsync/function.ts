import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as appsync from '../../imports/appsync.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { codeProblem, RUNTIME } from './code';
import type { GraphqlDataSource } from './data-source';
import type { GraphqlApi } from './graphql-api';
import { GRAPHQL_NAME, GRAPHQL_NAME_ALLOWED } from './name';

/** Bounds: https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateFunction.html */
export interface GraphqlFunctionProps {
  readonly source: GraphqlDataSource;
  readonly description: string;
  /** JavaScript that exports `request` and `response`, at most 32,768 characters. */
  readonly code: string;
}

/** A step of pipelines. */
export class GraphqlFunction extends AwsObject {
  /** Late. */
  readonly functionId: string;
  readonly api: GraphqlApi;

  constructor(scope: Construct, id: string, { source, description, code }: GraphqlFunctionProps) {
    super(scope, id);
    this.api = source.api;
    this.requireMatch('function name', this.awsName, GRAPHQL_NAME, GRAPHQL_NAME_ALLOWED);
    const problem = codeProblem(code);
    if (problem) this.fail(`code ${problem}`);
    const resource = new appsync.Function(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          apiId: source.api.id,
          name: this.awsName,
          description,
          dataSourceRef: { name: source.node.id },
          code,
          runtime: RUNTIME,
        },
      },
    });
    this.functionId = late(resource, 'status.atProvider.functionId');
  }

  override get awsName(): string {
    return this.node.id.replaceAll('-', '_');
  }
}
