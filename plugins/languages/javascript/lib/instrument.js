'use strict';

const { Edits } = require('./edits');
const { children, parse, unwrap } = require('./parse');
const { Analysis, FUNCTIONS, patternNames } = require('./scopes');
const { Sites } = require('./sites');

const SILENT = new Set(['EmptyStatement', 'BlockStatement', 'FunctionDeclaration', 'ImportDeclaration',
  'ExportAllDeclaration', 'WhileStatement', 'DoWhileStatement']);
const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);

/** Whether a statement does nothing itself, or is announced elsewhere: a loop by its header. */
function isSilent(node) {
  switch (node.type) {
    case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration':
      return !node.declaration || isSilent(node.declaration);
    case 'LabeledStatement': return isSilent(node.body);
    case 'ForStatement': return !node.init && !node.update && Boolean(node.test);
    case 'VariableDeclaration': return node.kind === 'var' && node.declarations.every((item) => !item.init);
    default: return SILENT.has(node.type);
  }
}

/** A name that the program does not use, not even in part. */
function freeName(text, stem) {
  let name = stem;
  for (let i = 0; text.includes(name); i++) name = `${stem}${i}_`;
  return name;
}

/** What runs in a context of its own for one function body: which variables are live and where control can leave. */
class Context {
  constructor(owner, frame) {
    this.owner = owner;
    this.frame = frame;
    this.deferring = 0;
    this.defers = false;
    this.thisEnd = 0;
    this.targets = [];
  }
}

/**
 * Inserts calls to the recorder into a program. The recorder's interface, as methods of the injected object:
 * `c` call, `l` line, `r` return with a value, `s` return that a finally may still undo, `e` end of the body,
 * `u` unwinding, `t` an exception on its way to a finally, `q` left without return, `x` throw, `k` catch, `p` before and `w` after a suspension, `v` private fields.
 */
class Instrumenter {
  constructor(text, extension) {
    this.text = text;
    const { ast, kind } = parse(text, extension);
    this.kind = kind;
    this.ast = ast;
    this.edits = new Edits(text);
    this.analysis = new Analysis(ast);
    this.api = freeName(text, '$ca');
    this.sites = new Sites(this.api);
    this.functions = [];
    this.ranges = [];
  }

  run() {
    const { program } = this.ast;
    const root = this.analysis.root;
    const context = this._begin(root, program);
    const first = program.body[0];
    const module = this._function(root, 1);
    if (!first) return this._empty(program, context, module);
    const { start } = first;
    const lead = program.directives.length > 0 ? ';' : '';
    this.edits.before(start, `${lead}const ${this.api}=${this.api}$,${context.frame}=${this.api}.c(${module});`);
    this._statements(program.body, context, this.analysis.scopeOf.get(program), null);
    const last = program.body[program.body.length - 1];
    this.edits.after(last.end, `;${this.api}.e(${context.frame},${this.sites.place(context, this.analysis.scopeOf.get(program), last.end, last.loc.end.line)});`);
    return this._result();
  }

  /** A program that holds no statement still is a call of its module. */
  _empty(program, context, module) {
    const { interpreter, directives } = program;
    const line = interpreter ? this.text.indexOf('\n', interpreter.end) + 1 : 0;
    const at = directives.length > 0 ? directives[directives.length - 1].end : line > 0 || !interpreter ? line : this.text.length;
    const lead = at === this.text.length && interpreter ? '' : ';';
    if (lead) this.edits.after(at, `${lead}const ${this.api}=${this.api}$;${this.api}.e(${this.api}.c(${module}),${this.sites.place(context, this.analysis.scopeOf.get(program), 0, 1)});`);
    return this._result();
  }

