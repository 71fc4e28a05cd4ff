/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/packages/engine/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testEnvironment: 'node',
  // the engine as it is edited, not as it was built
  testEnvironmentOptions: { customExportConditions: ['@aws-platform/source', 'node', 'node-addons'] },
  // processes of their own, made anew when they have grown: modules of one test file are not all let go after it
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  // commands that start programs, on busy machines
  testTimeout: 60_000,
  // the last line names the counts alone, for whoever reads only that
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
