'use strict';

/* Preloaded before a TypeScript program (`node -r types.js program.ts`): Node gets it without its types. */

const { hide, interceptMain, mainFile } = require('./lib/launch');
const { strip } = require('./lib/strip');

const file = mainFile();
hide(`${__dirname}/`);
if (file !== null) interceptMain(file, strip);
