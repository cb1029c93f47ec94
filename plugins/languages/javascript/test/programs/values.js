const deep = { a: { b: { c: 1 } } };
const many = Array.from({ length: 50 }, (_, i) => i);
const long = 'x'.repeat(300);
const again = [deep, many, long];
console.log(again.length);
