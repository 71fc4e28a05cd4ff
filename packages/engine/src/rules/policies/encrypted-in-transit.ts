import type { Rule } from '../rule';
import { brokenDemands } from './demands';

export const encryptedInTransit: Rule = {
  id: 'encrypted-in-transit',
  group: 'policy',
  reason: 'Nothing crosses a network in plain text, inside the VPC neither.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html',
  check: (tree) => brokenDemands(tree, 'inTransit'),
};
