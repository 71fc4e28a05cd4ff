import { objectKey } from '../../manifests';
import { startupOf } from '../../startup';
import type { Rule } from '../rule';

export const identityAfterWorkload: Rule = {
  id: 'order/identity-after-workload',
  group: 'order',
  reason:
    'EKS gives a Pod its identity when it starts: one that starts earlier is refused by AWS until somebody restarts it.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html',
  *check(tree) {
    for (const { object, need } of startupOf(tree).lateIdentities)
      yield {
        object,
        path: need.path,
        message: `its Pods may start before ${objectKey(need.to.manifest)}, which ${need.because}`,
      };
  },
};
