import type { Rule } from '../rule';
import { verdicts } from './verdict';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  group: 'references',
  reason:
    'A controller waits for ever for what a reference names and nobody makes, and AWS refuses or silently drops what goes to it.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/cross-resource-references/',
  check: (tree) => verdicts(tree).filter(({ wrong }) => wrong === 'dangling'),
};
