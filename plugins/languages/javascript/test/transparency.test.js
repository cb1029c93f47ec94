'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { test } = require('node:test');

const { plugin, programs, run, trace } = require('./driver');

const folders = [path.join(__dirname, 'programs'), path.join(plugin, 'samples'), path.join(plugin, '../typescript/samples')];

for (const { name, file, case: given } of folders.flatMap(programs)) {
  test(`${path.extname(file).slice(1)} ${name} runs traced as it does untraced`, () => {
    const plain = run(file, given);
    const traced = trace(file, given);
    assert.equal(traced.stdout.toString(), plain.stdout.toString());
    assert.deepEqual([traced.status, traced.signal], [plain.status, plain.signal], traced.stderr.toString());
  });

  test(`${path.extname(file).slice(1)} ${name} gives a sound trace`, () => {
    const { events, stdout } = trace(file, given);
    const called = events.filter((one) => one.kind === 'call').map((one) => one.frame);
    const left = events.filter((one) => one.kind === 'return').map((one) => one.frame);
    assert.deepEqual(called, called.map((_, index) => index + 1));
    assert.deepEqual([...left].sort((a, b) => a - b), called);
    assert.equal(events[0].function, '<module>');
    assert.ok(events.every((one) => one.line === undefined || one.line > 0));
    assert.equal(events.filter((one) => one.output?.fd === 1).map((one) => one.output.text).join(''), stdout.toString());
  });

  test(`${path.extname(file).slice(1)} ${name} runs on when the trace is cut`, () => {
    const plain = run(file, given);
    const traced = trace(file, { ...given, limits: 'events=7,bytes=100000,depth=4,items=32,characters=256' });
    assert.equal(traced.stdout.toString(), plain.stdout.toString());
    assert.equal(traced.status, plain.status);
    assert.ok(traced.events.length <= 8);
    if (traced.events.length === 8) assert.deepEqual(traced.events[7], { kind: 'truncated', limit: 'events' });
  });
}
