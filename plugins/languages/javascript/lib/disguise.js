'use strict';

/**
 * Keeps the instrumentation out of sight: functions show the text they were written with, stack traces the columns of
 * the source and no frame of the tracer.
 */
class Disguise {
  constructor(file, source, program, folder) {
    this._file = file;
    this._source = source;
    this._program = program;
    this._own = new RegExp(`${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:lib/|tracer\\.js)`);
    this._texts = null;
    this._inserted = new RegExp(`${program.api.replaceAll('$', '\\$')}\\.[a-z]\\.`, 'g');
  }

  install() {
    this._hideText();
    this._hideFrames();
  }

  _hideText() {
    const native = Function.prototype.toString;
    const { api } = this._program;
    const disguise = this;
    const apply = Reflect.apply;
    const { includes } = String.prototype;
    const shown = new Proxy(native, {
      apply(target, self, values) {
        if (self === shown) return apply(native, native, values);
        const text = apply(native, self, values);
        return apply(includes, text, [api]) ? disguise._original(text) : text;
      },
    });
    Object.defineProperty(Function.prototype, 'toString', { value: shown, writable: true, configurable: true, enumerable: false });
  }

  _original(text) {
    if (this._texts === null) this._texts = this._functionTexts();
    return this._texts.get(text) ?? text;
  }

  /** The text of every function after instrumentation, and before it. */
  _functionTexts() {
    const { ranges, marks, text } = this._program;
    const texts = new Map();
    for (const range of ranges) {
      let start = range.start;
      let end = range.end;
      for (const mark of marks) {
        const grown = mark.text.length - (mark.end - mark.at);
        if (mark.at < range.start || (mark.at === range.start && mark.end === mark.at)) start += grown;
        const inner = mark.at < range.end || (mark.at === range.end && mark.rank < 0 && mark.index < range.edits);
        if (inner) end += grown;
      }
      texts.set(text.slice(start, end), this._source.slice(range.start, range.end));
    }
    return texts;
  }

  _hideFrames() {
    const disguise = this;
    const { toString } = Error.prototype;
    const apply = Reflect.apply;
    const name = Error.prepareStackTrace?.name ?? '';
    Object.defineProperty(Error, 'prepareStackTrace', {
      configurable: true,
      writable: true,
      enumerable: false,
      value: { [name](error, sites) {
        let text;
        try {
          text = apply(toString, error, []);
        } catch {
          text = '<error>';
        }
        for (const site of sites) {
          const line = `${site}`;
          if (!disguise._own.test(line)) text += `\n    at ${disguise._place(line, site)}`;
        }
        return text;
      } }[name],
    });
  }

  _place(line, site) {
    const name = site.getFileName();
    if (name === null || name === undefined || !(name === this._file || name === `file://${this._file}`)) return line;
    const row = site.getLineNumber();
    const column = site.getColumnNumber();
    const shown = line.replace(`:${row}:${column}`, `:${row}:${this.column(row, column)}`);
    return shown.includes(this._program.api) ? shown.replace(this._inserted, '') : shown;
  }

  /** The column in the source for a place in the instrumented text; both count from 1. */
  column(row, column) {
    let offset = 0;
    const breaks = /\r\n|[\n\r\u2028\u2029]/g;
    for (let i = 1; i < row; i++) {
      if (!breaks.test(this._source)) break;
      offset = breaks.lastIndex;
    }
    let shift = 0;
    for (const mark of this._program.marks) {
      if (mark.at < offset) continue;
      const grown = mark.text.length - (mark.end - mark.at);
      if (mark.at - offset + shift >= column - 1) break;
      if (mark.at - offset + shift + mark.text.length > column - 1) return mark.at - offset + 1;
      shift += grown;
    }
    return column - shift;
  }
}

module.exports = { Disguise };
