import { IdentityPool } from '../../../constructs/cognito/identity-pool';
import { chart, wired } from '../scope';
import { client, inWired } from './helpers';

describe('IdentityPool', () => {
  test('GIVEN a client WHEN a pool is made THEN only its signed-in users get the role, and the pool is kept', () => {
    const scope = chart();
    new IdentityPool(scope, 'identities', { clients: [client(scope)], policies: {} });
    const all = wired(scope);
    expect(inWired(scope, 'Pool identities')).toMatchObject({
      allowUnauthenticatedIdentities: false,
      allowClassicFlow: false,
      cognitoIdentityProviders: [
        {
          clientIdRef: { name: 'client' },
          providerName: '${users.status.atProvider.endpoint}',
          serverSideTokenCheck: true,
        },
      ],
    });
    expect(all['Pool identities']!.spec['managementPolicies']).not.toContain('Delete');
    const trust = JSON.parse(all['Role identities-authenticated']!.spec['assumeRolePolicyDocument'] as string);
    expect(trust.Statement[0]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': '${identities.status.atProvider.id}' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    });
    expect(inWired(scope, 'PoolRolesAttachment identities')).toMatchObject({
      identityPoolIdRef: { name: 'identities' },
      roles: { authenticated: 'arn:aws:iam::123456789012:role/platform/identities-authenticated' },
    });
  });

  test.each([
    ['no client', { clients: [] }, 'clients is 0, a whole number from 1 to 50'],
    [
      'an id with a space',
      { socialApplications: { 'www.amazon.com': 'a b' } },
      "www.amazon.com 'a b' (3 characters) is not allowed",
    ],
  ])('GIVEN %s WHEN an identity pool is made THEN it is refused', (_, change, message) => {
    const scope = chart();
    expect(() => new IdentityPool(scope, 'identities', { clients: [client(scope)], policies: {}, ...change })).toThrow(
      message,
    );
  });
});
