'use strict';

// Prints any value as indented JSON without JSON.stringify, shortening what fits on one line.

const WIDTH = 28;

function quote(text) {
  let result = '"';
  for (const character of text) {
    if (character === '"' || character === '\\') {
      result += '\\' + character;
    } else if (character === '\n') {
      result += '\\n';
    } else {
      result += character;
    }
  }
  return result + '"';
}

function oneLine(value) {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') {
    return quote(value);
  }
  if (Array.isArray(value)) {
    return '[' + value.map(oneLine).join(', ') + ']';
  }
  const members = Object.keys(value).map((key) => quote(key) + ': ' + oneLine(value[key]));
  return '{' + members.join(', ') + '}';
}

function pretty(value, indent) {
  const short = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + short.length <= WIDTH) {
    return short;
  }
  const deeper = indent + '  ';
  const lines = [];
  if (Array.isArray(value)) {
    for (const item of value) {
      lines.push(deeper + pretty(item, deeper));
    }
    return '[\n' + lines.join(',\n') + '\n' + indent + ']';
  }
  for (const key of Object.keys(value)) {
    lines.push(deeper + quote(key) + ': ' + pretty(value[key], deeper));
  }
  return '{\n' + lines.join(',\n') + '\n' + indent + '}';
}

const order = {
  id: 7,
  customer: { name: 'Ada "Al" Byron', vip: true },
  lines: [
    { sku: 'pen', count: 3 },
    { sku: 'paper', count: 500 },
  ],
  note: null,
};
console.log(pretty(order, ''));
