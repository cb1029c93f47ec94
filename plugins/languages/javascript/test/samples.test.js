'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');

const { plugin, programs, trace } = require('./driver');

/** Whether an event has what is expected of it: only the keys given are compared. */
function matches(expected, actual) {
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, actual);
  if (Array.isArray(expected)) return Array.isArray(actual) && expected.every((one, index) => matches(one, actual[index]));
  return actual !== undefined && Object.entries(expected).every(([key, one]) => matches(one, actual?.[key]));
}

for (const folder of [path.join(plugin, 'samples'), path.join(plugin, '../typescript/samples')]) {
  for (const { name, file, folder: inside, case: given } of programs(folder)) {
    test(`${path.extname(file).slice(1)} ${name} has the expected events in their order`, () => {
      const { events, status } = trace(file, given);
      events.push({ kind: 'end', status: status === 0 ? 'ok' : 'error', exitCode: status });
      let at = 0;
      for (const line of fs.readFileSync(path.join(inside, 'expected.jsonl'), 'utf8').trim().split('\n')) {
        const expected = JSON.parse(line);
        const found = events.findIndex((one, index) => index >= at && matches(expected, one));
        assert.notEqual(found, -1, `missing after event ${at}: ${line}`);
        at = found + 1;
      }
    });
  }
}
