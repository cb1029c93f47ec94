process.on('exit', (code) => {
  process.stdout.write(`leaving with ${code}\n`);
});

function check(items) {
  for (const item of items) {
    if (item < 0) {
      stop(item);
    }
    console.log('good', item);
  }
}

function stop(item) {
  console.log('bad', item);
  process.exit(3);
}

setTimeout(() => console.log('never'), 0);
check([1, 2, -1, 4]);
console.log('unreachable');
