import assert, { AssertionError } from 'node:assert';
import * as path from 'node:path';

export let visits = 0;

export function visit(place) {
  visits += 1;
  return `${place} ${visits}`;
}

export default class Guide {
  static greeting = 'welcome';
  greet = (name) => `${Guide.greeting} ${name}`;
}

const settings = await Promise.resolve({ depth: 2 });
console.log(visit('home'), visit('work'), settings.depth);
console.log(new Guide().greet('Ada'), this === undefined);

const { EventEmitter } = await import('node:events');
const emitter = new EventEmitter();
emitter.on('arrive', (who) => console.log('arrived', who));
emitter.emit('arrive', 'Bob');

try {
  assert.equal(1, 2);
} catch (error) {
  console.log(error instanceof AssertionError, path.basename(import.meta.url));
}
