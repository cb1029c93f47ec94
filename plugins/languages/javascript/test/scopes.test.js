'use strict';

const assert = require('node:assert');
const { test } = require('node:test');

const { parse } = require('../lib/parse');
const { Analysis } = require('../lib/scopes');

/** Names at the top of a program that its trace lists. */
function shown(text) {
  const { ast } = parse(text, '.js');
  const { names } = new Analysis(ast).scopeOf.get(ast.program);
  return [...names.values()].filter((binding) => binding.show).map((binding) => binding.name);
}

test('a module and a part of it are no state of the program', () => {
  assert.deepEqual(shown("const fs = require('fs'); const { join } = require('path'); const log = require('debug')('app'); const read = require('fs').readFileSync;"), []);
});

test('what a function of a module returns is state of the program', () => {
  assert.deepEqual(shown("const lines = require('fs').readFileSync(0, 'utf8').split('\\n'); const os = require('os');"), ['lines']);
});
