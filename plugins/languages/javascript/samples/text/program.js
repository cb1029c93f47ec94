function documented(a, b = 2, ...c) { /* a comment */ return a + b; }
const arrow = (x) => x * 2;
class Thing { #p = 1; get p() { return this.#p; } async *m() { yield 1; } }
const object = { method(a) { return a }, get g() { return 1 }, async f() {} };
console.log(documented.toString());
console.log(`${arrow}`, String(Thing), object.method + '');
console.log(documented.length, documented.name, arrow.name, object.f.name, (() => {}).name);
console.log(Function.prototype.toString.call(object.f), Function.prototype.toString.toString(), Math.max.toString());
function place() { return new Error('here').stack.split('\n').slice(0, 3).map((line) => line.replace(/\(.*[/]/, '(')); }
console.log(place());
console.log(require.main === module, __filename.endsWith('program.js'), process.argv.length, process.execArgv, module.children.length);
console.log(Object.keys(process.env).filter((name) => name.startsWith('CODEALCHEMY')), Object.keys(require.cache).length, Object.keys(globalThis).length);
console.log(typeof Error.prepareStackTrace === 'undefined' || Object.keys(Error).length === 0, process.listenerCount('exit'));
