function* count(limit) {
  try {
    for (let i = 0; i < limit; i++) {
      const sent = yield i;
      if (sent) console.log('sent', sent);
    }
    return 'exhausted';
  } finally {
    console.log('closed');
  }
}

for (const n of count(10)) {
  if (n === 2) break;
}

const steps = count(2);
console.log(steps.next(), steps.next('hello'), steps.next(), steps.next());

function* both() {
  const result = yield* count(1);
  yield result;
}
console.log([...both()]);

function* fibonacci() {
  let [a, b] = [0, 1];
  while (true) {
    yield a;
    [a, b] = [b, a + b];
  }
}
const [zero, one, two, three, four] = fibonacci();
console.log(zero, one, two, three, four);

const failing = count(3);
failing.next();
try {
  failing.throw(new Error('from outside'));
} catch (error) {
  console.log(error.message);
}
