/** Ends the output of the tests with one line: `N passed, N failed, N skipped`. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    // printed when everything else is
    process.once('exit', () => {
      const failed = numFailedTests + numRuntimeErrorTestSuites;
      console.log(
        `${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`,
      );
    });
  }
};
