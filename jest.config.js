const transform = { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] };
// the engine as it is edited, not as it was built
const testEnvironmentOptions = { customExportConditions: ['@aws-platform/source', 'node', 'node-addons'] };
// commands that start programs, on busy machines
const common = { transform, testEnvironmentOptions, testEnvironment: 'node', testTimeout: 60_000 };
const RULES = '<rootDir>/packages/engine/test/rules';

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    { ...common, displayName: 'platform', testMatch: ['<rootDir>/test/**/*.test.ts'] },
    {
      ...common,
      displayName: 'engine',
      testMatch: ['<rootDir>/packages/engine/test/**/*.test.ts'],
      testPathIgnorePatterns: [RULES],
    },
    // what takes long to load stands in their environment, once for all files
    {
      ...common,
      displayName: 'rules',
      testMatch: [`${RULES}/**/*.test.ts`],
      testEnvironment: `${RULES}/environment.ts`,
    },
  ],
  // processes of their own, made anew when they have grown: modules of one test file are not all let go after it
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  // the last line names the counts alone, for whoever reads only that
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
