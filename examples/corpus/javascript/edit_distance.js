'use strict';

// How to turn one word into another.
//
//   $ node edit_distance.js kitten sitting
//   $ node edit_distance.js flaw lawn

function table(from, to) {
  const rows = [];
  for (let i = 0; i <= from.length; i += 1) {
    rows.push([i]);
  }
  for (let j = 1; j <= to.length; j += 1) {
    rows[0][j] = j;
  }
  for (let i = 1; i <= from.length; i += 1) {
    for (let j = 1; j <= to.length; j += 1) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
    }
  }
  return rows;
}

function steps(rows, from, to) {
  const list = [];
  let i = from.length;
  let j = to.length;
  while (i > 0 || j > 0) {
    const here = rows[i][j];
    if (i > 0 && j > 0 && from[i - 1] === to[j - 1] && rows[i - 1][j - 1] === here) {
      i -= 1;
      j -= 1;
    } else if (i > 0 && j > 0 && rows[i - 1][j - 1] + 1 === here) {
      list.push(`change ${from[i - 1]} to ${to[j - 1]}`);
      i -= 1;
      j -= 1;
    } else if (i > 0 && rows[i - 1][j] + 1 === here) {
      list.push(`drop ${from[i - 1]}`);
      i -= 1;
    } else {
      list.push(`insert ${to[j - 1]}`);
      j -= 1;
    }
  }
  return list.reverse();
}

const [from = 'cat', to = 'cart'] = process.argv.slice(2);
const rows = table(from, to);
const list = steps(rows, from, to);
console.log(`${from} to ${to}: ${rows[from.length][to.length]}`);
for (const step of list) {
  console.log('  ' + step);
}
