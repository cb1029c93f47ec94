'use strict';

const parser = require('@babel/parser');

const common = {
  attachComment: false,
  createParenthesizedExpressions: true,
  errorRecovery: false,
};

function attempt(text, sourceType, plugins) {
  return parser.parse(text, {
    ...common,
    plugins,
    sourceType,
    allowReturnOutsideFunction: sourceType === 'script',
    allowNewTargetOutsideFunction: sourceType === 'script',
    allowSuperOutsideMethod: false,
    allowAwaitOutsideFunction: sourceType === 'module',
  });
}

/**
 * Parses a program as the kind of module that Node would take it for: by its extension, else as CommonJS, and as an
 * ES module when it does not parse as that. Throws a SyntaxError when it is neither.
 */
function parse(text, extension, plugins = []) {
  const kinds = /^\.m[jt]s$/.test(extension) ? ['module']
    : /^\.c[jt]s$/.test(extension) ? ['script']
      : ['script', 'module'];
  let failure;
  for (const kind of kinds) {
    try {
      return { ast: attempt(text, kind, plugins), kind };
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/** Calls `visit` for every direct child node, in the order of the source. */
function children(node, visit) {
  for (const key in node) {
    if (key === 'loc' || key === 'extra' || key === 'type') continue;
    const value = node[key];
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (item && typeof item.type === 'string') visit(item, key);
    } else if (typeof value.type === 'string') {
      visit(value, key);
    }
  }
}

/** The expression inside any parentheses. */
function unwrap(node) {
  while (node && node.type === 'ParenthesizedExpression') node = node.expression;
  return node;
}

module.exports = { parse, children, unwrap };
