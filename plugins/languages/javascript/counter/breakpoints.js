'use strict';

/*
 * Preloaded before a program that is counted (`node -r breakpoints.js program.js`): sets a breakpoint of V8's debugger where
 * each statement begins. Its condition adds one and never holds, so the program runs on. What was counted is written as
 * JSON to the file that CODEALCHEMY_COUNTER_HITS names.
 */

const fs = require('fs');
const inspector = require('inspector');
const path = require('path');
const { pathToFileURL } = require('url');

const { hide, mainFile } = require('../lib/launch');
const { read, Statements } = require('./statements');

const NAME = '$codealchemy_hits';

/** Sets the breakpoints of a script; gives all places that V8 offers, with the number of their breakpoint. */
function setBreakpoints(session, scriptId, source) {
  let places = [];
  session.post('Debugger.getPossibleBreakpoints', { start: { scriptId, lineNumber: 0, columnNumber: 0 } }, (error, result) => {
    places = (result?.locations ?? []).map(({ lineNumber, columnNumber = 0, type }) => ({ line: lineNumber, column: columnNumber, type }));
  });
  const statements = new Statements(source, places);
  statements.count();
  for (const index of statements.used) {
    const { line: lineNumber, column: columnNumber } = places[index];
    session.post('Debugger.setBreakpoint', { location: { scriptId, lineNumber, columnNumber }, condition: `${NAME}[${index}]++,false` });
  }
  return places;
}

/** Calls `write` when the process ends, whichever way it goes. */
function atEnd(write) {
  const { emit } = process;
  const value = function (name) {
    try {
      return Reflect.apply(emit, this, arguments);
    } finally {
      if (name === 'exit') write();
    }
  };
  Object.defineProperty(process, 'emit', { value, configurable: true, writable: true, enumerable: false });
  for (const name of ['_kill', 'abort']) {
    const original = process[name];
    process[name] = function () {
      write();
      return Reflect.apply(original, this, arguments);
    };
  }
}

function main(file, output) {
  const { writeFileSync } = fs;
  const { stringify } = JSON;
  const hits = [];
  const source = read(file);
  let places = [];
  Object.defineProperty(globalThis, NAME, { value: hits, enumerable: false });
  const session = new inspector.Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params: { url, scriptId } }) => {
    if (places.length > 0 || (url !== file && url !== pathToFileURL(file).href)) return;
    places = setBreakpoints(session, scriptId, source);
    for (let i = 0; i < places.length; i++) hits[i] = 0;
  });
  session.post('Debugger.enable');
  atEnd(() => writeFileSync(output, stringify({ places, hits })));
}

const file = mainFile();
const output = process.env.CODEALCHEMY_COUNTER_HITS;
if (file !== null && output) main(file, output);
if (/\.[mc]?ts$/.test(file)) require('../types');
else hide(path.join(__dirname, '../'));
