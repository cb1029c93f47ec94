'use strict';

const { builtinModules } = require('module');

const { Edits } = require('./edits');
const { enumText } = require('./enums');
const { children, parse } = require('./parse');

const TYPESCRIPT = /^\.[mc]?ts$/;
const TYPE_STATEMENTS = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction',
  'TSNamespaceExportDeclaration']);
const TYPE_MEMBERS = new Set(['TSDeclareMethod', 'TSIndexSignature']);
const TYPE_PARTS = new Set(['TSTypeAnnotation', 'TSTypeParameterDeclaration', 'TSTypeParameterInstantiation']);
const MODIFIERS = /\b(?:public|private|protected|readonly|override|abstract|declare)\b/g;

/**
 * Takes the types out of TypeScript. Types become blanks, so that lines and columns stay; enums, namespaces and
 * parameter properties become JavaScript on their own lines. A module with import and export becomes CommonJS, as
 * most programs expect, unless it awaits at its top level or asks for import.meta.
 */
class Stripper {
  constructor(text, extension, exporting) {
    this.text = text;
    this.exporting = exporting;
    const { ast, kind } = parse(text, extension, ['typescript']);
    this.program = ast.program;
    this.edits = new Edits(text);
    this.used = new Set();
    this.enums = new Map();
    this.modular = kind === 'module';
    this.native = extension === '.mts' || (this.modular && this._needsModule(this.program));
  }

  run() {
    this._uses(this.program);
    for (const statement of this.program.body) this._visit(statement, this.program);
    const convert = this.modular && !this.native;
    if (convert) this._strict();
    const { text } = this.edits.apply();
    return { text, kind: this.native ? 'module' : 'script', extension: this.native ? '.mjs' : '.cjs' };
  }

  _strict() {
    const { interpreter } = this.program;
    const at = interpreter ? this.text.indexOf('\n', interpreter.end) + 1 : 0;
    this.edits.after(at, '"use strict";');
  }

  _needsModule(node) {
    let found = false;
    const look = (one, nested) => {
      if (found) return;
      if (one.type === 'MetaProperty' && one.meta.name === 'import') found = true;
      if (!nested && (one.type === 'AwaitExpression' || (one.type === 'ForOfStatement' && one.await))) found = true;
      const inner = nested || /Function|Method|Property$|StaticBlock/.test(one.type) && !/^Object(Property|Expression)$/.test(one.type);
      children(one, (child) => look(child, inner));
    };
    look(node, false);
    return found;
  }

