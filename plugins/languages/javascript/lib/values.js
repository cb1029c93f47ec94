'use strict';

const { types } = require('util');

const { Texts } = require('./texts');
const {
  symbolText, isEnumerable, mapEntries, mapNext, mapSize, setValues, setNext, setSize,
  timeOf, isoText, regexpSource, regexpFlags, typedLength, bufferLength, testText, unbox,
  weakGet, weakSet, ASCII, ACCESSOR, HOLE, LEAF, ARRAY, RECORD,
  MAP, SET, SPECIAL, LARGE, getOwnPropertyDescriptor, getOwnPropertySymbols, keysOf, is,
} = require('./intrinsics');

/**
 * Shows values as literals of the language without running code of the program: no getter, no proxy trap, no method.
 * A snapshot remembers what was shown, so that an unchanged value costs a comparison only.
 */
class Values extends Texts {
  constructor(limits, program) {
    super(program);
    this.maxDepth = limits.depth;
    this.maxItems = limits.items;
    this.maxCharacters = limits.characters;
    this.cut = false;
    this._room = 0;
    this._open = [];
  }

  /** The text of a value that is no object, or of an object for which no snapshot is wanted. */
  text(value) {
    this.cut = false;
    this._room = this.maxCharacters;
    if (this._open.length > 0) this._open.length = 0;
    return this._text(value, 0, null);
  }

  /** Shows an object and remembers what was seen of it. */
  snapshot(value) {
    const shot = { value, text: '', cut: false, seen: null, stable: true };
    this._stable = true;
    const holder = [];
    shot.text = typeof value === 'function' ? this._functionText(value) : this._object(value, holder);
    shot.cut = this.cut;
    shot.stable = this._stable;
    shot.seen = holder[0];
    return shot;
  }

  _object(value, holder) {
    this.cut = false;
    this._room = this.maxCharacters;
    if (this._open.length > 0) this._open.length = 0;
    return this._text(value, 0, holder);
  }

  _leaf(value, holder) {
    if (holder) holder[holder.length] = { value, kind: LEAF, items: null };
  }

  _text(value, depth, holder) {
    switch (typeof value) {
      case 'string': {
        if (holder) holder[holder.length] = value;
        return this._quote(value);
      }
      case 'number': {
        if (holder) holder[holder.length] = value;
        const text = is(value, -0) ? '-0' : `${value}`;
        this._room -= text.length;
        return text;
      }
      case 'boolean': case 'undefined':
        if (holder) holder[holder.length] = value;
        this._room -= 4;
        return `${value}`;
      case 'bigint': {
        if (holder) holder[holder.length] = value;
        return this._bigint(value);
      }
      case 'symbol': {
        if (holder) holder[holder.length] = value;
        return this._plainText(symbolText(value));
      }
      case 'function':
        this._leaf(value, holder);
        return this._functionText(value);
      default:
        if (value === null) {
          if (holder) holder[holder.length] = value;
          this._room -= 4;
          return 'null';
        }
        return this._reference(value, depth, holder);
    }
  }

  _reference(value, depth, holder) {
    let shape = this.plain ? weakGet(this._shapes, value) : undefined;
    if (shape === undefined) shape = this._classify(value);
    for (let i = 0; i < this._open.length; i++) {
      if (this._open[i] === value) {
        this._leaf(value, holder);
        this._room -= 10;
        return '[Circular]';
      }
    }
    if (shape.wide) this.wide = true;
    switch (shape.kind) {
      case ARRAY: return this._array(value, shape, depth, holder);
      case RECORD: return this._record(value, shape.name, depth, holder, shape.clean);
      case MAP: return this._map(value, shape.name, depth, holder);
      case SET: return this._set(value, shape.name, depth, holder);
      case SPECIAL: return this._special(value, shape.name, depth, holder);
      default:
        this._leaf(value, holder);
        this._room -= shape.text.length;
        return shape.text;
    }
  }

  /** Objects with state of their own beside properties. */
  _special(value, name, depth, holder) {
    let text = name;
    if (types.isTypedArray(value)) return this._typed(value, name, holder);
    if (types.isDate(value)) text = is(timeOf(value), NaN) ? 'Invalid Date' : isoText(value);
    else if (types.isRegExp(value)) text = `/${regexpSource(value)}/${regexpFlags(value)}`;
    else if (types.isPromise(value)) text = 'Promise {…}';
    else if (types.isAnyArrayBuffer(value)) text = types.isArrayBuffer(value) ? `ArrayBuffer(${bufferLength(value)})` : name;
    else if (types.isWeakMap(value) || types.isWeakSet(value)) text = `${name} {…}`;
    else if (types.isBoxedPrimitive(value)) return this._boxed(value, name, holder);
    else if (types.isNativeError(value)) return this._error(value, name, depth, holder);
    if (types.isDate(value)) this._unstable(value, holder);
    else this._leaf(value, holder);
    return this._plainText(text);
  }

