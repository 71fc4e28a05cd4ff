import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules } from '../../src/rules/registry';

/** Groups whose folder has another name. */
const FOLDERS: Readonly<Record<string, string>> = { policy: 'policies' };

test.each(rules)(
  'GIVEN the rule $id WHEN its tests are looked for THEN they stand where its source stands, and seed faults',
  ({ id, group }) => {
    const file = join(__dirname, FOLDERS[group] ?? group, `${basename(id)}.test.ts`);
    // a table without faults is refused when the file is run
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain(`\nfaultsOf('${id}', [\n`);
  },
);
