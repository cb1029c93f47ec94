'use strict';

const { types } = require('util');

const { Comparison } = require('./compare');
const {
  codeAt, sliceText, replaceText, testText, functionText, PLAIN, ESCAPED, ESCAPES,
  NAME, ASCII, getOwnPropertyDescriptor, is,
} = require('./intrinsics');

function escapeCharacter(character) {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const code = codeAt(character, 0);
  return code < 0x100 ? `\\x${code < 16 ? '0' : ''}${code.toString(16)}` : `\\u${sliceText(`000${code.toString(16)}`, -4)}`;
}

/** Writes values that hold no others, within the room that is left. */
class Texts extends Comparison {
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

  _key(key) {
    if (testText(NAME, key)) {
      this._room -= key.length;
      return key;
    }
    return this._quote(key);
  }

  _number(value, items) {
    if (items) items[items.length] = value;
    const text = value === 0 && is(value, -0) ? '-0' : `${value}`;
    this._room -= text.length;
    return text;
  }
}

module.exports = { Texts };
