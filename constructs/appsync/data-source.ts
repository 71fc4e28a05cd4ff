import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as appsync from '../../imports/appsync.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { type Action, onlyThrough, type Statement } from '../core/policy-document';
import { Role } from '../iam/role';
import type { GraphqlApi } from './graphql-api';
import { GRAPHQL_NAME, GRAPHQL_NAME_ALLOWED } from './name';

/** Where answers come from. */
export type GraphqlSource =
  | {
      readonly table: { readonly arn: string; readonly awsName: string };
      /** What may be done to its items: `dynamodb:GetItem`. */
      readonly actions: readonly Action[];
      /** Its indexes that are read too. @default none */
      readonly indexes?: readonly string[];
    }
  | { readonly function: { readonly arn: string } }
  | {
      /** An AWS API, by its https URL, called with the role's own rights. */
      readonly endpoint: string;
      /** The service's name in signatures: `states`. */
      readonly service: string;
      readonly statements: readonly Statement[];
    }
  /** The resolver itself answers. */
  | 'none';

/** Bounds: https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html */
export interface GraphqlDataSourceProps {
  readonly api: GraphqlApi;
  readonly description: string;
  readonly source: GraphqlSource;
}

/**
 * A data source of a GraphQL API, with a role that may do what the source is for. Names are the API's own: they have no
 * prefix.
 */
export class GraphqlDataSource extends AwsObject {
  readonly api: GraphqlApi;

  constructor(scope: Construct, id: string, { api, description, source }: GraphqlDataSourceProps) {
    super(scope, id);
    this.api = api;
    this.requireMatch('data source name', this.awsName, GRAPHQL_NAME, GRAPHQL_NAME_ALLOWED);
    if (source !== 'none' && 'endpoint' in source)
      this.requireMatch('endpoint', source.endpoint, /^https:\/\/[a-z0-9.-]+\/?$/, 'https and a host name');
    new appsync.Datasource(this, 'Resource', {
      metadata: { name: id, annotations: { [EXTERNAL_NAME]: this.awsName } },
      spec: {
        forProvider: {
          region: this.landing.region,
          apiId: api.id,
          description,
          ...this.renderSource(source),
          ...(source !== 'none' && { serviceRoleArn: this.role(source).arn }),
        },
      },
    });
  }

  override get awsName(): string {
    return this.node.id.replaceAll('-', '_');
  }

  private renderSource(source: GraphqlSource): Partial<appsync.DatasourceSpecForProvider> {
    const { region } = this.landing;
    if (source === 'none') return { type: 'NONE' };
    if ('table' in source)
      return { type: 'AMAZON_DYNAMODB', dynamodbConfig: { region, tableName: source.table.awsName } };
    if ('function' in source) return { type: 'AWS_LAMBDA', lambdaConfig: { functionArn: source.function.arn } };
    return {
      type: 'HTTP',
      httpConfig: {
        endpoint: source.endpoint,
        authorizationConfig: {
          authorizationType: 'AWS_IAM',
          awsIamConfig: { signingRegion: region, signingServiceName: source.service },
        },
      },
    };
  }

  private role(source: Exclude<GraphqlSource, 'none'>): Role {
    return new Role(this, `appsync-${this.node.id}`, {
      description: `Of the data source ${this.awsName} of ${this.api.awsName}`,
      assumedBy: {
        service: 'appsync.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': this.landing.account } },
      },
      policies: { work: this.statements(source) },
    });
  }

  private statements(source: Exclude<GraphqlSource, 'none'>): readonly Statement[] {
    if ('statements' in source) return source.statements;
    if ('function' in source) {
      const { arn } = source.function;
      return [{ sid: 'InvokeFunction', actions: ['lambda:InvokeFunction'], resources: [arn, `${arn}:*`] }];
    }
    const { region, keys } = this.landing;
    const { table, actions, indexes = [] } = source;
    return [
      { sid: 'UseItems', actions, resources: [table.arn] },
      ...(indexes.length > 0
        ? [
            {
              sid: 'ReadIndexes',
              actions: ['dynamodb:Query'] as const,
              resources: indexes.map((index) => `${table.arn}/index/${index}`),
            },
          ]
        : []),
      {
        sid: 'KeyToTable',
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: [keys.data],
        conditions: onlyThrough('dynamodb', region),
      },
    ];
  }
}
