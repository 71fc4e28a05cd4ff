#!/usr/bin/env node

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { ENGINE, findPlatform, hasEngineSources, MODULES } = require('./sources.js');

const platform = findPlatform(process.cwd());
const home = platform ?? (hasEngineSources() ? join(ENGINE, '..', '..') : undefined);
// kept between runs where Node.js can (22 and newer)
if (home !== undefined)
  require('node:module').enableCompileCache?.(join(home, 'node_modules', '.cache', 'platform-code'));

async function main() {
  const args = process.argv.slice(2);
  const bundled = once(() => require('./bundle.js').bundle(platform, { forImport: args[0] === 'import' }));
  const load = (path) => import(pathToFileURL(path).href);
  const commands = hasEngineSources() ? join(bundled(), 'commands.mjs') : join(ENGINE, 'lib', 'commands', 'index.js');
  const { run } = await load(commands);
  process.exitCode = await run(args, {
    root: platform ?? process.cwd(),
    ...(platform !== undefined && { platform: modulesOf((name) => load(join(bundled(), `${name}.mjs`))) }),
  });
}

/** The platform's modules, each loaded when a command asks for it. */
function modulesOf(load) {
  const present = Object.keys(MODULES).filter((name) => existsSync(join(platform, MODULES[name])));
  return Object.fromEntries(present.map((name) => [name, () => load(name)]));
}

function once(make) {
  let made;
  return () => (made ??= make());
}

// `platform … | head` ends the pipe early, which is no error
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 70));

main().catch((error) => {
  // esbuild has already shown where a source file does not parse
  if (Array.isArray(error.errors)) {
    const isImport = error.errors.some(({ text }) => /^Could not resolve ".*\bimports\//.test(text));
    fail(`the sources do not compile${isImport ? '; npm run import makes imports/ from cdk8s.yaml' : ''}`);
  } else if (error.code === 'MODULE_NOT_FOUND') fail('the packages are not installed: run npm ci');
  // what a module says of itself when it is loaded, such as a name in platform.ts
  else if (error?.name === 'InputError') fail(error.message);
  // a name that is not imported, or spelled otherwise: bundling checks no types
  else if (error instanceof ReferenceError) fail(`the sources: ${error.message}; npx tsc --noEmit says where`);
  else {
    console.error(error);
    console.error('platform: unexpected; npx tsc --noEmit says whether the sources are at fault');
    process.exitCode = 70;
  }
});

function fail(message) {
  console.error(`platform: ${message}`);
  process.exitCode = 2;
}
