import { UNNEEDED_EXCEPTION } from './apply-rules';
import { rules } from './registry';
import { type RuleDescription, schemaRules } from './schema-rules';

/** Every rule that `validate` knows, in the order in which it lists them. */
export const allRules: readonly RuleDescription[] = [
  ...schemaRules,
  ...rules,
  {
    id: UNNEEDED_EXCEPTION,
    group: 'policy',
    reason: 'An exception that excuses nothing, or names no policy, would hide a later mistake.',
    link: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html',
  },
];
