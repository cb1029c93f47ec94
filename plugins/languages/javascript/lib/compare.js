'use strict';

const { Classes } = require('./classes');
const {
  mapEntries, mapNext, mapSize, setValues, setNext, setSize, ACCESSOR, HOLE,
  LEAF, ARRAY, RECORD, MAP, SET, keysOf, is,
} = require('./intrinsics');

/** Compares objects with what was last seen of them. */
class Comparison extends Classes {
  /** Whether an object still looks as it did; false when that cannot be told cheaply. */
  unchanged(shot) {
    if (typeof shot.value === 'function') return true;
    return shot.stable && this.plain && this._same(shot.seen);
  }

  _same(seen) {
    switch (seen.kind) {
      case LEAF: return true;
      case ARRAY: return this._sameArray(seen.value, seen);
      case RECORD: return this._sameRecord(seen.value, seen);
      case MAP: return this._sameMap(seen.value, seen);
      case SET: return this._sameSet(seen.value, seen);
      default: return false;
    }
  }

  _sameItem(item, now) {
    if (item === now) return now !== 0 || is(item, now);
    if (typeof item !== 'object' || item === null) return item !== item && now !== now;
    return item.value === now && now !== undefined && this._same(item);
  }

  _sameArray(value, { items, size }) {
    if (value.length !== size) return false;
    const n = items.length;
    for (let i = 0; i < n; i++) {
      const item = items[i];
      const now = value[i];
      if (item === now && now !== 0) continue;
      if (item === HOLE) {
        if (now !== undefined || i in value) return false;
      } else if (!this._sameItem(item, now)) {
        return false;
      }
    }
    return true;
  }

  _sameRecord(value, { items, keys, size, hidden }) {
    const now = keysOf(value);
    if (now.length !== size) return false;
    const n = items.length;
    for (let i = 0; i < n; i++) {
      const key = keys[i];
      if (now[i] !== key) return false;
      const item = items[i];
      if (item !== ACCESSOR && !this._sameItem(item, value[key])) return false;
    }
    if (hidden === null) return true;
    const fields = this._privateFields(value);
    if (fields === null || fields.length !== hidden.size) return false;
    for (let i = 0; i < hidden.items.length; i++) if (!this._sameItem(hidden.items[i], fields[i].value)) return false;
    return true;
  }

  _sameMap(value, { items, size }) {
    if (mapSize(value) !== size) return false;
    const entries = mapEntries(value);
    for (let i = 0; i < items.length; i += 2) {
      const entry = mapNext(entries).value;
      if (!this._sameItem(items[i], entry[0])) return false;
      if (i + 1 < items.length && !this._sameItem(items[i + 1], entry[1])) return false;
    }
    return true;
  }

  _sameSet(value, { items, size }) {
    if (setSize(value) !== size) return false;
    const entries = setValues(value);
    for (let i = 0; i < items.length; i++) if (!this._sameItem(items[i], setNext(entries).value)) return false;
    return true;
  }
}

module.exports = { Comparison };
