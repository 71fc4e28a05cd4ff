import type { Rule } from '../rule';
import { brokenDemands } from './demands';

export const encryptedAtRest: Rule = {
  id: 'encrypted-at-rest',
  group: 'policy',
  reason: 'What is not encrypted when it is made stays so: most services cannot change it later.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_encrypt.html',
  check: (tree) => brokenDemands(tree, 'atRest'),
};
