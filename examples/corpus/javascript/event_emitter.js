'use strict';

// A small event emitter, and a shopping cart that uses it.

class Emitter {
  constructor() {
    this.handlers = new Map();
  }

  on(event, handler) {
    if (!this.handlers.has(event)) {
      this.handlers.set(event, []);
    }
    this.handlers.get(event).push(handler);
    return () => this.off(event, handler);
  }

  off(event, handler) {
    const list = this.handlers.get(event) || [];
    const index = list.indexOf(handler);
    if (index >= 0) {
      list.splice(index, 1);
    }
  }

  emit(event, ...details) {
    const list = (this.handlers.get(event) || []).slice();
    let failures = 0;
    for (const handler of list) {
      try {
        handler(...details);
      } catch (problem) {
        failures += 1;
        if (event !== 'error') {
          this.emit('error', problem);
        }
      }
    }
    return list.length - failures;
  }
}

class Cart extends Emitter {
  constructor() {
    super();
    this.lines = new Map();
  }

  add(name, price, count = 1) {
    const line = this.lines.get(name) || { price, count: 0 };
    line.count += count;
    this.lines.set(name, line);
    return this.emit('change', name, line.count);
  }

  total() {
    let sum = 0;
    for (const { price, count } of this.lines.values()) {
      sum += price * count;
    }
    return sum;
  }
}

const cart = new Cart();
const errors = [];
cart.on('error', (problem) => errors.push(problem.message));
const stop = cart.on('change', (name, count) => console.log(`${name} x ${count}`));
cart.on('change', (name, count) => {
  if (count > 5) {
    throw new RangeError(`too many of ${name}`);
  }
});

console.log('handled by', cart.add('apple', 30, 4));
console.log('handled by', cart.add('apple', 30, 3));
stop();
console.log('handled by', cart.add('bread', 250));
console.log('total', cart.total(), 'errors', errors);
