const { readFileSync } = require('node:fs');
const { createRequire, Module } = require('node:module');
const { join } = require('node:path');
const { default: Runtime } = require('jest-runtime');
const { register } = require('tsx/cjs/api');

const ROOT = join(__dirname, '..');
const ENGINE = /^@aws-platform\/engine\/(\w[\w-]*)$/;
const CONDITIONS = ['@aws-platform/source', 'node', 'require'];
/** Below one of these folders stands what belongs to a file of tests. */
const TESTS = [join(ROOT, 'test', '/'), join(ROOT, 'packages', 'engine', 'test', '/')];
const OWN_MODULES = /\bjest\.(?:mock|doMock|resetModules|useFakeTimers)\(/;

register();
const resolve = Module._resolveFilename;
// the engine as it is edited: Node.js takes a package's conditions from its command line alone
Module._resolveFilename = (name, ...rest) => {
  const engine = ENGINE.exec(name)?.[1];
  return engine ? join(ROOT, 'packages', 'engine', 'src', engine, 'index.ts') : resolve.call(Module, name, ...rest);
};
const load = createRequire(__filename);

/**
 * Jest gives each file of tests modules of its own, which for hundreds of small files is most of their time. Here a
 * process loads what is no test once, for all of its files; a file that replaces modules or time has its own, as ever.
 * What is shared keeps what it knows from one file to the next, so that nothing may hang on its state; and it has
 * globals of its own: an error that it throws is no `instanceof Error` of a test.
 */
module.exports = class SharedModules extends Runtime {
  constructor(...options) {
    super(...options);
    const [, , resolver, , , , path] = options;
    this.resolver = resolver;
    this.shares = !OWN_MODULES.test(readFileSync(path, 'utf8'));
  }

  requireModuleOrMock(from, name) {
    const path = this.shares ? this.sharedPath(from, name) : undefined;
    return path === undefined ? super.requireModuleOrMock(from, name) : load(path);
  }

  sharedPath(from, name) {
    if (this.resolver.isCoreModule(name) || name.startsWith('@jest/')) return undefined;
    const path = this.resolver.resolveModule(from, name, { conditions: CONDITIONS });
    return TESTS.some((folder) => path.startsWith(folder)) ? undefined : path;
  }
};
