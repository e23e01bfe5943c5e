// Stands in for node:assert, of which conf calls one function.
const { isDeepStrictEqual } = require("node:util");

module.exports = {
  /** @throws Error when the values differ */
  deepEqual(actual, expected) {
    if (!isDeepStrictEqual(actual, expected)) throw new Error("the values differ");
  },
};
