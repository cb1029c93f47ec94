'use strict';

/*
 * Built-ins as they were before the program could change them, and what the modules that show values share.
 */

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

module.exports = {
  symbolText, isEnumerable, mapEntries, mapNext, mapSize, setValues, setNext, setSize,
  timeOf, isoText, regexpSource, regexpFlags, typedLength, bufferLength, codeAt, sliceText,
  replaceText, testText, functionText, unbox, weakGet, weakHas, weakAdd, includes,
  weakSet, PLAIN, ESCAPED, ESCAPES, NAME, ASCII, ACCESSOR, HOLE,
  LEAF, ARRAY, RECORD, MAP, SET, SPECIAL, LARGE, getPrototypeOf,
  getOwnPropertyDescriptor, getOwnPropertySymbols, keysOf, is, isArray,
};
