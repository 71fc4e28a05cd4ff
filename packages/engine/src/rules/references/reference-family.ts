import type { Rule } from '../rule';
import { referenceProblems } from './reference-problems';

export const referenceFamily: Rule = {
  id: 'reference-family',
  group: 'references',
  reason: 'ACK resolves references to ACK objects only, Crossplane to Crossplane objects only.',
  link: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
  check: (tree) => referenceProblems(tree).filter(({ defect }) => defect === 'family'),
};
