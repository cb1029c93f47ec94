function level3(items) {
  return items.missing.length;
}

function level2(items) {
  console.log('before');
  const length = level3(items);
  return length + 1;
}

const level1 = (items) => level2(items);

level1([1, 2]);
console.log('never');
