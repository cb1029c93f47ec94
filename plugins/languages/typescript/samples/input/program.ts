import { readFileSync } from 'fs';

const numbers: number[] = readFileSync(0, 'utf8').split(/\s+/).filter(Boolean).map(Number);
const factor: number = Number(process.argv[2] ?? '1');

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) {
    total += value * factor;
  }
  return total;
}

if (numbers.length === 0) {
  console.error('no numbers');
  process.exit(2);
}
console.log(sum(numbers));
