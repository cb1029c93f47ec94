const pause = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

async function fetchNumber(n) {
  const got = await pause(1, n);
  if (got > 2) {
    throw new RangeError(`${got} is too large`);
  }
  return got * 10;
}

async function sum(...numbers) {
  let total = 0;
  for (const n of numbers) {
    total += await fetchNumber(n);
  }
  return total;
}

async function* ticks(limit) {
  for (let i = 0; i < limit; i++) {
    await null;
    yield i;
  }
}

async function main() {
  console.log('sum', await sum(1, 2));
  try {
    await sum(1, 3);
  } catch (error) {
    console.log(error.name, error.message);
  }
  for await (const tick of ticks(3)) {
    if (tick === 1) continue;
    console.log('tick', tick);
  }
  const settled = await Promise.allSettled([fetchNumber(1), fetchNumber(9)]);
  console.log(settled.map((one) => one.status));
  return 'done';
}

setTimeout(() => console.log('timeout'), 0);
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
main().then(console.log).finally(() => console.log('finally'));
console.log('first');
