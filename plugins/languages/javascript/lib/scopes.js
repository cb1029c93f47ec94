'use strict';

const { children, unwrap } = require('./parse');

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod',
  'ClassMethod', 'ClassPrivateMethod']);

/** A region in which names are declared. */
class Scope {
  constructor(parent, owner, node) {
    this.parent = parent;
    this.owner = owner;
    this.node = node;
    this.names = new Map();
  }

  declare(name, binding) {
    const known = this.names.get(name);
    if (known && known.kind !== 'var' && binding.kind === 'var') return known;
    binding.scope = this;
    binding.name = name;
    this.names.set(name, binding);
    return binding;
  }

  resolve(name) {
    for (let scope = this; scope; scope = scope.parent) {
      const binding = scope.names.get(name);
      if (binding) return binding;
    }
    return null;
  }
}

/** A function body, a module body, a static block, or a class field's initialiser. */
class Owner {
  constructor(node, kind, parent, name) {
    this.node = node;
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.level = parent ? parent.level + 1 : 0;
    this.usesThis = false;
    this.variables = new Set();
    this.slots = new Map();
    this.slotNames = [];
    this.lazy = [];
    this.captured = [];
    this.functions = [];
    this.index = -1;
  }

  slot(name, lazy = false) {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = this.slotNames.length;
      this.slots.set(name, slot);
      this.slotNames.push(name);
      this.lazy.push(lazy);
    }
    if (lazy) this.lazy[slot] = true;
    return slot;
  }
}

function patternNames(pattern, visit) {
  if (!pattern) return;
  switch (pattern.type) {
    case 'Identifier': visit(pattern.name); break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        patternNames(property.type === 'RestElement' ? property : property.value, visit);
      }
      break;
    case 'ArrayPattern': for (const element of pattern.elements) patternNames(element, visit); break;
    case 'AssignmentPattern': patternNames(pattern.left, visit); break;
    case 'RestElement': patternNames(pattern.argument, visit); break;
    case 'ParenthesizedExpression': patternNames(pattern.expression, visit); break;
    default: break;
  }
}

const isFunctionValue = (node) => ['FunctionExpression', 'ArrowFunctionExpression', 'ClassExpression'].includes(unwrap(node)?.type);

/** Whether an initialiser loads a module, or a part of one: such names are no state of the program. What a function of a module returns is. */
function loadsModule(node) {
  node = unwrap(node);
  while (node) {
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') return true;
      if (node.callee.type === 'Import') return true;
      if (unwrap(node.callee).type !== 'CallExpression') return false;
      node = node.callee;
    } else if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
      node = node.object;
    } else if (node.type === 'AwaitExpression') {
      node = unwrap(node.argument);
    } else {
      return false;
    }
  }
  return false;
}

function keyName(node) {
  const { key } = node;
  if (node.computed) return key.type === 'StringLiteral' ? key.value : '<computed>';
  switch (key.type) {
    case 'Identifier': return key.name;
    case 'StringLiteral': return key.value;
    case 'PrivateName': return `#${key.id.name}`;
    case 'NumericLiteral': case 'BigIntLiteral': return String(key.value);
    default: return '<computed>';
  }
}

/** Builds scopes and owners for a parsed program; `scopeOf` and `ownerOf` hold what each node opens. */
class Analysis {
  constructor(ast) {
    this.scopeOf = new Map();
    this.ownerOf = new Map();
    this.owners = [];
    this.assignments = [];
    const program = ast.program;
    this.root = this._owner(program, 'module', null, '<module>');
    const scope = this._scope(program, null, this.root);
    this._list(program.body, scope);
    this._capture();
  }

  _owner(node, kind, parent, name) {
    const owner = new Owner(node, kind, parent, name);
    this.owners.push(owner);
    this.ownerOf.set(node, owner);
    return owner;
  }

  _scope(node, parent, owner) {
    const scope = new Scope(parent, owner, node);
    this.scopeOf.set(node, scope);
    return scope;
  }

  _variables(declaration, scope, switchCase, initEnd) {
    for (const item of declaration.declarations) {
      const hidden = item.init && (loadsModule(item.init) || (declaration.kind === 'const' && isFunctionValue(item.init)));
      let target = scope;
      if (declaration.kind === 'var') while (target.parent && target.parent.owner === target.owner) target = target.parent;
      patternNames(item.id, (name) => {
        const known = target.names.get(name);
        if (declaration.kind === 'var') scope.owner.variables.add(name);
        if (declaration.kind === 'var' && known && known.kind !== 'var') return;
        target.declare(name, {
          kind: declaration.kind === 'var' ? 'var' : 'let',
          fixed: declaration.kind === 'const',
          show: !hidden,
          initEnd: initEnd ?? item.end,
          declarationEnd: declaration.end,
          switchCase,
        });
      });
    }
  }

