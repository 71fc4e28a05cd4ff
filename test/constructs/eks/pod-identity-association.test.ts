import { PodIdentity } from '../../../constructs/eks/pod-identity-association';
import { chart, wired } from '../scope';

describe('PodIdentity', () => {
  test('GIVEN a service account WHEN its Pods get a role THEN it is for these Pods of this cluster alone', () => {
    const scope = chart();
    new PodIdentity(scope, 'web', { namespace: 'web', serviceAccount: 'app', description: 'For tests', policies: {} });
    const trust = JSON.parse(String(wired(scope)['Role web']!.spec['assumeRolePolicyDocument']));
    expect(trust.Statement[0]).toMatchObject({
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:us-east-1:123456789012:cluster/production-eks-cluster',
          'aws:RequestTag/kubernetes-namespace': 'web',
          'aws:RequestTag/kubernetes-service-account': 'app',
        },
      },
    });
  });

  test('GIVEN a service account that Kubernetes refuses WHEN it is made THEN it is refused', () => {
    const props = { namespace: 'web', serviceAccount: 'a_b', description: '', policies: {} };
    expect(() => new PodIdentity(chart(), 'web', props)).toThrow(/serviceAccount 'a_b'/);
  });
});
