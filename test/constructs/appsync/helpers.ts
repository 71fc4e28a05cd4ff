import type { PlatformChart } from '../../../charts/platform-chart';
import { GraphqlApi, type GraphqlApiProps } from '../../../constructs/appsync/graphql-api';

export const SCHEMA = 'type Query { user(id: ID!): User } type User { id: ID! }';

/** An API for roles, with a small schema. */
export function api(scope: PlatformChart, props: Partial<GraphqlApiProps> = {}): GraphqlApi {
  return new GraphqlApi(scope, 'api', { schema: SCHEMA, authentication: ['iam'], logRetentionDays: 7, ...props });
}