  /** Declares what a statement list introduces before it runs. */
  _hoist(statements, scope, switchCase = null) {
    for (let statement of statements) {
      if (statement.type.startsWith('Export') && statement.declaration) statement = statement.declaration;
      while (statement.type === 'LabeledStatement') statement = statement.body;
      if (statement.type === 'FunctionDeclaration' && statement.id) {
        scope.declare(statement.id.name, { kind: 'function', show: false });
        let outer = scope;
        while (outer.parent && outer.parent.owner === outer.owner) {
          outer = outer.parent;
          if (!outer.names.has(statement.id.name)) outer.declare(statement.id.name, { kind: 'function', show: false, annexB: true });
        }
      } else if (statement.type === 'ClassDeclaration' && statement.id) {
        scope.declare(statement.id.name, { kind: 'class', show: false });
      } else if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
        this._variables(statement, scope, switchCase);
      } else if (statement.type === 'ImportDeclaration') {
        for (const specifier of statement.specifiers) scope.declare(specifier.local.name, { kind: 'import', show: false });
      }
    }
  }

  _list(statements, scope, switchCase = null) {
    this._hoist(statements, scope, switchCase);
    for (const statement of statements) this._visit(statement, scope, null);
  }

  _visit(node, scope, name) {
    if (FUNCTIONS.has(node.type)) return this._function(node, scope, name);
    switch (node.type) {
      case 'ClassDeclaration': case 'ClassExpression': return this._class(node, scope, name);
      case 'BlockStatement': return this._list(node.body, this._scope(node, scope, scope.owner));
      case 'CatchClause': {
        const inner = this._scope(node, scope, scope.owner);
        patternNames(node.param, (id) => inner.declare(id, { kind: 'catch', show: true }));
        if (node.param) this._visit(node.param, inner, null);
        return this._visit(node.body, inner, null);
      }
      case 'ForStatement': case 'ForInStatement': case 'ForOfStatement': return this._for(node, scope);
      case 'SwitchStatement': {
        this._visit(node.discriminant, scope, null);
        const inner = this._scope(node, scope, scope.owner);
        for (const item of node.cases) this._hoist(item.consequent, inner, item);
        for (const item of node.cases) {
          if (item.test) this._visit(item.test, inner, null);
          for (const statement of item.consequent) this._visit(statement, inner, null);
        }
        return undefined;
      }
      case 'VariableDeclaration':
        if (node.kind === 'var') this._variables(node, scope, null);
        for (const item of node.declarations) {
          this._visit(item.id, scope, null);
          if (item.init) this._visit(item.init, scope, item.id.type === 'Identifier' ? item.id.name : null);
        }
        return undefined;
      case 'ThisExpression': case 'Super': this._markThis(scope.owner); return undefined;
      case 'AssignmentExpression': {
        patternNames(node.left, (id) => this.assignments.push([id, scope]));
        this._visit(node.left, scope, null);
        const named = node.left.type === 'Identifier' ? node.left.name
          : node.left.type === 'MemberExpression' && !node.left.computed ? this._memberName(node.left) : null;
        return this._visit(node.right, scope, named);
      }
      case 'UpdateExpression':
        patternNames(node.argument, (id) => this.assignments.push([id, scope]));
        break;
      case 'AssignmentPattern':
        this._visit(node.left, scope, null);
        return this._visit(node.right, scope, node.left.type === 'Identifier' ? node.left.name : null);
      case 'ObjectProperty':
        if (node.computed) this._visit(node.key, scope, null);
        return this._visit(node.value, scope, keyName(node));
      case 'ParenthesizedExpression': return this._visit(node.expression, scope, name);
      case 'ExportDefaultDeclaration': return this._visit(node.declaration, scope, 'default');
      default: break;
    }
    children(node, (child) => this._visit(child, scope, null));
    return undefined;
  }

  /** `Point.prototype.norm = function` and `Point.create = function` name their function as people call it. */
  _memberName(member) {
    const { object, property } = member;
    const own = property.type === 'PrivateName' ? `#${property.id.name}` : property.name;
    if (object.type === 'Identifier' && object.name !== 'exports' && object.name !== 'module') return `${object.name}.${own}`;
    if (object.type === 'MemberExpression' && !object.computed && object.object.type === 'Identifier'
      && object.property.name === 'prototype') return `${object.object.name}.${own}`;
    return own;
  }

  _markThis(owner) {
    while (owner && owner.kind === 'arrow') owner = owner.parent;
    if (owner) owner.usesThis = true;
  }

  _for(node, scope) {
    const inner = this._scope(node, scope, scope.owner);
    const head = node.type === 'ForStatement' ? node.init : node.left;
    if (head?.type === 'VariableDeclaration') {
      if (head.kind !== 'var') this._variables(head, inner, null, node.type === 'ForStatement' ? undefined : node.right.end);
      this._visit(head, inner, null);
      if (head.kind === 'var' && node.type !== 'ForStatement') this._variables(head, inner, null);
    } else if (head) {
      if (node.type !== 'ForStatement') patternNames(head, (id) => this.assignments.push([id, inner]));
      this._visit(head, inner, null);
    }
    for (const key of ['test', 'update', 'right']) if (node[key]) this._visit(node[key], inner, null);
    this._visit(node.body, inner, null);
  }

  _class(node, scope, name) {
    const inner = this._scope(node, scope, scope.owner);
    const className = node.id ? node.id.name : name ?? '<anonymous>';
    if (node.id) inner.declare(node.id.name, { kind: 'self', show: false });
    if (node.superClass) this._visit(node.superClass, inner, null);
    for (const member of node.body.body) {
      if (member.computed) this._visit(member.key, inner, null);
      if (FUNCTIONS.has(member.type)) {
        const own = keyName(member);
        const accessor = member.kind === 'get' || member.kind === 'set' ? `${member.kind} ` : '';
        const method = this._function(member, inner, `${className}.${accessor}${own}`);
        method.derived = member.kind === 'constructor' && Boolean(node.superClass);
      } else if (member.type === 'StaticBlock') {
        const owner = this._owner(member, 'static', scope.owner, `${className}.<static_initializer>`);
        this._list(member.body, this._scope(member, inner, owner));
      } else if (member.value) {
        const owner = this._owner(member, 'field', scope.owner, null);
        this._visit(member.value, this._scope(member, inner, owner), keyName(member));
      }
    }
  }

  _function(node, scope, name) {
    const kind = node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function';
    let own = node.id ? node.id.name : name;
    if (own === null || own === undefined) {
      own = '<anonymous>';
      if (node.type === 'ObjectMethod') {
        const accessor = node.kind === 'get' || node.kind === 'set' ? `${node.kind} ` : '';
        own = accessor + keyName(node);
      }
    }
    if (node.type === 'ObjectMethod' && node.computed) this._visit(node.key, scope, null);
    let outer = scope;
    if (node.type === 'FunctionExpression' && node.id) {
      outer = new Scope(scope, scope.owner, node);
      outer.declare(node.id.name, { kind: 'self', show: false });
    }
    const owner = this._owner(node, kind, scope.owner, own);
    const inner = this._scope(node, outer, owner);
    owner.parameters = [];
    for (const parameter of node.params) {
      patternNames(parameter, (id) => {
        if (!owner.parameters.includes(id)) owner.parameters.push(id);
        inner.declare(id, { kind: 'param', show: true });
      });
      this._visit(parameter, inner, null);
    }
    if (node.body.type === 'BlockStatement') this._list(node.body.body, inner);
    else this._visit(node.body, inner, null);
    return owner;
  }

  /** Finds the variables of outer functions that a function assigns itself, and whether they can be read safely. */
  _capture() {
    let flags = 0;
    for (const [name, scope] of this.assignments) {
      const owner = scope.owner;
      const binding = scope.resolve(name);
      if (!binding || !binding.show || binding.scope.owner === owner || owner.kind === 'field') continue;
      if (owner.captured.some((one) => one.binding === binding)) continue;
      if (binding.kind === 'let') {
        if (binding.switchCase) continue;
        let direct = owner;
        while (direct.parent !== binding.scope.owner) direct = direct.parent;
        const hoisted = direct.node.type === 'FunctionDeclaration' || direct.node.start < binding.initEnd;
        if (hoisted) {
          if (binding.scope !== this.scopeOf.get(binding.scope.owner.node)) continue;
          if (binding.flag === undefined) {
            const used = binding.scope.owner.flags ??= 0;
            if (used >= 30) continue;
            binding.scope.owner.flags = used + 1;
            binding.flag = used;
          }
        }
      }
      owner.captured.push({ name, binding });
      flags += 1;
    }
    return flags;
  }
}

module.exports = { Analysis, FUNCTIONS, patternNames, keyName };
