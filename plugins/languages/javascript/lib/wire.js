'use strict';

const fs = require('fs');

const { writeSync, openSync, closeSync } = fs;
const { from, byteLength, allocUnsafeSlow } = Buffer;
const latin1Write = Function.prototype.call.bind(Buffer.prototype.latin1Write);

const testText = Function.prototype.call.bind(RegExp.prototype.test);
const replaceText = Function.prototype.call.bind(String.prototype.replace);

const RESERVED = /[\x10\x1f]/;
const RESERVED_ALL = /[\x10\x1f]/g;
const CHUNK = 1 << 16;
const RESERVE = 32;

/**
 * Writes length-framed records to the trace descriptor, in chunks and at positions of its own: a write that was broken
 * off, as by an exhausted stack, is written again at the same place. A record becomes part of the trace as a whole.
 */
class Wire {
  constructor(fd, limits) {
    this.on = true;
    this.direct = false;
    this._fd = moveAway(fd);
    this._maxEvents = limits.events;
    this._maxBytes = limits.bytes;
    this._events = 0;
    this._bytes = 0;
    this._text = '';
    this._wide = false;
    this._position = 0;
    this._buffer = allocUnsafeSlow(CHUNK * 2);
  }

  /** Writes one record; false when a limit was reached, now or before. */
  record(payload, wide) {
    if (!this.on) return false;
    const size = wide ? byteLength(payload) : payload.length;
    const framed = `${size}:${payload},`;
    const bytes = this._bytes + size + framed.length - payload.length;
    if (this._events >= this._maxEvents) return this._stop('events');
    if (bytes > this._maxBytes - RESERVE) return this._stop('bytes');
    if (this._text.length > CHUNK) this.flush();
    this._events++;
    this._bytes = bytes;
    this._wide ||= wide;
    this._text += framed;
    if (this.direct) this.flush();
    return true;
  }

  /** Writes a record whose last field is raw bytes, already escaped. */
  raw(head, bytes) {
    if (!this.on) return false;
    const size = byteLength(head) + bytes.length;
    const frame = `${size}:`;
    if (this._events >= this._maxEvents) return this._stop('events');
    if (this._bytes + frame.length + size + 1 > this._maxBytes - RESERVE) return this._stop('bytes');
    this.flush();
    this._events++;
    this._bytes += frame.length + size + 1;
    this._put(Buffer.concat([from(frame + head), bytes, from(',')]));
    return true;
  }

  flush() {
    if (this._text === '') return;
    const text = this._text;
    let data;
    if (!this._wide && text.length <= this._buffer.length) {
      latin1Write(this._buffer, text, 0);
      data = this._buffer.subarray(0, text.length);
    } else {
      data = from(text, 'utf8');
    }
    if (this._put(data)) {
      this._text = '';
      this._wide = false;
    }
  }

  _put(data) {
    let done = 0;
    const start = this._position;
    try {
      while (done < data.length) done += writeSync(this._fd, data, done, data.length - done, start + done);
    } catch (error) {
      if (error instanceof RangeError) return false;
      this.on = false;
      return true;
    }
    this._position = start + data.length;
    return true;
  }

  _stop(limit) {
    const payload = `z\x1f${limit}`;
    this._text += `${payload.length}:${payload},`;
    this.on = false;
    this.flush();
    return false;
  }
}

/** Opens the descriptor anew at a high number and frees the low one, so that the program's own numbers stay the same. */
function moveAway(fd) {
  const opened = [];
  let last = fd;
  try {
    do {
      last = openSync(`/proc/self/fd/${fd}`, 'r+');
      opened.push(last);
    } while (last < 64);
  } catch {
    if (opened.length === 0) return fd;
    last = opened[opened.length - 1];
  }
  for (const one of opened) if (one !== last) closeSync(one);
  closeSync(fd);
  return last;
}

/** Text as it stands inside a field: the wire's reserved bytes are escaped. */
const escapeField = (text) => (testText(RESERVED, text) ? replaceText(text, RESERVED_ALL, (one) => `\x10${one === '\x10' ? 'P' : '_'}`) : text);

/** The same for bytes. */
function escapeBytes(bytes) {
  if (!bytes.includes(0x1f) && !bytes.includes(0x10)) return bytes;
  const out = [];
  for (const byte of bytes) {
    if (byte === 0x1f || byte === 0x10) out.push(0x10, byte ^ 0x40);
    else out.push(byte);
  }
  return from(out);
}

module.exports = { Wire, escapeField, escapeBytes };