  /** Collects the names that are used as values: an import used only as a type is dropped. */
  _uses(node, parent = null, key = null) {
    if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|TypeAssertion|Instantiation|Enum|Module|ExportAssignment|ImportEquals|ParameterProperty)/.test(node.type)) return;
    if (node.type === 'ImportDeclaration') return;
    if (node.type === 'Identifier') {
      const named = (key === 'property' && !parent.computed) || (key === 'key' && !parent.computed && !parent.shorthand);
      if (!named) this.used.add(node.name);
    }
    children(node, (child, at) => {
      if (!TYPE_PARTS.has(child.type)) this._uses(child, node, at);
    });
  }

  _blank(node) {
    this.edits.blank(node.start, node.end);
  }

  _visit(node, parent) {
    if (node.declare || TYPE_STATEMENTS.has(node.type) || TYPE_MEMBERS.has(node.type)) return this._blank(node);
    if (TYPE_PARTS.has(node.type)) return this._blank(node);
    switch (node.type) {
      case 'ImportDeclaration': return this._import(node);
      case 'ExportNamedDeclaration': case 'ExportAllDeclaration': return this._export(node, parent);
      case 'ExportDefaultDeclaration': return this._exportDefault(node);
      case 'TSImportEqualsDeclaration': return this._importEquals(node);
      case 'TSExportAssignment':
        this.edits.replace(node.start, node.expression.start, 'module.exports = ');
        return this._visit(node.expression, node);
      case 'TSEnumDeclaration': return enumText(this, node);
      case 'TSModuleDeclaration': return this._namespace(node);
      case 'TSAsExpression': case 'TSSatisfiesExpression':
        this._visit(node.expression, node);
        return this.edits.blank(node.expression.end, node.end);
      case 'TSInstantiationExpression':
        this._visit(node.expression, node);
        return this.edits.blank(node.expression.end, node.end);
      case 'TSNonNullExpression':
        this._visit(node.expression, node);
        return this.edits.blank(node.expression.end, node.end);
      case 'TSTypeAssertion':
        this.edits.blank(node.start, node.expression.start);
        return this._visit(node.expression, node);
      case 'Identifier': case 'ObjectPattern': case 'ArrayPattern': case 'RestElement': case 'AssignmentPattern':
        if (node.optional) this._mark(node, '?');
        break;
      case 'VariableDeclarator':
        if (node.definite) this._mark(node.id, '!');
        break;
      case 'ClassDeclaration': case 'ClassExpression': return this._class(node);
      case 'ArrowFunctionExpression': this._arrow(node); break;
      default: break;
    }
    if (node.params) this._thisParameter(node);
    if (node.returnType && node.type === 'ArrowFunctionExpression') {
      children(node, (child, key) => { if (key !== 'returnType') this._visit(child, node); });
      return undefined;
    }
    children(node, (child) => this._visit(child, node));
    return undefined;
  }

  /** Blanks the `?` or `!` after a name. */
  _mark(node, mark) {
    const end = node.typeAnnotation ? node.typeAnnotation.start : node.end;
    const from = node.type === 'Identifier' ? node.start + node.name.length : node.start;
    let at = this.text.indexOf(mark, from);
    if (node.type !== 'Identifier') at = this.text.lastIndexOf(mark, end);
    if (at >= from && at <= end) this.edits.blank(at, at + 1);
  }

  /** `=>` has to stay on the line of `)`, also when a type of several lines stood between them. */
  _arrow(node) {
    const type = node.returnType;
    if (!type) return;
    const between = this.text.slice(type.start, type.end);
    if (!/[\n\r\u2028\u2029]/.test(between)) {
      this._blank(type);
      return;
    }
    const arrow = this.text.indexOf('=>', type.end);
    this.edits.replace(type.start, type.start, '=>');
    this._blank(type);
    this.edits.blank(arrow, arrow + 2);
  }

  _thisParameter(node) {
    const [first, second] = node.params;
    if (first?.type !== 'Identifier' || first.name !== 'this') return;
    const end = second ? second.start : this.text.indexOf(')', first.end);
    this.edits.blank(first.start, end);
    node.params = node.params.slice(1);
  }

  _class(node) {
    if (node.abstract) this._words(node.start, node.body.start, /\babstract\b/g, 1);
    if (node.implements?.length > 0) {
      const from = node.superTypeParameters?.end ?? node.superClass?.end ?? node.typeParameters?.end ?? node.id?.end ?? node.start;
      const at = from + this.text.slice(from, node.implements[0].start).search(/\bimplements\b/);
      this.edits.blank(at, node.implements[node.implements.length - 1].end);
    }
    for (const key of ['typeParameters', 'superTypeParameters']) if (node[key]) this._blank(node[key]);
    if (node.superClass) this._visit(node.superClass, node);
    for (const member of node.body.body) this._member(member, node);
  }

  _member(member, node) {
    if (member.declare || member.abstract || TYPE_MEMBERS.has(member.type) || member.type.startsWith('TSAbstract')) {
      this._blank(member);
      return;
    }
    if (member.key) {
      this._words(member.start, member.key.start, MODIFIERS);
      const after = member.key.end;
      const stop = (member.typeAnnotation ?? member.typeParameters ?? member.value ?? member.params?.[0] ?? member.body)?.start ?? member.end;
      const sign = this.text.slice(after, stop).match(/^[\s\]]*([?!])/);
      if ((member.optional || member.definite) && sign) {
        const at = after + sign[0].length - 1;
        this.edits.blank(at, at + 1);
      }
    }
    if (member.kind === 'constructor') this._parameterProperties(member, node);
    if (member.params) this._thisParameter(member);
    children(member, (child) => this._visit(child, member));
  }

  _words(start, end, pattern, most = Infinity) {
    let left = most;
    for (const match of this.text.slice(start, end).matchAll(pattern)) {
      if (left-- <= 0) break;
      this.edits.blank(start + match.index, start + match.index + match[0].length);
    }
  }

  _parameterProperties(constructor, node) {
    const names = [];
    constructor.params = constructor.params.map((parameter) => {
      if (parameter.type !== 'TSParameterProperty') return parameter;
      const inner = parameter.parameter;
      this._words(parameter.start, inner.start, MODIFIERS);
      names.push((inner.type === 'AssignmentPattern' ? inner.left : inner).name);
      return inner;
    });
    if (names.length === 0) return;
    this.edits.replace(node.body.start + 1, node.body.start + 1, names.map((name) => `${name};`).join(''));
    const { body, directives } = constructor.body;
    let at = directives.length > 0 ? directives[directives.length - 1].end : constructor.body.start + 1;
    if (node.superClass) {
      const call = body.find((one) => one.type === 'ExpressionStatement' && one.expression.type === 'CallExpression'
        && one.expression.callee.type === 'Super');
      if (call) at = call.end;
    }
    this.edits.after(at, `;${names.map((name) => `this.${name}=${name}`).join(',')};`);
  }

  _import(node) {
    const specifiers = node.specifiers.filter((one) => one.importKind !== 'type' && this.used.has(one.local.name));
    if (node.importKind === 'type' || (node.specifiers.length > 0 && specifiers.length === 0)) return this._blank(node);
    const source = this.text.slice(node.source.start, node.source.end);
    if (this.native) {
      if (specifiers.length < node.specifiers.length) this._same(node, `import ${esmNames(specifiers)} from ${source};`);
      return undefined;
    }
    const builtin = builtinModules.includes(node.source.value.replace(/^node:/, ''));
    const named = [];
    const parts = [];
    for (const one of specifiers) {
      const local = one.local.name;
      if (one.type === 'ImportNamespaceSpecifier') parts.push(`${local} = require(${source})`);
      else if (one.type === 'ImportDefaultSpecifier') parts.push(`${local} = require(${source})${builtin ? '' : '.default'}`);
      else {
        const imported = one.imported.type === 'StringLiteral' ? JSON.stringify(one.imported.value) : one.imported.name;
        if (imported === 'default' && builtin) parts.push(`${local} = require(${source})`);
        else named.push(imported === local ? local : `${imported}: ${local}`);
      }
    }
    if (named.length > 0) parts.push(`{ ${named.join(', ')} } = require(${source})`);
    return this._same(node, parts.length > 0 ? `const ${parts.join(', ')};` : `require(${source});`);
  }

  /** Replaces a node by text on its first line, keeping the number of lines. */
  _same(node, text) {
    this.edits.replace(node.start, node.end, text + this.text.slice(node.start, node.end).replace(/[^\n]/g, ''));
  }

  _importEquals(node) {
    if (node.importKind === 'type' || !this.used.has(node.id.name)) return this._blank(node);
    const at = this.text.indexOf('import', node.start);
    this.edits.blank(node.start, at);
    this.edits.replace(at, at + 6, 'const ');
    return undefined;
  }

  _export(node, parent) {
    const { declaration } = node;
    if (node.exportKind === 'type' || (declaration && (declaration.declare || TYPE_STATEMENTS.has(declaration.type)))) return this._blank(node);
    if (parent.type === 'TSModuleBlock') return this._namespaceExport(node, parent);
    if (this.native) {
      if (declaration) return this._visit(declaration, node);
      const kept = (node.specifiers ?? []).filter((one) => one.exportKind !== 'type');
      if (node.specifiers && kept.length < node.specifiers.length) {
        const from = node.source ? ` from ${this.text.slice(node.source.start, node.source.end)}` : '';
        this._same(node, `export {${kept.map((one) => this.text.slice(one.start, one.end)).join(', ')}}${from};`);
      }
      return undefined;
    }
    if (declaration) {
      this.edits.blank(node.start, declaration.start);
      this._visit(declaration, node);
      if (this.exporting) this._publish(node, declaredNames(declaration).map((name) => [name, name]));
      return undefined;
    }
    const pairs = (node.specifiers ?? []).filter((one) => one.exportKind !== 'type')
      .map((one) => [one.exported.name ?? one.exported.value, one.local?.name]);
    if (!node.source) return this._same(node, this.exporting ? publishText(pairs) : ';');
    const source = `require(${this.text.slice(node.source.start, node.source.end)})`;
    if (node.type === 'ExportAllDeclaration') return this._same(node, `Object.assign(exports, ${source});`);
    return this._same(node, pairs.map(([name, local]) => `exports.${name} = ${source}.${local};`).join(' '));
  }

  _publish(node, pairs) {
    this.edits.after(node.end, `;${publishText(pairs)}`);
  }

  _exportDefault(node) {
    const { declaration } = node;
    if (declaration.declare || TYPE_STATEMENTS.has(declaration.type)) return this._blank(node);
    if (!this.native) {
      const named = /^(Function|Class)Declaration$/.test(declaration.type) && declaration.id;
      const anonymous = !named && /^(Function|Class)Declaration$/.test(declaration.type);
      const open = named ? '' : this.exporting ? 'exports.default = ' : anonymous ? '(' : ';';
      this.edits.replace(node.start, declaration.start, open + this._lines(node.start, declaration.start));
      if (anonymous && !this.exporting) this.edits.after(node.end, ');');
      if (named && this.exporting) this._publish(node, [['default', declaration.id.name]]);
    }
    return this._visit(declaration, node);
  }

  _lines(start, end) {
    return this.text.slice(start, end).replace(/[^\n]/g, '');
  }

  _namespace(node) {
    if (!node.body || node.body.type !== 'TSModuleBlock' || node.id.type !== 'Identifier' || !hasValues(node.body)) return this._blank(node);
    const { name } = node.id;
    const again = this.enums.has(name);
    this.enums.set(name, null);
    const lines = this._lines(node.start, node.body.start);
    this.edits.replace(node.start, node.body.start + 1, `${again ? '' : `var ${name};`}(function ${name}(${name}) {${lines}`);
    for (const statement of node.body.body) this._visit(statement, Object.assign(node.body, { owner: name }));
    this.edits.replace(node.end - 1, node.end, `})(${name} || (${name} = {}));`);
    return undefined;
  }

  /** What a namespace exports is also a property of it. */
  _namespaceExport(node, block) {
    const { declaration } = node;
    if (!declaration) return this._blank(node);
    this.edits.blank(node.start, declaration.start);
    this._visit(declaration, node);
    const names = declaredNames(declaration);
    if (names.length > 0) this.edits.after(node.end, `;${names.map((name) => `${block.owner}.${name} = ${name};`).join('')}`);
    return undefined;
  }
}

