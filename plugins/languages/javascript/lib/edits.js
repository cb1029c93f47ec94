'use strict';

/**
 * Text edits against one source. No edit may hold a newline, so that line numbers stay true; what was inserted is
 * remembered, so that columns of the changed text can be traced back to the source.
 */
class Edits {
  constructor(text) {
    this.text = text;
    this._marks = [];
  }

  /** Inserts before the node that starts at `at`: of several at one place, the outer node's comes first. */
  before(at, text) {
    this._marks.push({ at, end: at, text, rank: this._marks.length });
  }

  /** Inserts after the node that ends at `at`, in the order of the calls: a node's own goes in after its children's. */
  after(at, text) {
    this._marks.push({ at, end: at, text, rank: this._marks.length - 1e9, index: this._marks.length });
  }

  /** How many edits there are so far. */
  get count() {
    return this._marks.length;
  }

  /** Replaces `start` to `end`; replacements must not overlap. */
  replace(start, end, text) {
    this._marks.push({ at: start, end, text, rank: this._marks.length });
  }

  /** Overwrites `start` to `end` with blanks, keeping line breaks. */
  blank(start, end) {
    this.replace(start, end, this.text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' '));
  }

  /** Applies the edits; gives the changed text and the edits in the order of their places. */
  apply() {
    const marks = this._marks.sort((a, b) => a.at - b.at || a.rank - b.rank);
    const parts = [];
    let from = 0;
    for (const mark of marks) {
      if (mark.at > from) parts.push(this.text.slice(from, mark.at));
      parts.push(mark.text);
      from = Math.max(from, mark.end);
    }
    parts.push(this.text.slice(from));
    return { text: parts.join(''), marks };
  }
}

module.exports = { Edits };
