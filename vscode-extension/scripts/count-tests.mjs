// Prints how many tests passed and failed according to vitest's reports; of a file in several reports the last one counts.
import { readFileSync } from 'node:fs';

const files = new Map();
let unread = 0;
for (const report of process.argv.slice(2)) {
  try {
    for (const { name, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      files.set(name, assertionResults);
    }
  } catch {
    unread++;
  }
}

const tests = [...files.values()].flat();
const count = (status) => tests.filter((test) => test.status === status).length;
console.log(count('passed'), count('failed') + unread);
