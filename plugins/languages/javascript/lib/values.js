'use strict';

const { types } = require('util');

const { getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertySymbols, keys: keysOf, is } = Object;
const { isArray } = Array;
const call = Function.prototype.call;
const bind = (method) => call.bind(method);
const getter = (prototype, name) => bind(getOwnPropertyDescriptor(prototype, name).get);

const symbolText = bind(Symbol.prototype.toString);
const isEnumerable = bind(Object.prototype.propertyIsEnumerable);
const mapEntries = bind(Map.prototype.entries);
const mapNext = bind(getPrototypeOf(new Map().entries()).next);
const mapSize = getter(Map.prototype, 'size');
const setValues = bind(Set.prototype.values);
const setNext = bind(getPrototypeOf(new Set().values()).next);
const setSize = getter(Set.prototype, 'size');
const timeOf = bind(Date.prototype.getTime);
const isoText = bind(Date.prototype.toISOString);
const regexpSource = getter(RegExp.prototype, 'source');
const regexpFlags = getter(RegExp.prototype, 'flags');
const typedLength = getter(getPrototypeOf(Uint8Array.prototype), 'length');
const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
const codeAt = bind(String.prototype.charCodeAt);
const sliceText = bind(String.prototype.slice);
const replaceText = bind(String.prototype.replace);
const testText = bind(RegExp.prototype.test);
const functionText = bind(Function.prototype.toString);
const unbox = { Number: bind(Number.prototype.valueOf), String: bind(String.prototype.valueOf), Boolean: bind(Boolean.prototype.valueOf),
  BigInt: bind(BigInt.prototype.valueOf), Symbol: bind(Symbol.prototype.valueOf) };
const weakGet = bind(WeakMap.prototype.get);
const weakHas = bind(WeakSet.prototype.has);
const weakAdd = bind(WeakSet.prototype.add);
const includes = bind(String.prototype.includes);
const weakSet = bind(WeakMap.prototype.set);