  _unstable(value, holder) {
    this._stable = false;
    this._leaf(value, holder);
  }

  _boxed(value, name, holder) {
    this._leaf(value, holder);
    const kind = types.isNumberObject(value) ? 'Number' : types.isStringObject(value) ? 'String'
      : types.isBooleanObject(value) ? 'Boolean' : types.isBigIntObject(value) ? 'BigInt' : 'Symbol';
    return `[${name}: ${this._text(unbox[kind](value), 1, null)}]`;
  }

  _error(value, name, depth, holder) {
    this._unstable(value, holder);
    const own = getOwnPropertyDescriptor(value, 'message');
    const message = own && typeof own.value === 'string' ? own.value : '';
    const text = message === '' ? name : `${name}: ${this._plainText(message)}`;
    const extra = keysOf(value).length > 0 && this._room > 0 ? ` ${this._record(value, '', depth, null, false)}` : '';
    return `[${text}${extra}]`;
  }

  /** Whether a value lies too deep, or no room is left for it. */
  _tooFar(depth) {
    if (depth < this.maxDepth && this._room > 0) return false;
    this.cut = true;
    this.wide = true;
    return true;
  }

  _begin(value, kind, size, keys, holder) {
    this._open[this._open.length] = value;
    this._room -= 2;
    if (holder === null) return null;
    const seen = { value, kind, size, keys, items: [], hidden: null };
    holder[holder.length] = seen;
    return seen.items;
  }

  _more(shown, size) {
    if (shown >= size) return '';
    this.cut = true;
    this.wide = true;
    return shown > 0 ? ', …' : '…';
  }

  _array(value, shape, depth, holder) {
    const { length } = value;
    const base = shape.clean ? '' : `${shape.name}(${length}) `;
    this._room -= base.length;
    if (length > 0 && this._tooFar(depth)) {
      this._leaf(value, holder);
      return `${base}[…]`;
    }
    const items = this._begin(value, ARRAY, length, null, holder);
    const direct = this.plain && shape.clean;
    let text = '';
    let i = 0;
    for (; i < length && i < this.maxItems && this._room > 0; i++) {
      if (i > 0) {
        text += ', ';
        this._room -= 2;
      }
      if (direct) {
        const item = value[i];
        if (item !== undefined || i in value) {
          text += typeof item === 'number' ? this._number(item, items) : this._text(item, depth + 1, items);
          continue;
        }
      }
      const own = getOwnPropertyDescriptor(value, i);
      if (own === undefined) {
        const end = this._hole(value, i, length, items);
        text += end - i === 1 ? '<1 empty item>' : `<${end - i} empty items>`;
        this._room -= 15;
        i = end - 1;
      } else if ('value' in own) {
        text += this._text(own.value, depth + 1, items);
      } else {
        this._stable = false;
        text += '[Getter]';
        this._room -= 8;
      }
    }
    text += this._more(i, length);
    this._open.length--;
    return `${base}[${text}]`;
  }

  /** The end of the hole that begins at an index. */
  _hole(value, start, length, items) {
    let end = start;
    while (end < length && end < this.maxItems && getOwnPropertyDescriptor(value, end) === undefined) {
      end++;
      if (items) items[items.length] = HOLE;
    }
    if (end >= this.maxItems && end < length) {
      this._stable = false;
      end = this._nextIndex(value, end, length);
    }
    return end;
  }

  /** Where the hole of a long sparse array ends. */
  _nextIndex(value, from, length) {
    if (length - from < 1000) {
      while (from < length && getOwnPropertyDescriptor(value, from) === undefined) from++;
      return from;
    }
    const keys = keysOf(value);
    for (let i = 0; i < keys.length; i++) {
      const index = Number(keys[i]);
      if (index >= from && index < length) return index;
    }
    return length;
  }

  _typed(value, name, holder) {
    const length = typedLength(value);
    const items = this._begin(value, ARRAY, length, null, holder);
    let text = '';
    let i = 0;
    for (; i < length && i < this.maxItems && this._room > 0; i++) {
      if (i > 0) {
        text += ', ';
        this._room -= 2;
      }
      text += this._text(value[i], 1, items);
    }
    text += this._more(i, length);
    this._open.length--;
    return `${name}(${length}) [${text}]`;
  }

