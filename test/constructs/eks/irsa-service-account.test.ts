import { IrsaServiceAccount } from '../../../constructs/eks/irsa-service-account';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { chart, manifests } from '../scope';

const ROLES = 'arn:aws:iam::123456789012:role/platform';

describe('IrsaServiceAccount', () => {
  test('GIVEN a service account WHEN it is made THEN only its own Pods may assume its role, by the identity provider', () => {
    const scope = chart();
    const { oidcIssuer } = scope.environment.outputs;
    const issuer = oidcIssuer.slice('https://'.length);
    new IrsaServiceAccount(scope, 'worker', {
      namespace: new Namespace(scope, 'batch'),
      description: 'Works',
      policies: {},
    });
    const { 'batch-worker': role, worker: account } = manifests(scope);
    expect(account!.metadata).toMatchObject({
      namespace: 'batch',
      annotations: { 'eks.amazonaws.com/role-arn': `${ROLES}/batch-worker` },
    });
    expect(JSON.parse(String(role!.spec['assumeRolePolicyDocument'])).Statement).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: 'sts.amazonaws.com',
            [`${issuer}:sub`]: 'system:serviceaccount:batch:worker',
          },
        },
      },
    ]);
  });
});
