import type { Rule } from '../rule';
import { referenceProblems } from './reference-problems';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  group: 'references',
  reason:
    'A controller waits for ever for what a reference names and nobody makes, and AWS refuses or silently drops what goes to it.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/cross-resource-references/',
  check: (tree) => referenceProblems(tree).filter(({ defect }) => defect === 'dangling'),
};
