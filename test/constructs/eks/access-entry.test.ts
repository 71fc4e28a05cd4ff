import { NodeAccess } from '../../../constructs/eks/access-entry';
import { NodeRole } from '../../../constructs/eks/node-role';
import { chart, manifests } from '../scope';

const ROLES = 'arn:aws:iam::123456789012:role/platform';

describe('NodeAccess', () => {
  test('GIVEN a role WHEN its instances get access THEN it is as Linux nodes, whose groups EKS fixes', () => {
    const scope = chart();
    new NodeAccess(scope, 'node', new NodeRole(scope, 'role', 'Nodes'));
    expect(manifests(scope)['node']!.spec).toEqual({
      clusterName: 'production-eks-cluster',
      principalARN: `${ROLES}/role`,
      type: 'EC2_LINUX',
      tags: { Environment: 'production', Owner: 'platform-team' },
    });
  });
});
