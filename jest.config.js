const transform = { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] };
const RULES = '<rootDir>/test/rules';

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    // js-yaml's package has an ES module first
    { testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: [RULES], testEnvironment: 'node', transform },
    { testMatch: [`${RULES}/**/*.test.ts`], testEnvironment: `${RULES}/environment.ts`, transform },
  ],
  // processes of their own, made anew when they have grown: modules of one test file are not all let go after it
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  // commands that start programs, on busy machines
  testTimeout: 60_000,
  // the last line names the counts alone, for whoever reads only that
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
