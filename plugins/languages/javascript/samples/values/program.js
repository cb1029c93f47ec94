const primitives = [0, -0, 1.5, 1e21, NaN, Infinity, null, undefined, true, 12345678901234567890n];
const quoted = "it's \"quoted\"\n\ttab \\ \u0007";
const unicode = 'Grüße, 世界 🌍';
const größe = unicode.length;
const lone = '\ud83d';
const long = 'x'.repeat(1000);
const many = Array.from({ length: 100 }, (_, i) => i);
const sparse = [1, , 3];
const nested = { a: { b: { c: { d: { e: 1 } } } } };
const cyclic = { name: 'loop' };
cyclic.self = cyclic;
const alias = cyclic;
const map = new Map([['one', 1], [{ key: true }, [1, 2]]]);
const set = new Set([3, 1, 2]);
map.set('two', 2);
const bytes = new Uint8Array([1, 2, 255]);
const when = new Date(86400000);
const pattern = /a+b?/gi;
const failure = new TypeError('wrong');
const symbol = Symbol('mark');
const keyed = { [symbol]: 1, 'two words': 2, 3: 4 };
const bare = Object.create(null, { x: { value: 1, enumerable: true } });
const lazy = {
  get trap() {
    console.log('a getter ran');
    return 1;
  },
  toString() {
    console.log('toString ran');
    return '';
  },
};
const watched = new Proxy({ secret: 1 }, {
  get(target, key) {
    console.log('a trap ran', String(key));
    return target[key];
  },
  ownKeys() {
    console.log('a trap ran');
    return [];
  },
});
const boxed = [new Number(5), new String('s'), Object(1n)];
const promise = Promise.resolve(1);
const weak = new WeakMap();
function named() {}
const holder = { watched, lazy, named };
primitives.length = 2;
console.log(größe, lone.length, alias === cyclic, typeof weak, boxed.length, typeof holder, quoted.length);
