import type { Rule } from '../rule';
import { referenceProblems } from './reference-problems';

export const referenceNamespace: Rule = {
  id: 'reference-namespace',
  group: 'references',
  reason:
    'References across namespaces are an opt-in of the controllers; all AWS objects of an environment live in one.',
  link: 'https://github.com/aws-controllers-k8s/community/issues/3031',
  check: (tree) => referenceProblems(tree).filter(({ defect }) => defect === 'namespace'),
};
