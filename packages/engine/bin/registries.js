#!/usr/bin/env node
// `npm run registries`: writes the lists whose entries are files of a folder, so that a new file is all that a new
// entry needs. Bundling asks whether they are current (bundle.js): a file that no list names would be left out, and
// nobody would see it.

const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { ENGINE, findPlatform, hasEngineSources } = require('./sources.js');

/** As the formatter breaks lines. */
const WIDTH = 120;

/** The lists of a platform's repository (undefined: of none), and the engine's where it is here as it is edited. */
function registriesOf(platform) {
  return [
    platform && {
      file: join(platform, 'environments', 'all.ts'),
      name: 'environments',
      about: 'Every environment, the one where mistakes cost most first.',
      type: 'EnvironmentData',
      home: './environment',
    },
    hasEngineSources() && {
      file: join(ENGINE, 'src', 'rules', 'registry.ts'),
      name: 'rules',
      about: 'Every rule over the tree.',
      type: 'Rule',
      home: './rule',
    },
  ].filter((registry) => registry && existsSync(registry.file));
}

/** Those of the lists that are not what their folders hold. */
function staleRegistries(platform) {
  return registriesOf(platform).filter((registry) => render(registry) !== readFileSync(registry.file, 'utf8'));
}

/**
 * The list as the folder has it now. The order is a person's: what is listed keeps its place, and what is new comes
 * last.
 */
function render({ file, name, about, type, home }) {
  const found = entriesBelow(dirname(file), type);
  const listed = [
    ...readFileSync(file, 'utf8')
      .replace(/^[^=]*=/, '')
      .matchAll(/\w+/g),
  ].map(([word]) => word);
  const entries = [...new Set([...listed.filter((entry) => found.has(entry)), ...found.keys()])];
  const imports = [...found].map(([entry, path]) => [path, `import { ${entry} } from '${path}';`]);
  imports.push([home, `import type { ${type} } from '${home}';`]);
  imports.sort(([a], [b]) => (a < b ? -1 : 1));
  const head = `export const ${name}: readonly ${type}[] = [`;
  const line = `${head}${entries.join(', ')}];`;
  return [
    '// Written by `npm run registries`. What is new comes last: move it to where it belongs.',
    ...imports.map(([, text]) => text),
    '',
    `/** ${about} */`,
    line.length <= WIDTH ? line : [head, ...entries.map((entry) => `  ${entry},`), '];'].join('\n'),
    '',
  ].join('\n');
}

/** What the files of a folder export of a type: name → the path to import it from. */
function entriesBelow(folder, type) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return new Map(
    paths
      .sort()
      .flatMap((path) =>
        [...readFileSync(join(folder, path), 'utf8').matchAll(new RegExp(`^export const (\\w+): ${type} =`, 'gm'))].map(
          ([, entry]) => [entry, `./${path.slice(0, -'.ts'.length).replaceAll('\\', '/')}`],
        ),
      ),
  );
}

if (require.main === module)
  for (const registry of staleRegistries(findPlatform(process.cwd()))) {
    writeFileSync(registry.file, render(registry));
    console.log(`${relative(process.cwd(), registry.file)} is written anew`);
  }

module.exports = { staleRegistries };
