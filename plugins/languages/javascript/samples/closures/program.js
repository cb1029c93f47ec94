'use strict';

const readers = [];
for (let i = 0; i < 3; i++) {
  const square = i * i;
  readers.push(() => square + i);
}
console.log(readers.map((read) => read()));

var shared = [];
for (var k = 0; k < 2; k++) shared.push(() => k);
console.log(shared[0](), shared[1]());

function counter(start) {
  let count = start;
  return {
    next() {
      count += 1;
      return count;
    },
  };
}

const first = counter(10);
const second = counter(20);
first.next();
first.next();
second.next();
console.log(first.next(), second.next());

let x = 'outer';
{
  let x = 'inner';
  x += '!';
  console.log(x);
}
console.log(x);

let total = 0;
function add(n) {
  total += n;
}
[1, 2, 3].forEach(add);
console.log(total);
