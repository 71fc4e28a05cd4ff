#!/usr/bin/env node

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { bundle } = require('./bundle');

const root = join(__dirname, '..');
// kept between runs where Node.js can (22 and newer)
require('node:module').enableCompileCache?.(join(root, 'node_modules', '.cache', 'platform-code'));

async function main() {
  const args = process.argv.slice(2);
  const folder = bundle(root, { forImport: args[0] === 'import' });
  const { run } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
  process.exitCode = await run(args, { root });
}

// `platform … | head` ends the pipe early, which is no error
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 70));

main().catch((error) => {
  // esbuild has already shown where a source file does not parse
  if (Array.isArray(error.errors)) {
    const isImport = error.errors.some(({ text }) => /^Could not resolve ".*\bimports\//.test(text));
    fail(`the sources do not compile${isImport ? '; npm run import makes imports/ from cdk8s.yaml' : ''}`);
  } else if (error.code === 'MODULE_NOT_FOUND') fail('the packages are not installed: run npm ci');
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
