'use strict';

const { children } = require('./parse');
const { FUNCTIONS } = require('./scopes');

/** Knows at every place of a program which variables can be read there, and numbers the places. */
class Sites {
  constructor(analysis, api) {
    this.list = [];
    this.analysis = analysis;
    this.api = api;
    this._keptSlots = new Map();
  }

  /** The names that can be read at a place: innermost first, never one that may not be initialised yet. */
  _visible(scope, at) {
    const { owner } = scope;
    const seen = new Set();
    const read = [];
    for (let inner = scope; inner && inner.owner === owner; inner = inner.parent) {
      for (const [name, binding] of inner.names) {
        if (binding.annexB || seen.has(name)) continue;
        seen.add(name);
        if (!binding.show) continue;
        if (binding.kind === 'let') {
          if (at < binding.initEnd) continue;
          if (binding.switchCase && !(at >= binding.switchCase.start && at <= binding.switchCase.end)) continue;
        }
        read.push([owner.slot(name, binding.kind === 'var'), name]);
      }
    }
    for (const { name, binding } of owner.captured) {
      if (seen.has(name)) continue;
      const value = binding.flag === undefined ? name
        : `${this.api}${binding.scope.owner.level}.i&${1 << binding.flag}?${name}:${this.api}.n`;
      read.push([owner.slot(name, true), value]);
    }
    return read;
  }

  /** Registers a place and gives the arguments that name it and its variables. */
  place(context, scope, at, line, within = null) {
    const read = this._visible(scope, at);
    const { owner } = context;
    if (owner.usesThis && owner.kind === 'function' && at >= context.thisEnd) read.push([owner.slot('this', true), 'this']);
    read.sort((a, b) => a[0] - b[0]);
    const id = this.list.length;
    this.list.push({ line, slots: read.map(([slot]) => slot), kept: this._kept(scope, within) });
    return read.length === 0 ? `${id}` : `${id},${read.map(([, value]) => value).join()}`;
  }

  /** The slots of names that a scope has not lost; a loop's header keeps those of its body, which come back at once. */
  _kept(scope, within) {
    const key = within ?? scope;
    let kept = this._keptSlots.get(key);
    if (kept) return kept;
    const { owner } = scope;
    kept = new Set(within ? this._kept(scope, null) : [owner.slot('this', true), ...owner.captured.map(({ name }) => owner.slot(name, true))]);
    if (within) {
      this._keepInner(within, owner, kept);
    } else {
      for (let inner = scope; inner && inner.owner === owner; inner = inner.parent) this._keepNames(inner, kept);
    }
    this._keptSlots.set(key, kept);
    return kept;
  }

  _keepNames(scope, kept) {
    for (const [name, binding] of scope.names) {
      if (binding.show && !binding.annexB) kept.add(scope.owner.slot(name, binding.kind === 'var'));
    }
  }

  _keepInner(node, owner, kept) {
    const scope = this.analysis.scopeOf.get(node);
    if (scope && scope.owner === owner) this._keepNames(scope, kept);
    children(node, (child) => {
      if (!FUNCTIONS.has(child.type)) this._keepInner(child, owner, kept);
    });
  }
}

module.exports = { Sites };
