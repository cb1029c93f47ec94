const tag = (strings, ...values) => strings.raw.join('|') + values.length;
const same = new Set();
for (let i = 0; i < 2; i++) same.add(((s) => s)`a${i}b`);
console.log(tag`x${1}y\n${2}z`, same.size)

outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer
    if (i === 2) break outer
    console.log(i, j)
  }
}

function options({ a = 1, b: { c = 2, ...rest } = {}, ...others } = {}, [d, , e = 5] = [], ...more) {
  return [a, c, rest, others, d, e, more, arguments.length]
}
console.log(options(), options({ a: 9, b: { c: 8, z: 7 }, q: 6 }, [4], 3, 2))

function pick(value) {
  switch (typeof value) {
    case 'number':
      let doubled = value * 2;
      return doubled;
    case 'string': {
      const upper = value.toUpperCase();
      return upper;
    }
    case 'undefined':
    default:
      doubled = 'assigned';
      return doubled;
  }
}
console.log(pick(2), pick('b'))
try { pick() } catch (error) { console.log(error.name) }

const nothing = null
console.log(nothing?.a?.b, nothing ?? 'fallback', ((a, b) => (a, b))(1, 2))

let n = 0
do n++; while (n < 3)
while (n --> 1) ;
for (const key in { p: 1, q: 2 }) if (key === 'q') console.log(key); else n += 10
console.log(n)

var hoisted = typeof later
function later() {}
var later2 = function () { return typeof self2 }, self2
console.log(hoisted, later2())

function sloppy() {
  if (true) { function inBlock() { return 'block' } }
  return inBlock() + (this === globalThis)
}
console.log(sloppy())

function strict() { 'use strict'; return this === undefined }
console.log(strict(), eval('var evaluated = 4; evaluated + n'), new Function('a', 'return a + 1')(1))

with ({ inner: 'with' }) { console.log(inner) }

function twice() { return 1 }
var twice = twice() + 1
console.log(twice)

if (n) label: { if (n > 5) break label; console.log('not here') }
