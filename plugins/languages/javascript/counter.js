'use strict';

/*
 * Counts how often each line of a program runs, by breakpoints of V8's debugger and not by the tracer:
 * `node counter.js program.js arguments…` runs the program and writes "LINE COUNT" lines to the file named by
 * CODEALCHEMY_COUNTER_FILE. Counted are the lines on which a statement begins; a line's count is the sum over its
 * statements, a loop's header counting once for every time it is evaluated. "-" stands for a count that can't be told.
 */

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const { read, Statements } = require('./counter/statements');

/** Runs the program with breakpoints; gives how it ended and what they counted. */
function runCounted(file, values) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counter-'));
  const hits = path.join(folder, 'hits.json');
  const environment = { ...process.env, CODEALCHEMY_COUNTER_HITS: hits };
  delete environment.CODEALCHEMY_COUNTER_FILE;
  const run = spawnSync(process.execPath, ['-r', path.join(__dirname, 'counter/breakpoints.js'), file, ...values], { stdio: 'inherit', env: environment });
  const counted = fs.existsSync(hits) ? JSON.parse(fs.readFileSync(hits, 'utf8')) : null;
  fs.rmSync(folder, { recursive: true, force: true });
  return { run, counted };
}

function main() {
  const output = process.env.CODEALCHEMY_COUNTER_FILE;
  const file = fs.realpathSync(path.resolve(process.argv[2]));
  const { run, counted } = runCounted(file, process.argv.slice(3));
  if (output && counted) {
    const lines = new Statements(read(file), counted.places, counted.hits).count();
    const sorted = [...lines].sort((a, b) => a[0] - b[0]);
    fs.writeFileSync(output, sorted.map(([line, times]) => `${line} ${times ?? '-'}\n`).join(''));
  }
  if (run.signal) process.kill(process.pid, run.signal);
  process.exitCode = run.status ?? 1;
}

main();
