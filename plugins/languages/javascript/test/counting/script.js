'use strict';
class Empty {} //= 1
class Derived extends Empty { constructor() { super(); this.q = 1; } } //= 1
function unused(n) {
  return n; //= 0
}
function fails(text) {
  const before = text.trim(); //= 3
  JSON.parse(before); //= 3
  console.log('parsed'); //= 1
  return before; //= 1
}
function early(n) {
  if (n < 0) //= 4
    return -1; //= 1
  let left = n; //= 3
  while (left > 0) //= 6
    left--; //= 3
  return left; //= 3
  left = 5; //= 0
}
function nothing() {
}
['1', '{', ' ['].map((text) => { //= 1
  try { //= 3
    return fails(text); //= 3
  } catch {
    return null; //= 2
  } finally {
    early(1); //= 3
  }
});
early(-1); //= 1
nothing(); //= 1
function* numbers() {
  yield 1; //= 2
  yield 2; //= 0
}
for (const n of numbers()) { //= 2
  if (n === 1) break; //= 2
}
const [first] = numbers(); //= 1
let total = 0, unset; //= 1
for (let i = 0; i < 3; i++) total += first; //= 7
do {
  total--; //= 2
} while (total > 1); //= 2
unset = Number; //= 1
const double = (n) => //= 1
  n * 2; //= 2
double(double(total)); //= 1
switch (total) { //= 1
  case 1: unset = 1; break; //= 2
  default: unset = 2; //= 0
}
if (process.argv.length > 1) process.exit(3); //= 2
new Derived(); //= 0
