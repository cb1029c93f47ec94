'use strict';

const { types } = require('util');

const {
  mapSize, setSize, typedLength, testText, functionText, weakGet, weakHas, weakAdd,
  includes, weakSet, ASCII, LEAF, ARRAY, RECORD, MAP, SET,
  SPECIAL, getPrototypeOf, getOwnPropertyDescriptor, keysOf, isArray,
} = require('./intrinsics');

/** Tells what objects are without running code of the program: their class, kind, private fields and identity. */
class Classes {
  /** `program.text` tells the program's own classes; `program.plain` that it makes no property an accessor later. */
  constructor(program) {
    this.plain = program.plain;
    this.absent = { absent: true };
    this.wide = false;
    this._source = program.text;
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

module.exports = { Classes };
