// Bills of a small shop, with a discount for many pieces.
const MANY = 10;
const PERCENT = 100;

// Price of some pieces in cents, whole ones.
function price(count: number, each: number): number {
  if (count < 1) {
    return 0;
  }
  let total = count * each;
  // Ten or more are cheaper.
  if (total > MANY * each) {
    const discount = Math.floor(total / MANY);
    total -= discount;
  } else {
    total += 1;
  }
  return total;
}

function isMany(count: number): boolean {
  return count >= MANY;
}

function bill(lines: number[][]): number {
  let whole = 0;
  let pieces = 0;
  for (const [count, each] of lines) {
    whole += price(count, each);
    pieces += count;
    console.log(count, each, whole, isMany(count));
  }
  return Math.floor((whole * PERCENT) / pieces);
}

const first = bill([[1, 30], [12, 7]]);
const second = bill([[0, 5], [9, 7]]);
console.log(first, second, price(2, 3), isMany(4));
