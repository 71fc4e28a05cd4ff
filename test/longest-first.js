const { default: Sequencer } = require('@jest/test-sequencer');

/** They start programs and take minutes: begun last, they would be waited for alone. */
const LONG = [
  /\/test\/docs\/how-to\b/,
  /\/test\/commands\//,
  /\/test\/strain\//,
  /\/test\/hostile\//,
  /\/test\/bootstrap\//,
  /\/test\/browser\//,
];

/** What takes long first, also where no run before has measured it. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONG.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/')));
      return found < 0 ? LONG.length : found;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
