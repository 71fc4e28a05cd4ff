import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ENGINE, platform } from './engine';

describe('registries', () => {
  let folder: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const environment = (name: string) =>
    write(`environments/${name}.ts`, `export const ${name.replaceAll('-', '')}: EnvironmentData = {};\n`);
  const lists = (entries: string) => write('environments/all.ts', `export const environments = [${entries}];\n`);
  const registries = () =>
    spawnSync(process.execPath, [join(ENGINE, 'bin', 'registries.js')], { cwd: folder, encoding: 'utf8' }).stdout;
  const written = () => readFileSync(join(folder, 'environments/all.ts'), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'registries-'));
    write('platform.ts', '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('GIVEN new files, and one that is gone WHEN the list is written THEN what was listed keeps its order, and what is new comes last', () => {
    for (const name of ['a', 'production', 'qa-eu', 'staging']) environment(name);
    write('environments/schema.ts', 'export const schema: Schema = {};\n');
    lists('staging, development, production');
    expect(registries()).toBe('environments/all.ts is written anew\n');
    expect(written()).toBe(
      [
        '// Written by `npm run registries`. What is new comes last: move it to where it belongs.',
        "import { a } from './a';",
        "import type { EnvironmentData } from './environment';",
        "import { production } from './production';",
        "import { qaeu } from './qa-eu';",
        "import { staging } from './staging';",
        '',
        '/** Every environment, the one where mistakes cost most first. */',
        'export const environments: readonly EnvironmentData[] = [staging, production, a, qaeu];',
        '',
      ].join('\n'),
    );
    expect(registries()).toBe('');
  });

  test('GIVEN more entries than fit into a line WHEN the list is written THEN it is broken as the formatter does', () => {
    for (const name of ['one', 'two', 'three']) environment(`environment-${name}-${'x'.repeat(20)}`);
    lists('');
    registries();
    expect(written()).toMatch(/= \[\n {2}environmentonex+,\n {2}environmentthreex+,\n {2}environmenttwox+,\n\];\n$/);
  });

  test('GIVEN a list that leaves a file out WHEN a command starts THEN it says what to run', () => {
    environment('qa');
    lists('');
    expect(platform(['validate'], { cwd: folder })).toMatchObject({
      status: 2,
      stderr: 'platform: environments/all.ts does not list what its folder holds: npm run registries\n',
    });
  });
});