  _map(value, name, depth, holder) {
    const size = mapSize(value);
    this._room -= name.length + 4;
    if (size > 0 && this._tooFar(depth)) {
      this._unstable(value, holder);
      return `${name}(${size}) {…}`;
    }
    const items = this._begin(value, MAP, size, null, holder);
    const entries = mapEntries(value);
    let text = '';
    let shown = 0;
    for (; shown < size && shown < this.maxItems && this._room > 0; shown++) {
      const entry = mapNext(entries).value;
      if (shown > 0) text += ', ';
      text += `${this._text(entry[0], depth + 1, items)} => ${this._text(entry[1], depth + 1, items)}`;
      this._room -= 6;
    }
    this._open.length--;
    text += this._more(shown, size);
    return `${name}(${size}) {${text}}`;
  }

  _set(value, name, depth, holder) {
    const size = setSize(value);
    this._room -= name.length + 4;
    if (size > 0 && this._tooFar(depth)) {
      this._unstable(value, holder);
      return `${name}(${size}) {…}`;
    }
    const items = this._begin(value, SET, size, null, holder);
    const entries = setValues(value);
    let text = '';
    let shown = 0;
    for (; shown < size && shown < this.maxItems && this._room > 0; shown++) {
      if (shown > 0) text += ', ';
      text += this._text(setNext(entries).value, depth + 1, items);
      this._room -= 2;
    }
    this._open.length--;
    text += this._more(shown, size);
    return `${name}(${size}) {${text}}`;
  }

  _record(value, name, depth, holder, clean) {
    const keys = keysOf(value);
    if (keys.length > LARGE) return this._large(value, name, holder);
    const symbols = getOwnPropertySymbols(value);
    const hidden = this._hasPrivates ? this._privateFields(value) : null;
    const label = name === '' || name === 'Object' ? '' : `${name} `;
    this._room -= label.length;
    const size = keys.length + (symbols.length === 0 ? 0 : this._countSymbols(value, symbols)) + (hidden ? hidden.length : 0);
    if (size > 0 && this._tooFar(depth)) {
      this._leaf(value, holder);
      return `${label}{…}`;
    }
    if (symbols.length > 0) this._stable = false;
    const items = this._begin(value, RECORD, keys.length, keys, holder);
    let text = '';
    let i = 0;
    if (hidden) {
      const seen = items ? (holder[holder.length - 1].hidden = { size: hidden.length, items: [] }).items : null;
      for (; i < hidden.length && i < this.maxItems && this._room > 0; i++) {
        text += `${i > 0 ? ', ' : ''}${hidden[i].name}: `;
        this._room -= hidden[i].name.length + 4;
        text += this._text(hidden[i].value, depth + 1, seen);
      }
    }
    for (let k = 0; k < keys.length && i < this.maxItems && this._room > 0; k++, i++) {
      if (i > 0) text += ', ';
      this._room -= 4;
      const key = this._key(keys[k]);
      text += `${key}: ${clean ? this._text(value[keys[k]], depth + 1, items) : this._property(value, keys[k], depth, items)}`;
    }
    for (let s = 0; s < symbols.length && i < this.maxItems && this._room > 0; s++) {
      if (!isEnumerable(value, symbols[s])) continue;
      text += `${i > 0 ? ', ' : ''}[${this._plainText(symbolText(symbols[s]))}]: ${this._property(value, symbols[s], depth, null)}`;
      i++;
    }
    text += this._more(i, size);
    this._open.length--;
    return `${label}{${text}}`;
  }

  /** To list the names of a large object takes long each time, so its contents are not followed from then on. */
  _large(value, name, holder) {
    const text = name === '' || name === 'Object' ? '{…}' : `${name} {…}`;
    weakSet(this._shapes, value, { kind: LEAF, text, wide: true });
    this._leaf(value, holder);
    this.cut = true;
    this.wide = true;
    return text;
  }

  _countSymbols(value, symbols) {
    let count = 0;
    for (let s = 0; s < symbols.length; s++) if (isEnumerable(value, symbols[s])) count++;
    return count;
  }

  _property(value, key, depth, items) {
    const own = getOwnPropertyDescriptor(value, key);
    if (own !== undefined && 'value' in own) return this._text(own.value, depth + 1, items);
    if (items) items[items.length] = ACCESSOR;
    this._room -= 8;
    return own === undefined ? 'undefined' : own.get ? (own.set ? '[Getter/Setter]' : '[Getter]') : '[Setter]';
  }
}

module.exports = { Values, isWide: (text) => !testText(ASCII, text) };
