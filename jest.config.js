const transform = { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] };
// the engine as it is edited, not as it was built
const testEnvironmentOptions = { customExportConditions: ['@aws-platform/source', 'node', 'node-addons'] };
const common = {
  runtime: '<rootDir>/test/shared-modules.js',
  transform,
  testEnvironmentOptions,
  testEnvironment: 'node',
};

const PLATFORM = '<rootDir>/test';
const ENGINE = '<rootDir>/packages/engine/test';
const RULES = `${ENGINE}/rules`;

/** What needs more than Node.js, or long: `npm run check` asks for it, `npm test` does without. */
const SLOW = {
  server: [`${PLATFORM}/server`, `${ENGINE}/server`],
  browser: [`${ENGINE}/browser`],
  helm: [`${PLATFORM}/helm`],
  registry: [`${ENGINE}/registry`],
  strain: [`${PLATFORM}/strain`, `${ENGINE}/strain`],
  hostile: [`${ENGINE}/hostile`],
};
const tests = (folders) => folders.map((folder) => `${folder}/**/*.test.ts`);
const leftOut = Object.values(SLOW).flat();

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    { ...common, displayName: 'platform', testMatch: tests([PLATFORM]), testPathIgnorePatterns: leftOut },
    { ...common, displayName: 'engine', testMatch: tests([ENGINE]), testPathIgnorePatterns: [RULES, ...leftOut] },
    // what takes long to load stands in their environment, once for all files
    { ...common, displayName: 'rules', testMatch: tests([RULES]), testEnvironment: `${RULES}/environment.ts` },
    ...Object.entries(SLOW).map(([displayName, folders]) => ({ ...common, displayName, testMatch: tests(folders) })),
  ],
  // processes of their own, made anew when they have grown: modules of one test file are not all let go after it
  maxWorkers: 2,
  // a minute: some start programs, on busy machines; projects cannot say it
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longest-first.js',
  workerIdleMemoryLimit: '800MB',
  // the last line names the counts alone, for whoever reads only that
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
