'use strict';

const { Values, isWide } = require('./values');
const { escapeField } = require('./wire');

const weakHas = Function.prototype.call.bind(WeakSet.prototype.has);
const weakAdd = Function.prototype.call.bind(WeakSet.prototype.add);
const sliceText = Function.prototype.call.bind(String.prototype.slice);
const { getOwnPropertyDescriptor, is } = Object;
const EMPTY = { empty: true };

/** One activation of a function. */
class Frame {
  constructor(number, depth, shape) {
    this.number = number;
    this.depth = depth;
    this.base = depth;
    this.suspended = false;
    this.shape = shape;
    this.head = `\x1f${number}\x1f`;
    this.line = shape.line;
    this.scope = null;
    this.left = false;
    this.pending = null;
    this.i = 0;
    this.values = [];
    this.texts = [];
    this.previous = null;
    this.next = null;
  }
}

/**
 * What the instrumented program calls. It follows frames and depths, compares variables with what was last shown of
 * them, and writes records. State changes only once a record is whole, so that an exhausted stack leaves it sound.
 */
class Recorder {
  constructor(wire, limits, program) {
    this.o = true;
    this.values = new Values(limits, program);
    this.n = this.values.absent;
    this._wire = wire;
    this._functions = program.functions.map((one) => ({ ...one, text: escapeField(one.name), wide: isWide(one.name) }));
    const kept = new Map([...new Set(program.sites.map((one) => one.kept))].map((slots) => [slots, flags(slots)]));
    this._sites = program.sites.map((one) => ({ line: one.line, slots: one.slots, kept: kept.get(one.kept) }));
    for (const shape of this._functions) shape.wideSlots = shape.slots.map(isWide);
    this._depth = 0;
    this._frames = 0;
    this._last = null;
    this._raised = new WeakSet();
    this._primitive = EMPTY;
  }

  /** Call: gives the new frame, or null when nothing is recorded any more. */
  c(index, ...parameters) {
    if (!this.o) return null;
    const shape = this._functions[index];
    const depth = this._depth;
    const frame = new Frame(this._frames + 1, depth, shape);
    this.values.wide = shape.wide;
    let items = '';
    for (let slot = 0; slot < parameters.length; slot++) items += this._variable(frame, slot, parameters[slot], true);
    if (!this._write(`c${frame.head}${depth}\x1f${shape.line}\x1f${shape.text}${items}`)) return null;
    this._frames++;
    this._depth = depth + 1;
    frame.previous = this._last;
    if (this._last) this._last.next = frame;
    this._last = frame;
    return frame;
  }

  /** Line: `place` is about to run. */
  l(frame, place, ...values) {
    if (!this.o || frame === null || frame.left) return;
    const site = this._sites[place];
    this.values.wide = false;
    const items = this._changes(frame, site, values);
    if (!this._write(`l${frame.head}${site.line}${items}`)) return;
    frame.line = site.line;
    if (frame.suspended) this._resume(frame);
    this._depth = frame.depth + 1;
  }

  /** Return with a value, which is passed on. */
  r(frame, value, place, ...values) {
    if (this.o && frame !== null && !frame.left) {
      this.values.wide = false;
      const items = this._changes(frame, this._sites[place], values);
      this._return(frame, this._result(value) + items);
    }
    return value;
  }

  /** Return from inside a try with a finally, or a for-of: told when the frame is really left. */
  s(frame, value, place, ...values) {
    if (this.o && frame !== null && !frame.left) frame.pending = { value, place, values, line: frame.line };
    return value;
  }

  /** The end of the body was reached. */
  e(frame, place, ...values) {
    if (!this.o || frame === null || frame.left) return;
    this.values.wide = false;
    const items = this._changes(frame, this._sites[place], values);
    this._return(frame, frame.shape.gives ? `\x1f>\x1fundefined\x1fundefined${items}` : items);
  }

