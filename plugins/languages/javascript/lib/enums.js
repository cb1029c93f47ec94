'use strict';

const { children, unwrap } = require('./parse');

const BINARY = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '**': (a, b) => a ** b,
  '<<': (a, b) => a << b, '>>': (a, b) => a >> b, '>>>': (a, b) => a >>> b, '&': (a, b) => a & b, '|': (a, b) => a | b, '^': (a, b) => a ^ b,
};

/** The value of a constant expression over the members before it; undefined when it is none. */
function constant(node, known) {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'NumericLiteral': case 'StringLiteral': return inner.value;
    case 'TemplateLiteral': return inner.expressions.length === 0 ? inner.quasis[0].value.cooked : undefined;
    case 'Identifier': return known.get(inner.name);
    case 'MemberExpression': return inner.computed ? undefined : known.get(inner.property.name);
    case 'UnaryExpression': {
      const value = constant(inner.argument, known);
      if (typeof value !== 'number') return undefined;
      return inner.operator === '-' ? -value : inner.operator === '~' ? ~value : inner.operator === '+' ? value : undefined;
    }
    case 'BinaryExpression': {
      const left = constant(inner.left, known);
      const right = constant(inner.right, known);
      if (left === undefined || right === undefined || !BINARY[inner.operator]) return undefined;
      return BINARY[inner.operator](left, right);
    }
    default: return undefined;
  }
}

const memberName = (member) => (member.id.type === 'Identifier' ? member.id.name : member.id.value);

/** Writes an enum as an object literal when all its values are constant, else as assignments in a function. */
function enumText(stripper, node) {
  const { edits, text } = stripper;
  const { name } = node.id;
  const members = node.members ?? node.body.members;
  const known = new Map();
  let next = 0;
  for (const member of members) {
    const value = member.initializer ? constant(member.initializer, known) : next;
    known.set(memberName(member), value);
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  const again = stripper.enums.has(name);
  stripper.enums.set(name, known);
  const literal = !again && ![...known.values()].includes(undefined);
  const open = text.indexOf('{', node.id.end);
  edits.replace(node.start, open + 1, (literal ? `var ${name} = {` : `${again ? '' : `var ${name};`}(function ${name}(${name}) {`) + lines(text, node.start, open));
  members.forEach((member, index) => {
    const key = JSON.stringify(memberName(member));
    const value = known.get(memberName(member));
    if (literal) writeConstant(stripper, member, key, value);
    else writeAssignment(stripper, member, key, value, name, known);
    const end = members[index + 1]?.start ?? node.end - 1;
    const comma = text.slice(member.end, end).indexOf(',');
    if (!literal && comma >= 0) edits.replace(member.end + comma, member.end + comma + 1, ';');
  });
  edits.replace(node.end - 1, node.end, literal ? '};' : `})(${name} || (${name} = {}));`);
}

const lines = (text, start, end) => text.slice(start, end).replace(/[^\n]/g, '');

function writeConstant({ edits, text }, member, key, value) {
  const shown = JSON.stringify(value);
  const back = typeof value === 'number' ? `, ${JSON.stringify(String(value))}: ${key}` : '';
  edits.replace(member.start, member.end, `${key}: ${typeof value === 'number' ? String(value) : shown}${back}${lines(text, member.start, member.end)}`);
}

function writeAssignment(stripper, member, key, value, name, known) {
  const { edits } = stripper;
  if (value !== undefined) {
    const assigned = `${name}[${key}] = ${typeof value === 'number' ? value : JSON.stringify(value)}`;
    edits.replace(member.start, member.end, typeof value === 'number' ? `${name}[${assigned}] = ${key}` : assigned);
    return;
  }
  edits.replace(member.start, member.initializer.start, `${name}[${name}[${key}] = `);
  const qualify = (node, parent, at) => {
    if (node.type === 'Identifier' && known.has(node.name) && !(at === 'property' && !parent.computed)) edits.before(node.start, `${name}.`);
    children(node, (child, childKey) => qualify(child, node, childKey));
  };
  qualify(member.initializer, member, 'initializer');
  edits.after(member.end, `] = ${key}`);
}

module.exports = { enumText };
