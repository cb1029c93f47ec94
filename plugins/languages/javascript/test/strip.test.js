'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const vm = require('node:vm');

const { strip } = require('../lib/strip');

const folder = path.join(__dirname, 'types');

/** Each file holds a program and, in its last line, what the value of `result` must be as JSON. */
for (const name of fs.readdirSync(folder)) {
  test(`types: ${name}`, () => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const expected = JSON.parse(text.trimEnd().split('\n').at(-1).replace(/^\/\/ /, ''));
    const stripped = strip(text, path.extname(name));
    assert.equal(stripped.text.split('\n').length, text.split('\n').length);
    const context = vm.createContext({ require, exports: {}, module: { exports: {} } });
    assert.deepEqual(JSON.parse(vm.runInContext(`${stripped.text}\n;JSON.stringify(result)`, context)), expected);
  });
}