  /** An exception leaves the frame; it is passed on. */
  u(frame, error) {
    if (!this.o || frame === null || frame.left) return error;
    if (frame.suspended) this._resume(frame);
    this._raise(frame, error);
    this.values.wide = false;
    this._return(frame, '\x1fu');
    return error;
  }

  /** An exception reaches a finally that has no catch; it is passed on. */
  t(frame, error) {
    if (this.o && frame !== null && !frame.left) {
      if (frame.suspended) this._resume(frame);
      this._depth = frame.depth + 1;
      this._raise(frame, error);
    }
    return error;
  }

  /** The frame is left: by a return that was held back, or by closing a generator. */
  q(frame) {
    if (!this.o || frame === null || frame.left) return;
    if (frame.suspended) this._resume(frame);
    this.values.wide = false;
    const held = frame.pending;
    if (held === null) {
      this._return(frame, '\x1fu');
    } else {
      const items = this._changes(frame, this._sites[held.place], held.values);
      this._return(frame, this._result(held.value) + items);
    }
  }

  /** A throw statement's value, which is passed on. */
  x(frame, error) {
    if (this.o && frame !== null && !frame.left) {
      this._exception(frame, 'x', error);
      this._remember(error);
    }
    return error;
  }

  /** A catch clause begins. */
  k(frame, line, error) {
    if (!this.o || frame === null || frame.left) return;
    if (frame.suspended) this._resume(frame);
    this._depth = frame.depth + 1;
    frame.pending = null;
    this._raise(frame, error);
    frame.line = line;
    this._exception(frame, 'k', error);
    this._primitive = EMPTY;
  }

  /** Before a suspension: whoever ran the frame goes on. */
  p(frame, value) {
    if (frame !== null && this.o) {
      frame.suspended = true;
      this._depth = frame.base;
    }
    return value;
  }

  /** After a suspension. */
  w(frame, value) {
    if (frame !== null && this.o) {
      this._resume(frame);
      this._depth = frame.depth + 1;
    }
    return value;
  }

  /** Registers a class's private fields. */
  v(constructor, names, read) {
    if (this.o) this.values.privates(constructor, names, read);
  }

  /** A record of output or input, to place it in time. */
  stream(kind, fd, data) {
    if (!this.o) return;
    if (typeof data === 'string') this._wire.record(`${kind}\x1f${fd}\x1f${escapeField(data)}`, isWide(data));
    else this._wire.raw(`${kind}\x1f${fd}\x1f`, data);
    this.o = this._wire.on;
  }

  /** An exception that no frame caught: the frames still open are left by it. */
  uncaught(error) {
    if (this.o && this._last !== null && this._last.shape === this._functions[0]) {
      this._raise(this._last, error);
      this.values.wide = false;
      this._return(this._last, '\x1fu');
    }
  }

  /** Leaves every open frame and writes out what is there; later records are written at once. */
  finish() {
    while (this.o && this._last !== null) {
      this.values.wide = false;
      this._return(this._last, '\x1fu');
    }
    this._depth = 0;
    this._wire.flush();
    this._wire.direct = true;
  }

  flush() {
    this._wire.flush();
  }

  _resume(frame) {
    frame.suspended = false;
    frame.base = this._depth;
  }

  _write(payload) {
    if (this._wire.record(payload, this.values.wide)) return true;
    this.o = false;
    return false;
  }

  _return(frame, items) {
    if (!this._write(`r${frame.head}${frame.line}${items}`)) return;
    frame.left = true;
    this._depth = frame.base;
    if (frame.previous) frame.previous.next = frame.next;
    if (frame.next) frame.next.previous = frame.previous;
    else this._last = frame.previous;
    frame.previous = null;
    frame.next = null;
  }

  /** An exception that was not seen yet was raised by the line that the frame is at. */
  _raise(frame, error) {
    const known = isReference(error) ? weakHas(this._raised, error) : is(this._primitive, error);
    if (known) return;
    this._exception(frame, 'x', error);
    this._remember(error);
  }

  _remember(error) {
    if (isReference(error)) weakAdd(this._raised, error);
    else this._primitive = error;
  }

