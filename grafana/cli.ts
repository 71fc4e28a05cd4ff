import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from './files';

/**
 * Writes what synth and the documentation take of the dashboards: the library that builds them takes longer to load
 * than synth may.
 */
for (const [path, text] of Object.entries(files())) writeFileSync(join(__dirname, '..', path), text);
