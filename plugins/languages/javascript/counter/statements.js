'use strict';

const fs = require('fs');
const path = require('path');

const { children, parse } = require('../lib/parse');
const { strip } = require('../lib/strip');

const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;
const FUNCTION = /^(Function(Declaration|Expression)|ArrowFunctionExpression|ObjectMethod|ClassBody)$/;
const JUMP = /^(Return|Throw|Break|Continue)Statement$/;

/** A program's text as Node gets it, and its syntax. */
function read(file) {
  const { text, extension } = strip(fs.readFileSync(file, 'utf8'), path.extname(file));
  return { text, program: parse(text, extension).ast.program };
}

/**
 * Counts statements by the hits of breakpoints. V8 has no place for one where it makes no code of a statement (`try`, a class, a
 * constant condition, what follows a return): such a statement is told by what runs first in it, or by its neighbours where both
 * say the same, else it is unknown (null).
 */
class Statements {
  /** `places` are those V8 offers for breakpoints, `hits` how often each was passed; without them nothing was. */
  constructor({ text, program }, places, hits = []) {
    this.used = new Set();
    this._program = program;
    this._hits = hits;
    const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((end) => end.index + end[0].length)];
    this._places = places.map(({ line, column, type }, index) => ({ at: starts[line] + column, type, index })).sort((a, b) => a.at - b.at);
    this._lines = new Map();
    this._never = false;
  }

  /** How often each line on which statements begin ran: the sum over them; null where one of them is unknown. */
  count() {
    this._list(this._program.body, this._entered(), this._ended());
    return this._lines;
  }

  _entered() {
    return this._program.sourceType === 'script' || this._hits.some((one) => one > 0) ? 1 : null;
  }

  /** How often the end of the program was reached. */
  _ended() {
    const last = this._program.body.at(-1);
    const end = this._places.find(({ at, type }) => type === 'return' && at >= last?.end);
    return end ? this._hit(end) : 0;
  }

  _add(line, times) {
    const before = this._lines.get(line);
    const now = this._never ? 0 : times;
    this._lines.set(line, before === null || now === null ? null : (before ?? 0) + now);
  }

  _hit({ index }) {
    this.used.add(index);
    return this._hits[index] ?? 0;
  }

  /**
   * The hits of what V8 treats as one statement, an expression and what stands before it. Its place is at its beginning or, where nothing is done for that, at what is done
   * first: it alone has no type unless it falls together with the first call.
   */
  _within(node, from = node.start) {
    const inner = [];
    const look = (one) => {
      if (FUNCTION.test(one.type)) inner.push(one);
      else children(one, look);
    };
    look(node);
    const own = this._places.filter(({ at, type }) => type !== 'return' && from <= at && at < node.end
      && !inner.some((one) => one.start < at && at < one.end));
    const place = own.find(({ type }) => !type) ?? own[0];
    return place ? this._hit(place) : null;
  }

  /** How often control came to a statement, by what V8 can break at in it; null when there is nothing. */
  _reached(node) {
    switch (node?.type) {
      case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration': return this._reached(node.declaration);
      case 'VariableDeclaration': {
        const [first] = node.declarations.filter((one) => one.init || node.kind !== 'var');
        return first ? this._within(first.init ?? first) : null;
      }
      case 'BlockStatement': return this._reached(node.body.find(runs));
      case 'LabeledStatement': return this._reached(node.body);
      case 'TryStatement': return this._reached(node.block);
      case 'ForStatement': return this._first(node.init);
      case 'ForInStatement': case 'ForOfStatement': return this._within(node.right);
      case 'DoWhileStatement': case 'WhileStatement': case 'ClassDeclaration': case 'FunctionDeclaration': case undefined: return null;
      case 'IfStatement': return this._within(node.test, node.start) ?? this._branches(node);
      case 'SwitchStatement': return this._within(node.discriminant, node.start);
      default: return this._within(node);
    }
  }

  /** Of a constant condition V8 keeps one branch. */
  _branches({ consequent, alternate }) {
    const [one, other] = [this._reached(consequent), this._reached(alternate)];
    return one === null || other === null ? one ?? other : one + other;
  }

  _first(init) {
    if (!init) return null;
    return init.type === 'VariableDeclaration' ? this._reached(init) : this._within(init);
  }

  /** How often a statement's line counts: a loop's header once for every time it is evaluated. */
  _evaluated(node) {
    switch (node.type) {
      case 'ForInStatement': case 'ForOfStatement': {
        const begun = this._within(node.right);
        return begun === null ? null : begun + (this._within(node.left) ?? 0);
      }
      case 'ForStatement': case 'WhileStatement':
        return (node.test && this._within(node.test)) ?? this._first(node.init) ?? this._reached(node.body);
      default: return this._reached(node);
    }
  }

  /** Counts the statements of a list that is entered `entered` times (null: not known) and left by its end `left` times at least. */
  _list(list, entered, left) {
    const running = list.filter(runs);
    for (const [index, node] of running.entries()) {
      this._add(node.loc.start.line, this._evaluated(node) ?? this._between(running, index, entered, left));
    }
    for (const node of list) this._visit(node, null, this._program);
  }

  /** What the neighbours tell of a statement without a place: it runs no more than those before and no less than those after. */
  _between(list, index, entered, left) {
    const before = list.slice(0, index).reverse();
    const after = list.slice(index);
    const jump = before.findIndex((one) => JUMP.test(one.type));
    const known = before.findIndex((one) => this._reached(one) !== null);
    const most = jump >= 0 && (known < 0 || jump <= known) ? 0 : known >= 0 ? this._reached(before[known]) : entered;
    const next = after.findIndex((one) => this._reached(one) !== null);
    const least = next >= 0 ? this._reached(after[next]) : left;
    const calm = next > 0 && after.slice(0, next).every(isCalm);
    if (most === 0) return 0;
    return most === least || calm ? least : null;
  }

  /** Counts the statements in a node's children. */
  _inside(node) {
    if (node.type !== 'WithStatement') children(node, (child, key) => this._visit(child, key, node));
  }

  _visit(node, key, parent) {
    if (this._never || !this._isDropped(node)) return this._look(node, key, parent);
    this._never = true;
    this._look(node, key, parent);
    this._never = false;
    return undefined;
  }

  /** V8 makes nothing of a function that nothing names; any other has a place where it returns. */
  _isDropped({ type, body }) {
    return /^(Function(Declaration|Expression)|ArrowFunctionExpression|(Object|Class|ClassPrivate)Method)$/.test(type)
      && !this._places.some(({ at }) => body.start <= at && at < body.end);
  }

  _look(node, key, parent) {
    if (/^(BlockStatement|StaticBlock)$/.test(node.type)) return this._list(node.body, null, this._left(node, parent));
    if (node.type === 'SwitchCase') {
      if (node.test) this._visit(node.test, 'test', node);
      return this._list(node.consequent, null, 0);
    }
    if (isPart(parent, key)) return this._list([node], null, 0);
    const header = parent.type === 'DoWhileStatement' && key === 'test';
    if (header || (parent.type === 'ArrowFunctionExpression' && key === 'body')) this._add(node.loc.start.line, this._within(node));
    return this._inside(node);
  }

  /** How often a function was left by its closing brace. */
  _left(block, parent) {
    if (!/Function|Method/.test(parent.type)) return 0;
    const brace = this._places.find(({ at, type }) => type === 'return' && at === block.end - 1);
    return brace ? this._hit(brace) : 0;
  }
}

