'use strict';

/*
 * Preloaded before a program (`node -r tracer.js program.js`). It instruments the main program's text on its way to
 * Node's loader and records what the instrumented program tells, as the trace wire asks.
 */

const { Disguise } = require('./lib/disguise');
const { instrument } = require('./lib/instrument');
const { hide, interceptMain, mainFile } = require('./lib/launch');
const { Recorder } = require('./lib/recorder');
const { Streams } = require('./lib/streams');
const { strip } = require('./lib/strip');
const { Wire } = require('./lib/wire');

const DEFAULTS = { events: 100000, bytes: 33554432, depth: 4, items: 32, characters: 256 };

function readLimits(text) {
  const limits = { ...DEFAULTS };
  for (const part of (text ?? '').split(',')) {
    const [name, value] = part.split('=');
    if (name in limits && /^\d+$/.test(value)) limits[name] = Number(value);
  }
  return limits;
}

/** Ends the trace when the process does, whichever way it goes. */
function watchEnd(recorder) {
  const base = Object.getPrototypeOf(process);
  const emit = process.emit;
  Object.defineProperty(base, 'emit', {
    configurable: true,
    enumerable: false,
    writable: true,
    value: function emitOf(name, error) {
      if (name === 'uncaughtExceptionMonitor') recorder.uncaught(error);
      if (name !== 'exit') return Reflect.apply(emit, this, arguments);
      try {
        return Reflect.apply(emit, this, arguments);
      } finally {
        recorder.finish();
      }
    },
  });
  for (const name of ['reallyExit', '_kill', 'abort']) {
    const original = process[name];
    if (typeof original !== 'function') continue;
    process[name] = { [name]() {
      if (name !== '_kill') recorder.finish();
      else recorder.flush();
      return Reflect.apply(original, this, arguments);
    } }[name];
  }
}

function trace(file, fd, limits) {
  interceptMain(file, (text, extension) => {
    const source = strip(text, extension);
    let program;
    try {
      program = instrument(source.text, source.extension);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      program = null;
    }
    if (program === null) return { text: source.text, kind: source.kind };
    const recorder = new Recorder(new Wire(fd, limits), limits, program);
    Object.defineProperty(globalThis, program.entry, {
      configurable: true,
      enumerable: false,
      get() {
        delete globalThis[program.entry];
        return recorder;
      },
    });
    new Disguise(file, source.text, program, `${__dirname}/`).install();
    new Streams(recorder).install();
    watchEnd(recorder);
    return program;
  });
}

const file = mainFile();
const fd = Number(process.env.CODEALCHEMY_TRACE_FD);
const limits = readLimits(process.env.CODEALCHEMY_TRACE_LIMITS);
hide(`${__dirname}/`);
if (file !== null && Number.isInteger(fd) && fd > 2) trace(file, fd, limits);
