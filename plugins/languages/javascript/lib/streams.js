'use strict';

const fs = require('fs');

const { escapeBytes } = require('./wire');

const { apply } = Reflect;

/** Tells the recorder of what the program writes to its output and reads from its input, when it does. */
class Streams {
  constructor(recorder) {
    this._recorder = recorder;
    this._inside = 0;
  }

  install() {
    this._lazily('stdout', (stream) => this._watchOutput(stream, 1));
    this._lazily('stderr', (stream) => this._watchOutput(stream, 2));
    this._lazily('stdin', (stream) => this._watchInput(stream));
    this._watchFiles();
  }

  _note(kind, fd, data, encoding) {
    if (this._inside > 0) return;
    if (typeof data === 'string' && (encoding === undefined || encoding === null || /^utf-?8$/i.test(encoding))) {
      if (data !== '') this._recorder.stream(kind, fd, data);
      return;
    }
    const bytes = typeof data === 'string' ? Buffer.from(data, encoding) : asBytes(data);
    if (bytes.length > 0) this._recorder.stream(kind, fd, escapeBytes(bytes));
  }

  /** Waits for the first use of a standard stream, so that a program without one does not get it. */
  _lazily(name, watch) {
    const own = Object.getOwnPropertyDescriptor(process, name);
    if (!own?.get || !own.configurable) return;
    Object.defineProperty(process, name, {
      ...own,
      get() {
        Object.defineProperty(process, name, own);
        const stream = own.get.call(process);
        watch(stream);
        return stream;
      },
      set: own.set && function (value) {
        Object.defineProperty(process, name, own);
        own.set.call(process, value);
      },
    });
  }

  _watchOutput(stream, fd) {
    const handle = stream._handle;
    if (!handle) {
      this._watchFileOutput(stream, fd);
      return;
    }
    wrap(handle, 'writeUtf8String', (request, text) => this._note('o', fd, text, 'utf8'));
    wrap(handle, 'writeAsciiString', (request, text) => this._note('o', fd, text, 'latin1'));
    wrap(handle, 'writeLatin1String', (request, text) => this._note('o', fd, text, 'latin1'));
    wrap(handle, 'writeUcs2String', (request, text) => this._note('o', fd, text, 'utf16le'));
    wrap(handle, 'writeBuffer', (request, bytes) => this._note('o', fd, bytes));
    wrap(handle, 'writev', (request, chunks, allBuffers) => {
      const step = allBuffers ? 1 : 2;
      for (let i = 0; i < chunks.length; i += step) this._note('o', fd, chunks[i], allBuffers ? undefined : chunks[i + 1]);
    });
  }

  /** A stream over a file writes through the file module, which is watched too. */
  _watchFileOutput(stream, fd) {
    const streams = this;
    const { _write } = stream;
    Object.defineProperty(stream, '_write', {
      configurable: true,
      enumerable: false,
      writable: true,
      value(chunk, encoding, done) {
        streams._note('o', fd, chunk, typeof chunk === 'string' ? encoding : undefined);
        streams._inside++;
        try {
          return apply(_write, this, [chunk, encoding, (...values) => {
            const inside = streams._inside;
            streams._inside = 0;
            try {
              return apply(done, undefined, values);
            } finally {
              streams._inside = inside;
            }
          }]);
        } finally {
          streams._inside--;
        }
      },
    });
  }

  _watchInput(stream) {
    wrap(stream, 'push', (chunk, encoding) => {
      if (chunk !== null && chunk !== undefined) this._note('i', 0, chunk, encoding);
    });
  }

  _watchFiles() {
    const { writeSync, readSync, readFileSync, writeFileSync, write } = fs;
    const streams = this;
    disguise('writeSync', writeSync, function (fd, data, ...rest) {
      const done = apply(writeSync, this, [fd, data, ...rest]);
      if (fd === 1 || fd === 2) streams._written(fd, data, rest, done);
      return done;
    });
    disguise('write', write, function (fd, data, ...rest) {
      if (fd === 1 || fd === 2) streams._written(fd, data, rest, undefined);
      return apply(write, this, [fd, data, ...rest]);
    });
    disguise('readSync', readSync, function (fd, buffer, ...rest) {
      const done = apply(readSync, this, [fd, buffer, ...rest]);
      if (fd === 0 && done > 0) {
        const offset = typeof rest[0] === 'number' ? rest[0] : rest[0]?.offset ?? 0;
        streams._note('i', 0, asBytes(buffer).subarray(offset, offset + done));
      }
      return done;
    });
    disguise('readFileSync', readFileSync, function (name, options) {
      const data = apply(readFileSync, this, arguments);
      if (name === 0 || name === '/dev/stdin') streams._note('i', 0, data);
      return data;
    });
    disguise('writeFileSync', writeFileSync, function (name, data, options) {
      const fd = name === 1 || name === '/dev/stdout' ? 1 : name === 2 || name === '/dev/stderr' ? 2 : 0;
      if (fd === 0) return apply(writeFileSync, this, arguments);
      streams._inside++;
      try {
        apply(writeFileSync, this, arguments);
      } finally {
        streams._inside--;
      }
      streams._note('o', fd, data, typeof options === 'string' ? options : options?.encoding);
    });
  }

  _written(fd, data, rest, done) {
    if (typeof data === 'string') {
      this._note('o', fd, data, typeof rest[1] === 'string' ? rest[1] : undefined);
      return;
    }
    let [offset, length] = rest;
    if (offset !== null && typeof offset === 'object') ({ offset, length } = offset);
    const bytes = asBytes(data).subarray(offset ?? 0);
    this._note('o', fd, bytes.subarray(0, done ?? (typeof length === 'number' ? length : bytes.length)));
  }
}

/** Replaces a method by one that tells of the call first. */
function wrap(target, name, tell) {
  const method = target[name];
  if (typeof method !== 'function') return;
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: false,
    writable: true,
    value(...values) {
      apply(tell, undefined, values);
      return apply(method, this, values);
    },
  });
}

/** Puts a function in the place of one of the file module's, under its name. */
function disguise(name, original, replacement) {
  Object.defineProperty(replacement, 'name', { value: original.name, configurable: true });
  Object.defineProperty(replacement, 'length', { value: original.length, configurable: true });
  fs[name] = replacement;
}

function asBytes(data) {
  if (Buffer.isBuffer(data)) return data;
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.from(String(data));
}

module.exports = { Streams };
