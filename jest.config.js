/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  // js-yaml's package has an ES module first
  testEnvironment: 'node',
  // the last line names the counts alone, for whoever reads only that
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
