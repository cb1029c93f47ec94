const log = [];
for (const name of ['push', 'pop', 'map', 'slice', 'join']) {
  const original = Array.prototype[name];
  Array.prototype[name] = function (...values) {
    log[log.length] = name;
    return original.apply(this, values);
  };
}
String.prototype.replace = () => 'replaced';
Object.prototype.extra = 'inherited';
Set.prototype.has = () => false;
class Holder { #größe = [1]; }
const list = [1, 2];
list.push(3);
const holder = new Holder();
const text = 'a'.replace('a', 'b');
for (const key in { own: 1 }) log.push(key);
console.log(list, log, text, holder);
