function depth(n) {
  if (n === 0) return 0;
  return 1 + depth(n - 1);
}
console.log(depth(3));

const fibonacci = (n, memo = {}) => n in memo ? memo[n] : n < 2 ? n : (memo[n] = fibonacci(n - 1, memo) + fibonacci(n - 2, memo));
console.log(fibonacci(6));

function isEven(n) {
  return n === 0 ? true : isOdd(n - 1);
}
function isOdd(n) {
  return n === 0 ? false : isEven(n - 1);
}
console.log(isEven(5));

console.log(depth(5000));

function forever() {
  return forever();
}
try {
  forever();
} catch (error) {
  console.log(error instanceof RangeError);
}