const PLAIN = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;
const ESCAPED = /[\x00-\x1f'\\\x7f-\x9f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES = { __proto__: null, '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v', "'": "\\'", '\\': '\\\\' };
const NAME = /^[A-Za-z_$][\w$]*$/;
const ASCII = /^[\x00-\x7f]*$/;

/** What a property is in a snapshot when it must not be read, or is not there. */
const ACCESSOR = { accessor: true };
const HOLE = { hole: true };

/** How an object is shown and compared. */
const LEAF = 0;
const ARRAY = 1;
const RECORD = 2;
const MAP = 3;
const SET = 4;
const SPECIAL = 5;

const LARGE = 512;

function escapeCharacter(character) {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const code = codeAt(character, 0);
  return code < 0x100 ? `\\x${code < 16 ? '0' : ''}${code.toString(16)}` : `\\u${sliceText(`000${code.toString(16)}`, -4)}`;
}

/**
 * Shows values as literals of the language without running code of the program: no getter, no proxy trap, no method.
 * A snapshot remembers what was shown, so that an unchanged value costs a comparison only.
 */
class Values {
  /** `program.text` tells the program's own classes; `program.plain` that it makes no property an accessor later. */
  constructor(limits, program) {
    this.maxDepth = limits.depth;
    this.maxItems = limits.items;
    this.maxCharacters = limits.characters;
    this.plain = program.plain;
    this._source = program.text;
    this.absent = { absent: true };
    this.wide = false;
    this.cut = false;
    this._room = 0;
    this._open = [];
    this._aliases = new WeakMap();
    this._aliasCount = 0;
    this._typeNames = new WeakMap();
    this._shapes = new WeakMap();
    this._foreign = new WeakSet();
    this._privates = new WeakMap();
    this._hasPrivates = false;
  }

  /** Registers how instances of a class tell their private fields. */
  privates(constructor, names, read) {
    const prototype = getOwnPropertyDescriptor(constructor, 'prototype').value;
    let wide = false;
    for (let i = 0; i < names.length; i++) if (!testText(ASCII, names[i])) wide = true;
    weakSet(this._privates, prototype, { names, read, wide });
    this._hasPrivates = true;
  }

  alias(value) {
    let number = weakGet(this._aliases, value);
    if (number === undefined) {
      number = ++this._aliasCount;
      weakSet(this._aliases, value, number);
    }
    return number;
  }

  type(value) {
    const name = this._type(value);
    if (!this.wide && !testText(ASCII, name)) this.wide = true;
    return name;
  }

  _type(value) {
    if (value === null) return 'null';
    const kind = typeof value;
    if (kind !== 'object' && kind !== 'function') return kind;
    if (types.isProxy(value)) return 'Proxy';
    if (kind === 'function') return 'function';
    if (types.isModuleNamespaceObject(value)) return 'Module';
    if (types.isGeneratorObject(value)) return 'Generator';
    return this._className(value);
  }

  _className(value) {
    const prototype = getPrototypeOf(value);
    if (prototype === null) return '[Object: null prototype]';
    let name = weakGet(this._typeNames, prototype);
    if (name === undefined) {
      const constructor = this._constructor(prototype);
      name = constructor === null ? 'Object' : getOwnPropertyDescriptor(constructor, 'name').value;
      weakSet(this._typeNames, prototype, name);
      if (constructor !== null && !includes(this._source, functionText(constructor))) weakAdd(this._foreign, prototype);
    }
    return name;
  }

  /** The nearest constructor with a name; null when there is none. */
  _constructor(prototype) {
    for (let at = prototype; at !== null; at = getPrototypeOf(at)) {
      if (types.isProxy(at)) break;
      const own = getOwnPropertyDescriptor(at, 'constructor');
      if (own && typeof own.value === 'function') {
        if (types.isProxy(own.value)) break;
        const name = getOwnPropertyDescriptor(own.value, 'name');
        if (name && typeof name.value === 'string' && name.value !== '') {
            return own.value;
        }
      }
    }
    return null;
  }

  /** The full length of a value whose text was cut, where the language keeps it. */
  length(value) {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null || types.isProxy(value)) return '';
    if (isArray(value)) return value.length;
    if (types.isTypedArray(value)) return typedLength(value);
    if (types.isMap(value)) return mapSize(value);
    if (types.isSet(value)) return setSize(value);
    return '';
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

  /** Whether an object still looks as it did; false when that cannot be told cheaply. */
  unchanged(shot) {
    if (typeof shot.value === 'function') return true;
    return shot.stable && this.plain && this._same(shot.seen);
  }

  _same(seen) {
    switch (seen.kind) {
      case LEAF: return true;
      case ARRAY: return this._sameArray(seen.value, seen);
      case RECORD: return this._sameRecord(seen.value, seen);
      case MAP: return this._sameMap(seen.value, seen);
      case SET: return this._sameSet(seen.value, seen);
      default: return false;
    }
  }

  _sameItem(item, now) {
    if (item === now) return now !== 0 || is(item, now);
    if (typeof item !== 'object' || item === null) return item !== item && now !== now;
    return item.value === now && now !== undefined && this._same(item);
  }

  _sameArray(value, { items, size }) {
    if (value.length !== size) return false;
    const n = items.length;
    for (let i = 0; i < n; i++) {
      const item = items[i];
      const now = value[i];
      if (item === now && now !== 0) continue;
      if (item === HOLE) {
        if (now !== undefined || i in value) return false;
      } else if (!this._sameItem(item, now)) {
        return false;
      }
    }
    return true;
  }

  _sameRecord(value, { items, keys, size, hidden }) {
    const now = keysOf(value);
    if (now.length !== size) return false;
    const n = items.length;
    for (let i = 0; i < n; i++) {
      const key = keys[i];
      if (now[i] !== key) return false;
      const item = items[i];
      if (item !== ACCESSOR && !this._sameItem(item, value[key])) return false;
    }
    if (hidden === null) return true;
    const fields = this._privateFields(value);
    if (fields === null || fields.length !== hidden.size) return false;
    for (let i = 0; i < hidden.items.length; i++) if (!this._sameItem(hidden.items[i], fields[i].value)) return false;
    return true;
  }

  _sameMap(value, { items, size }) {
    if (mapSize(value) !== size) return false;
    const entries = mapEntries(value);
    for (let i = 0; i < items.length; i += 2) {
      const entry = mapNext(entries).value;
      if (!this._sameItem(items[i], entry[0])) return false;
      if (i + 1 < items.length && !this._sameItem(items[i + 1], entry[1])) return false;
    }
    return true;
  }

  _sameSet(value, { items, size }) {
    if (setSize(value) !== size) return false;
    const entries = setValues(value);
    for (let i = 0; i < items.length; i++) if (!this._sameItem(items[i], setNext(entries).value)) return false;
    return true;
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

  /** The decimal digits, or the first hexadecimal ones of a number so large that they would take long. */
  _bigint(value) {
    const hex = value.toString(16);
    return `${this._clip(hex.length < 4096 ? `${value}` : replaceText(hex, /^-?/, '$&0x'))}n`;
  }

  _clip(text) {
    if (text.length <= this._room || text.length <= 8) {
      this._room -= text.length;
      return text;
    }
    this.cut = true;
    this.wide = true;
    let end = this._room > 8 ? this._room : 8;
    const code = codeAt(text, end - 1);
    if (code >= 0xd800 && code < 0xdc00) end--;
    this._room = 0;
    return `${sliceText(text, 0, end)}…`;
  }

  _quote(value) {
    const text = this._clip(value);
    if (testText(PLAIN, text)) return `'${text}'`;
    const shown = replaceText(text, ESCAPED, escapeCharacter);
    if (!testText(ASCII, shown)) this.wide = true;
    return `'${shown}'`;
  }

  /** Text that is no literal: control characters are escaped, the rest is as it is. */
  _plainText(value) {
    const text = this._clip(value);
    if (testText(PLAIN, text)) return text;
    this.wide = true;
    return replaceText(text, /[\x00-\x1f\x7f-\x9f]/g, escapeCharacter);
  }

  _functionText(value) {
    if (types.isProxy(value)) return '[Proxy]';
    const own = getOwnPropertyDescriptor(value, 'name');
    const name = own && typeof own.value === 'string' ? this._plainText(own.value) : '';
    this._room -= 12;
    const prototype = getOwnPropertyDescriptor(value, 'prototype');
    if (prototype && prototype.writable === false && sliceText(functionText(value), 0, 5) === 'class') return `[class ${name || '(anonymous)'}]`;
    return `[Function: ${name || '(anonymous)'}]`;
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

  /** Tells apart, without running code of the program, what an object is. */
  _classify(value) {
    if (types.isProxy(value)) return { kind: LEAF, text: '[Proxy]' };
    if (value === globalThis) return { kind: LEAF, text: 'globalThis' };
    if (types.isModuleNamespaceObject(value)) return { kind: LEAF, text: '[Module]' };
    if (types.isGeneratorObject(value)) return { kind: LEAF, text: '[Generator]' };
    const name = this._className(value);
    const shape = { kind: this._kind(value, name), name, clean: false, wide: !testText(ASCII, name), text: '' };
    const prototype = getPrototypeOf(value);
    if (shape.kind === RECORD && name !== 'Object' && prototype !== null && weakHas(this._foreign, prototype)) {
      Object.assign(shape, { kind: LEAF, text: `${name} {…}`, wide: true });
    }
    if (shape.kind === RECORD) shape.clean = this.plain && isClean(value);
    if (shape.kind === ARRAY && getPrototypeOf(value) === Array.prototype) shape.clean = true;
    weakSet(this._shapes, value, shape);
    return shape;
  }

  _kind(value, name) {
    if (isArray(value)) return ARRAY;
    if (name === 'Object') return RECORD;
    if (types.isMap(value)) return MAP;
    if (types.isSet(value)) return SET;
    const special = types.isTypedArray(value) || types.isDate(value) || types.isRegExp(value) || types.isPromise(value)
      || types.isAnyArrayBuffer(value) || types.isWeakMap(value) || types.isWeakSet(value) || types.isBoxedPrimitive(value)
      || types.isNativeError(value);
    return special ? SPECIAL : RECORD;
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

  _number(value, items) {
    if (items) items[items.length] = value;
    const text = value === 0 && is(value, -0) ? '-0' : `${value}`;
    this._room -= text.length;
    return text;
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

  _key(key) {
    if (testText(NAME, key)) {
      this._room -= key.length;
      return key;
    }
    return this._quote(key);
  }

  _property(value, key, depth, items) {
    const own = getOwnPropertyDescriptor(value, key);
    if (own !== undefined && 'value' in own) return this._text(own.value, depth + 1, items);
    if (items) items[items.length] = ACCESSOR;
    this._room -= 8;
    return own === undefined ? 'undefined' : own.get ? (own.set ? '[Getter/Setter]' : '[Getter]') : '[Setter]';
  }

  _privateFields(value) {
    let found = null;
    for (let at = getPrototypeOf(value); at !== null && !types.isProxy(at); at = getPrototypeOf(at)) {
      const one = weakGet(this._privates, at);
      if (one === undefined) continue;
      const values = one.read(value);
      for (let i = 0; i < values.length; i++) {
        if (values[i] === this.absent) continue;
        found ??= [];
        found[found.length] = { name: one.names[i], value: values[i] };
        if (one.wide) this.wide = true;
      }
    }
    return found;
  }
}

/** Whether all properties of an object are plain data. */
function isClean(value) {
  const keys = keysOf(value);
  for (let i = 0; i < keys.length; i++) {
    const own = getOwnPropertyDescriptor(value, keys[i]);
    if (own === undefined || !('value' in own)) return false;
  }
  return true;
}

module.exports = { Values, isWide: (text) => !testText(ASCII, text) };
