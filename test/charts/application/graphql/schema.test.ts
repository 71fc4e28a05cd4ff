import { schema as platformSchema } from '../../../../charts/application/graphql/schema';
import type { GraphqlApiProps } from '../../../../constructs/appsync/graphql-api';
import { api } from '../../../constructs/appsync/helpers';
import { chart } from '../../../constructs/scope';

describe("the platform's GraphQL", () => {
  test.each([true, false])('GIVEN users: %s WHEN the API is made THEN the schema fits whom it lets in', (users) => {
    const authentication: GraphqlApiProps['authentication'] = users ? [{ userPoolId: 'p' }, 'iam'] : ['iam'];
    expect(() => api(chart(), { schema: platformSchema({ users }), authentication })).not.toThrow();
  });
});