function esmNames(specifiers) {
  const parts = [];
  const named = [];
  for (const one of specifiers) {
    if (one.type === 'ImportDefaultSpecifier') parts.unshift(one.local.name);
    else if (one.type === 'ImportNamespaceSpecifier') parts.push(`* as ${one.local.name}`);
    else {
      const imported = one.imported.type === 'StringLiteral' ? JSON.stringify(one.imported.value) : one.imported.name;
      named.push(imported === one.local.name ? imported : `${imported} as ${one.local.name}`);
    }
  }
  if (named.length > 0) parts.push(`{ ${named.join(', ')} }`);
  return parts.join(', ');
}

function declaredNames(declaration) {
  if (declaration.type === 'VariableDeclaration') {
    const names = [];
    const look = (node) => {
      if (!node) return;
      if (node.type === 'Identifier') names.push(node.name);
      else if (node.type === 'ObjectPattern') node.properties.forEach((one) => look(one.type === 'RestElement' ? one.argument : one.value));
      else if (node.type === 'ArrayPattern') node.elements.forEach(look);
      else if (node.type === 'AssignmentPattern') look(node.left);
      else if (node.type === 'RestElement') look(node.argument);
    };
    declaration.declarations.forEach((one) => look(one.id));
    return names;
  }
  return declaration.id && declaration.id.type === 'Identifier' ? [declaration.id.name] : [];
}

const publishText = (pairs) => pairs.map(([name, local]) => `exports.${name} = ${local};`).join(' ');

function hasValues(block) {
  return block.body.some((statement) => {
    const inner = statement.type.startsWith('Export') ? statement.declaration ?? statement : statement;
    if (inner.type === 'TSModuleDeclaration') return inner.body?.type === 'TSModuleBlock' && hasValues(inner.body);
    return !inner.declare && !TYPE_STATEMENTS.has(inner.type);
  });
}

/** The program as JavaScript, on the same lines: TypeScript without its types, JavaScript as it is. */
function strip(text, extension, exporting = false) {
  if (!TYPESCRIPT.test(extension)) return { text, extension };
  return new Stripper(text, extension, exporting).run();
}

module.exports = { strip };
