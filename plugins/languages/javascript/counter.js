'use strict';

/*
 * Counts how often each line of a program runs, by V8's precise coverage and not by the tracer:
 * `node counter.js program.js arguments…` runs the program and writes "LINE COUNT" lines to the file named by
 * CODEALCHEMY_COUNTER_FILE. Counted are the lines on which a statement begins; a line's count is the sum over its
 * statements, a loop's header counting once for every time it is evaluated. Where a loop can be left from inside, coverage
 * does not tell its evaluations, and the header counts once for every time the loop is begun.
 */

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');

const { children, parse } = require('./lib/parse');
const { strip } = require('./lib/strip');

const LOOPS = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;
const FUNCTION = /^(Function(Declaration|Expression)|ArrowFunctionExpression|ObjectMethod|Class(Private)?Method|StaticBlock)$/;

/** Runs the program under coverage and gives its ranges. */
function runCovered(file, values, folder) {
  const typed = /\.[mc]?ts$/.test(file) ? ['-r', path.join(__dirname, 'types.js')] : [];
  const environment = { ...process.env, NODE_V8_COVERAGE: folder };
  delete environment.CODEALCHEMY_COUNTER_FILE;
  const run = spawnSync(process.execPath, [...typed, file, ...values], { stdio: 'inherit', env: environment });
  for (const name of fs.readdirSync(folder)) {
    const { result } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    const script = result.find((one) => one.url === pathToFileURL(file).href || one.url === file);
    if (script) return { run, functions: script.functions };
  }
  return { run, functions: [] };
}

/**
 * The count of the innermost range around an offset. Ranges that begin with `own`, a class, are its constructor's and not
 * counted.
 */
function countAt(functions, offset, own) {
  let size = Infinity;
  let count = 0;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      if (own && range.startOffset === own.start && range.endOffset <= own.end) continue;
      const length = range.endOffset - range.startOffset;
      if (range.startOffset <= offset && offset < range.endOffset && length <= size) {
        size = length;
        count = range.count;
      }
    }
  }
  return count;
}

/** V8 lets the body of a `for (let …)` with closures reach beyond its end: the ranges are cut where the body ends. */
function cutBodies(functions, ast) {
  const ends = new Map();
  const look = (node) => {
    if (node.type === 'ForStatement' && node.init?.type === 'VariableDeclaration' && node.init.kind !== 'var') ends.set(node.body.start, node.body.end);
    children(node, look);
  };
  look(ast.program);
  return functions.map(({ ranges }) => ({
    ranges: ranges.map((range) => ({ ...range, endOffset: Math.min(range.endOffset, ends.get(range.startOffset) ?? Infinity) })),
  }));
}

/** Whether control can leave a loop's body other than by its end or a continue. */
function leaves(node) {
  let found = false;
  const look = (one) => {
    if (found || FUNCTION.test(one.type)) return;
    if (['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'YieldExpression', 'AwaitExpression'].includes(one.type)
      || (one.type === 'ContinueStatement' && one.label)) found = true;
    children(one, look);
  };
  look(node);
  return found;
}

/** How often a statement's line is about to run. */
function evaluations(node, count) {
  const declaration = node.declaration ?? node;
  const own = count(node.start, declaration.type === 'ClassDeclaration' ? declaration : null);
  if (!LOOPS.test(node.type)) return own;
  const body = count(node.body.start);
  return own === 0 || leaves(node.body) ? own : own + body;
}

/** Whether a statement is one that runs: declarations that only name things are not. */
function runs(node) {
  switch (node.type) {
    case 'EmptyStatement': case 'BlockStatement': case 'FunctionDeclaration': case 'ImportDeclaration': case 'DoWhileStatement':
    case 'ExportAllDeclaration': return false;
    case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration': return Boolean(node.declaration) && runs(node.declaration);
    case 'LabeledStatement': return false;
    case 'VariableDeclaration': return node.kind !== 'var' || node.declarations.some((one) => one.init);
    default: return true;
  }
}

function countLines(ast, count) {
  const lines = new Map();
  const add = (line, times) => lines.set(line, (lines.get(line) ?? 0) + times);
  const statement = (node) => {
    if (runs(node)) add(node.loc.start.line, evaluations(node, count));
  };
  const look = (node, key, parent) => {
    const part = parent && ((key === 'body' && LOOPS.test(parent.type)) || key === 'consequent' || key === 'alternate' || (key === 'body' && parent.type === 'LabeledStatement'));
    const listed = (key === 'body' && /^(Program|BlockStatement|StaticBlock)$/.test(parent?.type)) || (key === 'consequent' && parent?.type === 'SwitchCase');
    const isStatement = /(Statement|Declaration)$/.test(node.type);
    if (isStatement && (listed || part)) statement(node);
    if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') add(node.body.loc.start.line, count(node.body.start));
    if (node.type === 'DoWhileStatement') add(node.test.loc.start.line, count(node.body.start));
    if (node.type !== 'WithStatement') children(node, (child, childKey) => look(child, childKey, node));
  };
  look(ast.program, null, null);
  return lines;
}

function main() {
  const output = process.env.CODEALCHEMY_COUNTER_FILE;
  const file = fs.realpathSync(path.resolve(process.argv[2]));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counter-'));
  const { run, functions } = runCovered(file, process.argv.slice(3), folder);
  fs.rmSync(folder, { recursive: true, force: true });
  const source = strip(fs.readFileSync(file, 'utf8'), path.extname(file));
  const { ast } = parse(source.text, source.extension);
  const ranges = cutBodies(functions, ast);
  const lines = countLines(ast, (offset, own) => countAt(ranges, offset, own));
  const text = [...lines].sort((a, b) => a[0] - b[0]).map(([line, times]) => `${line} ${times}\n`).join('');
  if (output) fs.writeFileSync(output, text);
  if (run.signal) process.kill(process.pid, run.signal);
  process.exitCode = run.status ?? 1;
}

main();
