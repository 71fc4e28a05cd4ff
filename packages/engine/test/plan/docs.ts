/** Part of `npm run docs`: the transcript in docs/plan.md and the JSON Schema beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planJsonSchema } from '../../src/plan/schema';
import { REPOSITORY } from '../engine';
import { planPage } from './page';

const docs = join(REPOSITORY, 'docs');
const page = join(docs, 'plan.md');
writeFileSync(join(docs, 'plan.schema.json'), planJsonSchema());
writeFileSync(page, planPage(readFileSync(page, 'utf8')));
