import type { Rule } from '../rule';
import { verdicts } from './verdict';

export const referenceKind: Rule = {
  id: 'reference-kind',
  group: 'references',
  reason: 'A reference that names an object of another kind never resolves, and AWS refuses an ARN of another service.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/cross-resource-references/',
  check: (tree) => verdicts(tree).filter(({ wrong }) => wrong === 'kind'),
};
