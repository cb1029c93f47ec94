'use strict';

/** The program as JavaScript, on the same lines: TypeScript without its types, JavaScript as it is. */
function strip(text, extension) {
  return { text, extension };
}

module.exports = { strip };
