'use strict';

const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');

const { plugin, programs, run } = require('./driver');

/** Runs a program under the counter; gives its result and the counts by line. */
function count(file, { stdin = '', arguments: values = [] } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counts-'));
  const output = path.join(folder, 'counts');
  try {
    const result = spawnSync(process.execPath, [path.join(plugin, 'counter.js'), file, ...values], {
      input: stdin, cwd: path.dirname(file),
      env: { PATH: process.env.PATH, HOME: os.tmpdir(), LANG: 'C.UTF-8', TZ: 'UTC', CODEALCHEMY_COUNTER_FILE: output },
    });
    const lines = fs.readFileSync(output, 'utf8').trim().split('\n').map((line) => line.split(' '));
    return { ...result, lines: Object.fromEntries(lines) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program's comments say of its lines: `//= N`. */
function expected(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n').map((line, index) => [index + 1, line.match(/\/\/= (\S+)$/)?.[1]]);
  return Object.fromEntries(lines.filter(([, times]) => times !== undefined));
}

for (const { name, file } of programs(path.join(__dirname, 'counting'))) {
  test(`the lines of ${name} are counted as its comments say`, () => {
    assert.deepEqual(count(file).lines, expected(file));
  });
}

// V8's debugger can't evaluate a condition on an exhausted stack, and lets a name be read before its declaration.
const disturbed = new Set(['recursion', 'syntax']);

for (const folder of [path.join(plugin, 'samples'), path.join(plugin, '../typescript/samples')]) {
  for (const { name, file, case: given } of programs(folder).filter((one) => !disturbed.has(one.name))) {
    test(`${path.extname(file).slice(1)} ${name} behaves the same when it is counted`, () => {
      const [plain, counted] = [run(file, given), count(file, given)];
      assert.equal(counted.stdout.toString(), plain.stdout.toString());
      assert.equal(counted.status, plain.status);
    });
  }
}
