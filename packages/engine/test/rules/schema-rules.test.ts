import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaRules } from '../../src/rules/schema-rules';
import { ENGINE } from '../engine';

test('GIVEN the ids that the schema checks write WHEN compared with the list of rules THEN each is listed, and no other', () => {
  const folder = join(ENGINE, 'src', 'api-server');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const written = sources.flatMap((text) =>
    [...text.matchAll(/(?:rule: |, |rule = |\? )'([a-z]+(?:-[a-z]+)*)'(?=\)|,? *\}|,|;| :|\s*path)/g)].map(
      ([, id = '']) => id,
    ),
  );
  const listed = schemaRules.map(({ id }) => id);
  expect(listed.filter((id) => !written.includes(id))).toEqual([]);
  const ids = sources.flatMap((text) => [...text.matchAll(/rule: '([a-z-]+)'/g)].map(([, id = '']) => id));
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
});
