import type { Rule } from '../rule';
import { verdicts } from './verdict';

export const referenceFamily: Rule = {
  id: 'reference-family',
  group: 'references',
  reason: 'ACK resolves references to ACK objects only, Crossplane to Crossplane objects only.',
  link: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
  check: (tree) => verdicts(tree).filter(({ wrong }) => wrong === 'family'),
};
