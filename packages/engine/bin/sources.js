// Which TypeScript there is to load: the engine's own, where it runs from its sources, and the modules of a platform.

const { existsSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const ENGINE = join(__dirname, '..');

/** The modules of a platform that commands load, by the name that commands know them by; one may be missing. */
const MODULES = {
  definition: 'platform.ts',
  environments: 'environments/index.ts',
  main: 'main.ts',
  conformance: 'conformance/index.ts',
};

/** What a platform's modules may be made of. */
const PLATFORM_SOURCES = [
  'argocd',
  'charts',
  'conformance',
  'constructs',
  'environments',
  'grafana',
  'imports',
  'main.ts',
  'package-lock.json',
  'platform.ts',
];

/** The nearest folder, from `folder` up, that has a platform.ts; undefined where there is none. */
function findPlatform(folder) {
  for (let here = resolve(folder); ; here = dirname(here)) {
    if (statSync(join(here, MODULES.definition), { throwIfNoEntry: false })?.isFile()) return here;
    if (here === dirname(here)) return undefined;
  }
}

/** Whether the engine is here as it is edited; a package that was installed has only what was built of it. */
function hasEngineSources() {
  return existsSync(join(ENGINE, 'src', 'commands', 'index.ts'));
}

module.exports = { ENGINE, findPlatform, hasEngineSources, MODULES, PLATFORM_SOURCES };