/** Whether a node is a statement that stands for itself, as the body of a loop or a branch. */
function isPart(parent, key) {
  if (parent.type === 'IfStatement') return key !== 'test';
  return key === 'body' && (LOOP.test(parent.type) || parent.type === 'LabeledStatement');
}

/** Whether a statement without a place can't fail: V8 made no code of it, or only that of a class without anything to evaluate. */
function isCalm(node) {
  if (LOOP.test(node.type) || /^(Try|If|Block|Labeled)Statement$/.test(node.type)) return false;
  const declaration = node.declaration ?? node;
  if (declaration.type !== 'ClassDeclaration') return true;
  return !declaration.superClass && declaration.body.body.every((one) => !one.computed && !one.static && one.type !== 'StaticBlock');
}

/** Whether a statement is one that runs: declarations that only name things are not. */
function runs(node) {
  switch (node.type) {
    case 'EmptyStatement': case 'BlockStatement': case 'FunctionDeclaration': case 'ImportDeclaration': case 'DoWhileStatement':
    case 'ExportAllDeclaration': case 'LabeledStatement': return false;
    case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration': return Boolean(node.declaration) && runs(node.declaration);
    case 'VariableDeclaration': return node.kind !== 'var' || node.declarations.some((one) => one.init);
    default: return true;
  }
}

module.exports = { read, Statements };
