'use strict';

/** Knows at every place of a program which variables can be read there, and numbers the places. */
class Sites {
  constructor(api) {
    this.list = [];
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
  place(context, scope, at, line) {
    const read = this._visible(scope, at);
    const { owner } = context;
    if (owner.usesThis && owner.kind === 'function' && at >= context.thisEnd) read.push([owner.slot('this', true), 'this']);
    read.sort((a, b) => a[0] - b[0]);
    const id = this.list.length;
    const slots = read.map(([slot]) => slot);
    this.list.push({ line, slots, kept: this._kept(scope.owner, slots) });
    return read.length === 0 ? `${id}` : `${id},${read.map(([, value]) => value).join()}`;
  }

  /**
   * The slots of names that live on at a place: what can be read there, `this`, and variables of outer functions. Any other name has
   * left its block, or belongs to a round that begins anew and is not initialised yet. Equal sets of a function are one object.
   */
  _kept(owner, slots) {
    let known = this._keptSlots.get(owner);
    if (!known) this._keptSlots.set(owner, known = new Map());
    const key = slots.join();
    let kept = known.get(key);
    if (!kept) known.set(key, kept = new Set([...slots, owner.slot('this', true), ...owner.captured.map(({ name }) => owner.slot(name, true))]));
    return kept;
  }
}

module.exports = { Sites };
