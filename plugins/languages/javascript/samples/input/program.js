const readline = require('readline');

const [, , scale, label] = process.argv;
const lines = readline.createInterface({ input: process.stdin });
let sum = 0;

lines.on('line', (line) => {
  const value = Number(line) * Number(scale);
  sum += value;
});

lines.on('close', () => {
  console.log(`${label}: ${sum}`);
});