  _result() {
    const { text, marks } = this.edits.apply();
    return {
      text, marks, kind: this.kind, entry: `${this.api}$`, api: this.api, functions: this.functions, sites: this.sites.list,
      ranges: this.ranges,
      plain: !/defineProp|__define|__proto__|setPrototypeOf|\beval\b|\bFunction\b|\bReflect\b|\bvm\b|Object\s*\.\s*create\s*\([^()]*,/.test(this.text),
    };
  }

  _begin(owner) {
    return new Context(owner, `${this.api}${owner.level}`);
  }

  _function(owner, line) {
    owner.index = this.functions.length;
    const gives = (owner.kind === 'function' && owner.node.kind !== 'constructor') || owner.kind === 'arrow';
    this.functions.push({ name: owner.name, line, slots: owner.slotNames, lazy: owner.lazy, gives });
    return owner.index;
  }

  _line(context, scope, at, line) {
    return `${this.api}.o&&${this.api}.l(${context.frame},${this.sites.place(context, scope, at, line)})`;
  }

  _statements(list, context, scope) {
    for (const statement of list) this._statement(statement, context, scope, true);
  }

  /** Instruments one statement; outside a list it is wrapped in braces so that it can hold the inserted calls. */
  _statement(node, context, scope, listed) {
    const own = this.analysis.scopeOf.get(node) ?? scope;
    const bare = !listed && node.type !== 'BlockStatement' && node.type !== 'EmptyStatement' && node.type !== 'FunctionDeclaration';
    if (bare) this.edits.before(node.start, '{');
    if (!isSilent(node)) this.edits.before(node.start, `${this._line(context, scope, node.start, node.loc.start.line)};`);
    this._inside(node, context, own, scope);
    if (bare) this.edits.after(node.end, '}');
    const declaration = node.declaration ?? node;
    if (listed && declaration.type === 'VariableDeclaration') this._flags(declaration, node.end, scope, context);
  }

  /** Notes that variables which hoisted functions assign have been initialised. */
  _flags(declaration, end, scope, context) {
    let bits = 0;
    for (const item of declaration.declarations) {
      patternNames(item.id, (name) => {
        const binding = scope.names.get(name);
        if (binding?.flag !== undefined) bits |= 1 << binding.flag;
      });
    }
    if (bits) this.edits.after(end, `;${context.frame}&&(${context.frame}.i|=${bits});`);
  }

  _inside(node, context, own, scope) {
    if (FUNCTIONS.has(node.type)) return this._expression(node, context, scope);
    switch (node.type) {
      case 'ClassDeclaration': return this._expression(node, context, scope);
      case 'BlockStatement': return this._statements(node.body, context, own);
      case 'IfStatement':
        this._expression(node.test, context, scope);
        this._statement(node.consequent, context, scope, false);
        if (node.alternate) this._statement(node.alternate, context, scope, false);
        return undefined;
      case 'LabeledStatement': {
        const { body } = node;
        if (body.type === 'FunctionDeclaration') return this._expression(body, context, scope);
        context.targets.push({ label: node.label.name, node: body });
        this._inside(body, context, this.analysis.scopeOf.get(body) ?? scope, scope);
        context.targets.pop();
        return undefined;
      }
      case 'ForStatement': case 'ForInStatement': case 'ForOfStatement': case 'WhileStatement': case 'DoWhileStatement':
        return this._loop(node, context, own, scope);
      case 'ContinueStatement': return this._continue(node, context);
      case 'SwitchStatement':
        this._expression(node.discriminant, context, scope);
        for (const item of node.cases) {
          if (item.test) this._expression(item.test, context, own);
          this._statements(item.consequent, context, own);
        }
        return undefined;
      case 'TryStatement': return this._try(node, context, scope);
      case 'ReturnStatement': return this._return(node, context, scope);
      case 'ThrowStatement':
        this.edits.before(node.argument.start, ` ${this.api}.x(${context.frame},(`);
        this._expression(node.argument, context, scope);
        this.edits.after(node.argument.end, '))');
        return undefined;
      case 'WithStatement': return this._expression(node.object, context, scope);
      default:
        children(node, (child) => this._expression(child, context, scope));
        return undefined;
    }
  }

  /** Every evaluation of a loop's header is a line of its own, as in a debugger. */
  _loop(node, context, own, scope) {
    const { line } = node.loc.start;
    context.targets.push({ label: null, node });
    const header = (at) => this._line(context, own, at, line);
    switch (node.type) {
      case 'WhileStatement':
        this.edits.before(node.test.start, `${this._line(context, scope, node.start, line)},`);
        this._expression(node.test, context, scope);
        this._body(node.body, context, scope);
        break;
      case 'DoWhileStatement':
        this._body(node.body, context, scope);
        this.edits.before(node.test.start, `${this._line(context, scope, node.start, node.test.loc.start.line)},`);
        this._expression(node.test, context, scope);
        break;
      case 'ForStatement':
        if (node.init) this._expression(node.init, context, own);
        if (node.test) {
          if (!node.update) this.edits.before(node.test.start, `${header(node.test.start)},`);
          this._expression(node.test, context, own);
        }
        if (node.update) {
          this.edits.before(node.update.start, `${header(node.update.start)},`);
          this._expression(node.update, context, own);
        }
        this._body(node.body, context, own);
        break;
      default:
        this._expression(node.left, context, own);
        this._expression(node.right, context, own);
        if (node.type === 'ForOfStatement') context.deferring++;
        this._body(node.body, context, own, `${this._line(context, scope, node.start, line)};`);
        if (node.type === 'ForOfStatement') context.deferring--;
        break;
    }
    context.targets.pop();
  }

  /** A loop's body, with what runs when it comes to its end. */
  _body(node, context, scope, tail = null) {
    if (node.type === 'BlockStatement') {
      this._inside(node, context, this.analysis.scopeOf.get(node) ?? scope, scope);
      if (tail) this.edits.after(node.end - 1, `;${tail}`);
    } else if (tail) {
      this.edits.before(node.start, '{');
      this._statement(node, context, scope, false);
      this.edits.after(node.end, `;${tail}}`);
    } else {
      this._statement(node, context, scope, false);
    }
  }

  _continue(node, context) {
    const loops = context.targets;
    let target = null;
    for (let i = loops.length - 1; i >= 0 && !target; i--) {
      const one = loops[i];
      if (node.label ? one.label === node.label.name : one.label === null && LOOPS.has(one.node.type)) target = one.node;
    }
    while (target && target.type === 'LabeledStatement') target = target.body;
    if (target && (target.type === 'ForOfStatement' || target.type === 'ForInStatement')) {
      const scope = this.analysis.scopeOf.get(target).parent;
      this.edits.before(node.start, `{${this._line(context, scope, target.start, target.loc.start.line)};`);
      this.edits.after(node.end, '}');
    }
  }

  _try(node, context, scope) {
    if (node.finalizer) context.deferring++;
    this._statement(node.block, context, scope, false);
    const { handler } = node;
    if (handler) {
      const inner = this.analysis.scopeOf.get(handler);
      const { param, body } = handler;
      const named = param?.type === 'Identifier';
      const caught = named ? param.name : `${this.api}x`;
      const note = `${this.api}.k(${context.frame},${handler.loc.start.line},${caught});`;
      if (param && !named) this._catchPattern(handler, context, inner, caught, note);
      else this.edits.before(body.start + 1, note);
      if (!param) this.edits.replace(handler.start + 5, handler.start + 5, `(${caught})`);
      this._inside(body, context, this.analysis.scopeOf.get(body), inner);
      if (param && !named) this.edits.after(body.end, '}');
    } else {
      this.edits.after(node.block.end, `catch(${this.api}x){throw ${this.api}.t(${context.frame},${this.api}x)}`);
    }
    if (node.finalizer) {
      context.deferring--;
      this._statement(node.finalizer, context, scope, false);
    }
  }

  /** `catch ({a}) {…}` becomes `catch (x) {let {a}=x; {…}}`, so that the thrown value has a name. */
  _catchPattern({ param, body }, context, scope, caught, note) {
    this.edits.before(param.start, `${caught}){${note}let `);
    this._expression(param, context, scope);
    this.edits.after(param.end, `=${caught};{`);
    const close = this.text.lastIndexOf(')', body.start);
    this.edits.replace(close, body.start + 1, this.text.slice(close, body.start + 1).replace(/[^\r\n\u2028\u2029]/g, ''));
  }

  _return(node, context, scope) {
    const line = node.loc.start.line;
    const deferred = context.deferring > 0 && context.owner.kind !== 'module';
    if (deferred) context.defers = true;
    const act = deferred ? 's' : 'r';
    if (node.argument) {
      this.edits.before(node.argument.start, ` ${this.api}.${act}(${context.frame},(`);
      this._expression(node.argument, context, scope);
      this.edits.after(node.argument.end, `),${this.sites.place(context, scope, node.start, line)})`);
    } else {
      this.edits.before(node.start, `{${this.api}.${act}(${context.frame},void 0,${this.sites.place(context, scope, node.start, line)});`);
      this.edits.after(node.end, '}');
    }
  }

  _expression(node, context, scope) {
    if (FUNCTIONS.has(node.type)) {
      if (node.computed) this._expression(node.key, context, scope);
      return this._enter(node);
    }
    switch (node.type) {
      case 'ClassDeclaration': case 'ClassExpression': return this._class(node, context);
      case 'AwaitExpression':
        this.edits.before(node.start, `${this.api}.w(${context.frame},`);
        this.edits.before(node.argument.start, ` ${this.api}.p(${context.frame},(`);
        this._expression(node.argument, context, scope);
        this.edits.after(node.argument.end, '))');
        this.edits.after(node.end, ')');
        return undefined;
      case 'YieldExpression':
        this.edits.before(node.start, `${this.api}.w(${context.frame},`);
        if (node.argument) {
          this.edits.before(node.argument.start, ` ${this.api}.p(${context.frame},(`);
          this._expression(node.argument, context, scope);
          this.edits.after(node.argument.end, '))');
        } else {
          this.edits.after(node.end, ` ${this.api}.p(${context.frame})`);
        }
        this.edits.after(node.end, ')');
        return undefined;
      default:
        children(node, (child) => this._expression(child, context, scope));
        return undefined;
    }
  }

  _class(node, context) {
    const scope = this.analysis.scopeOf.get(node);
    if (node.superClass) this._expression(node.superClass, context, scope);
    const fields = [];
    for (const member of node.body.body) {
      if (FUNCTIONS.has(member.type)) {
        this._expression(member, context, scope);
        continue;
      }
      if (member.computed) this._expression(member.key, context, scope);
      if (member.type === 'StaticBlock') this._static(member);
      else if (member.value) this._expression(member.value, context, this.analysis.scopeOf.get(member));
      if (member.type === 'ClassPrivateProperty' && !member.static) fields.push(member.key.id.name);
    }
    if (fields.length > 0) {
      const o = `${this.api}o`;
      const read = fields.map((name) => `#${name} in ${o}?${o}.#${name}:${this.api}.n`).join();
      this.edits.before(node.body.start + 1, `static{${this.api}.v(this,${JSON.stringify(fields.map((name) => `#${name}`))},${o}=>[${read}])}`);
    }
    this.ranges.push({ start: node.start, end: node.end, edits: this.edits.count });
  }

  _static(node) {
    const owner = this.analysis.ownerOf.get(node);
    const open = this.text.indexOf('{', node.start) + 1;
    this._wrap(node, owner, node.body, [], open, node.end - 1, node.loc.start.line);
  }

  /** Gives a function its frame. */
  _enter(node) {
    const owner = this.analysis.ownerOf.get(node);
    const scope = this.analysis.scopeOf.get(node);
    const context = this._begin(owner);
    for (const parameter of node.params) this._expression(parameter, context, scope);
    if (node.body.type === 'BlockStatement') {
      this._wrap(node, owner, node.body.body, node.body.directives, node.body.start + 1, node.body.end - 1, node.loc.start.line, context);
    } else {
      this._concise(node, owner, scope, context);
    }
    this.ranges.push({ start: node.start, end: node.end, edits: this.edits.count });
  }

  _concise(node, owner, scope, context) {
    const { body } = node;
    const line = node.loc.start.line;
    const index = this._function(owner, line);
    const at = body.start;
    this.edits.before(at, `{const ${context.frame}=${this.api}.c(${index}${this._arguments(owner)});try{`
      + `${this._line(context, scope, at, body.loc.start.line)};return ${this.api}.r(${context.frame},(`);
    this._expression(body, context, scope);
    this.edits.after(body.end, `),${this.sites.place(context, scope, at, body.loc.end.line)})}catch(${this.api}x){throw ${this.api}.u(${context.frame},${this.api}x)}}`);
  }

  /** The values a call starts with: parameters in their order, `this`, captured variables. */
  _arguments(owner) {
    const names = owner.parameters ?? [];
    for (const name of names) owner.slot(name);
    return names.length === 0 ? '' : `,${names.join()}`;
  }

  _wrap(node, owner, body, directives, open, close, line, context = this._begin(owner)) {
    const scope = this.analysis.scopeOf.get(node);
    const index = this._function(owner, line);
    const names = this._arguments(owner);
    const { frame } = context;
    const guarded = !this._conflicts(owner, body);
    if (owner.derived) context.thisEnd = this._afterSuper(body);
    const at = body.length > 0 ? body[0].start : close;
    const lead = directives.length > 0 ? ';' : '';
    this.edits.before(at, `${lead}const ${frame}=${this.api}.c(${index}${names});${guarded ? 'try{' : ''}`);
    this._statements(body, context, scope);
    const last = body[body.length - 1];
    const ends = !last || (last.type !== 'ReturnStatement' && last.type !== 'ThrowStatement');
    const end = ends ? `;${this.api}.e(${frame},${this.sites.place(context, scope, close, 0)});` : ';';
    const finish = node.generator || context.defers ? `finally{${this.api}.q(${frame})}` : '';
    const tail = guarded ? `}catch(${this.api}x){throw ${this.api}.u(${frame},${this.api}x)}${finish}` : '';
    const place = body.length > 0 ? close : at;
    if (body.length > 0) this.edits.after(place, end + tail);
    else this.edits.before(place, end + tail);
  }

  /** Whether putting the body into a block would change what its declarations mean. */
  _conflicts(owner, body) {
    const names = new Set();
    for (let statement of body) {
      while (statement.type === 'LabeledStatement') statement = statement.body;
      if (statement.type !== 'FunctionDeclaration' || !statement.id) continue;
      const { name } = statement.id;
      if (names.has(name) || name === 'arguments' || owner.variables.has(name)) return true;
      names.add(name);
    }
    return false;
  }

  /** Where `this` can be read in a derived constructor: after a plain `super(…)` statement of its body. */
  _afterSuper(body) {
    for (const statement of body) {
      if (statement.type !== 'ExpressionStatement') continue;
      const call = unwrap(statement.expression);
      if (call.type === 'CallExpression' && call.callee.type === 'Super') return statement.end;
    }
    return Infinity;
  }
}

/** Instruments a program's text; throws a SyntaxError when it does not parse. */
function instrument(text, extension) {
  return new Instrumenter(text, extension).run();
}

module.exports = { instrument };
