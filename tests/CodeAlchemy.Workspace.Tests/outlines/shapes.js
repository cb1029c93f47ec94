import fs from "node:fs";
const path = require('path');

/** Adds. */
function add(a, b) {
  return a + b; // sum
}

// Doubles.
export const twice = (n) => {
  return n * 2;
};

const short = n => n;

class Point {
  #x = 0;
  constructor(x) { this.#x = x; }
  get x() { return this.#x; }
}

function* count() { yield 1; }
