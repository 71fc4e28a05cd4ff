import type { Rule } from '../rule';
import { referenceProblems } from './reference-problems';

export const referenceKind: Rule = {
  id: 'reference-kind',
  group: 'references',
  reason: 'A reference that names an object of another kind never resolves, and AWS refuses an ARN of another service.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/cross-resource-references/',
  check: (tree) => referenceProblems(tree).filter(({ defect }) => defect === 'kind'),
};
