'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { test } = require('node:test');

const { trace } = require('./driver');

const program = (name) => path.join(__dirname, 'programs', name);

test('recording stops at the byte limit and says so', () => {
  const { events, bytes } = trace(program('values.js'), { limits: 'events=1000000,bytes=2000,depth=4,items=32,characters=256' });
  assert.deepEqual(events.at(-1), { kind: 'truncated', limit: 'bytes' });
  assert.ok(bytes <= 2000);
});

test('values are cut by depth, items and characters', () => {
  const { events } = trace(program('values.js'), { limits: 'events=1000,bytes=100000,depth=2,items=3,characters=20' });
  const set = Object.assign({}, ...events.map((one) => one.set ?? {}));
  assert.equal(set.deep.text, '{a: {b: {…}}}');
  assert.equal(set.many.text, '[0, 1, 2, …]');
  assert.equal(set.many.length, 50);
  assert.equal(set.long.text, `'${'x'.repeat(20)}…'`);
  assert.equal(set.long.length, 300);
});

test('the program sees neither the descriptor nor the variables of the tracer', () => {
  const { stdout } = trace(program('surroundings.js'));
  assert.equal(stdout.toString(), 'none\n');
});

test('a program that does not parse runs untraced', () => {
  const { events, status, stderr } = trace(path.join(__dirname, 'broken/program.js'));
  assert.equal(status, 1);
  assert.match(stderr.toString(), /SyntaxError/);
  assert.deepEqual(events, []);
});