  _exception(frame, kind, error) {
    const { values } = this;
    values.wide = true;
    let message = '';
    if (isReference(error)) {
      if (values.type(error) !== 'Proxy') {
        const own = getOwnPropertyDescriptor(error, 'message');
        if (own && typeof own.value === 'string') message = own.value;
      }
    } else {
      message = values.text(error);
    }
    if (message.length > values.maxCharacters) message = `${sliceText(message, 0, values.maxCharacters)}…`;
    this._write(`${kind}${frame.head}${frame.line}\x1f${escapeField(values.type(error))}\x1f${escapeField(message)}`);
  }

  _changes(frame, site, values) {
    let items = '';
    if (frame.scope !== site) {
      if (frame.scope !== null && frame.scope.kept !== site.kept) items = this._gone(frame, site);
      frame.scope = site;
    }
    const { slots } = site;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      const slot = slots[i];
      const last = frame.values[slot];
      if (value === last && (value !== 0 || is(value, last))) {
        if (value !== undefined || frame.texts[slot] !== undefined) continue;
      }
      items += this._variable(frame, slot, value, false);
    }
    return items;
  }

  _gone(frame, site) {
    let items = '';
    const { texts } = frame;
    for (let slot = 0; slot < texts.length; slot++) {
      if (texts[slot] === undefined || site.kept[slot] === 1) continue;
      items += `\x1f-${frame.shape.slots[slot]}`;
      if (frame.shape.wideSlots[slot]) this.values.wide = true;
      texts[slot] = undefined;
      frame.values[slot] = undefined;
    }
    return items;
  }

  _variable(frame, slot, value, force) {
    const { shape, texts } = frame;
    const { values } = this;
    if (value === values.absent) return '';
    if (!isReference(value)) {
      if (value === undefined && texts[slot] === undefined && shape.lazy[slot] && !force) return '';
      values.cut = false;
      const text = typeof value === 'number' ? (value === 0 && is(value, -0) ? '-0' : `${value}`) : values.text(value);
      frame.values[slot] = value;
      if (texts[slot] === text) return '';
      texts[slot] = text;
      if (shape.wideSlots[slot]) values.wide = true;
      const type = value === null ? 'null' : typeof value;
      if (values.cut) return `\x1f~${shape.slots[slot]}\x1f${type}\x1f${text}\x1f\x1f${values.length(value)}`;
      return `\x1f=${shape.slots[slot]}\x1f${type}\x1f${text}`;
    }
    const last = frame.values[slot];
    if (last !== undefined && last !== null && last.value === value && values.unchanged(last)) return '';
    if (value === globalThis && shape.slots[slot] === 'this') return '';
    const shot = values.snapshot(value);
    frame.values[slot] = shot;
    const { text } = shot;
    if (texts[slot] === text) return '';
    texts[slot] = text;
    if (shape.wideSlots[slot]) values.wide = true;
    const type = values.type(value);
    if (type === 'function') return `\x1f=${shape.slots[slot]}\x1f${type}\x1f${text}`;
    return `\x1f~${shape.slots[slot]}\x1f${escapeField(type)}\x1f${text}\x1f${values.alias(value)}\x1f${shot.cut ? values.length(value) : ''}`;
  }

  _result(value) {
    const { values } = this;
    const text = values.text(value);
    const type = values.type(value);
    const alias = typeof value === 'object' && value !== null ? values.alias(value) : '';
    if (alias === '' && !values.cut) return `\x1f>\x1f${type}\x1f${text}`;
    return `\x1f^\x1f${escapeField(type)}\x1f${text}\x1f${alias}\x1f${values.cut ? values.length(value) : ''}`;
  }
}

/** A set of small numbers as an array of flags. */
function flags(numbers) {
  const result = new Uint8Array(Math.max(0, ...numbers) + 1);
  for (const number of numbers) result[number] = 1;
  return result;
}

const isReference = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

module.exports = { Recorder };
