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
  return Object.fromEntries(
    present.map((name) => [name, () => load(name).catch((error) => refuse(error, MODULES[name]))]),
  );
}

/** A platform's module that throws while it is loaded is a mistake in it, whatever it throws. */
function refuse(error, path) {
  if (explained(error) !== undefined) throw error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  throw Object.assign(new Error(`${path}: ${said}`), { name: 'InputError' });
}

function once(make) {
  let made;
  return () => (made ??= make());
}

/** What a shell calls the end of a program by SIGPIPE, as git and grep end: 128 and its number. */
const SIGPIPE = 141;

// `platform … | head` ends the pipe early: that is quiet, but not a success that hides findings
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(SIGPIPE);
  fail(`standard output: ${error.message}`);
  process.exit();
});
process.stderr.on('error', ({ code }) => process.exit(code === 'EPIPE' ? SIGPIPE : 2));

main().catch((error) => {
  const message = explained(error);
  if (message !== undefined) fail(message);
  else {
    for (const line of String(error?.stack ?? error).split('\n')) console.error(printable(line));
    console.error('platform: unexpected; npx tsc --noEmit says whether the sources are at fault');
    process.exitCode = 70;
  }
});

/** What a person is told of an error that they can mend; undefined for any other. */
function explained(error) {
  // esbuild has already shown where a source file does not parse
  if (Array.isArray(error?.errors)) {
    const isImport = error.errors.some(({ text }) => /^Could not resolve ".*\bimports\//.test(text));
    return `the sources do not compile${isImport ? '; npm run import makes imports/ from cdk8s.yaml' : ''}`;
  }
  if (error?.code === 'MODULE_NOT_FOUND') return 'the packages are not installed: run npm ci';
  // what a module says of itself when it is loaded, such as a name in platform.ts
  if (error?.name === 'InputError') return error.message;
  // a name that is not imported, or spelled otherwise: bundling checks no types
  if (error instanceof ReferenceError) return `the sources: ${error.message}; npx tsc --noEmit says where`;
  // the operating system: a full disk, a folder that may not be written, too many open files
  if (typeof error?.syscall === 'string' && typeof error.code === 'string') return error.message;
  return undefined;
}

function fail(message) {
  console.error(`platform: ${printable(message)}`);
  process.exitCode = 2;
}

/** As src/printing has it, for what goes wrong before there is an engine. */
function printable(text) {
  const codes = (character) => JSON.stringify(character).slice(1, -1);
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cf}]/gu, (character) =>
    codes(character) === character ? `\\u{${character.codePointAt(0).toString(16)}}` : codes(character),
  );
}
