import { describe, expect, test } from 'vitest';
import { previewText } from '../../src/documents/text';
import { inputsOf, reviewDetail, reviewText, rowIcon, shortTitle } from '../../src/review/text';
import { locateServer } from '../../src/server/locate';
import type { PredictionScore, RowInfo, TraceState } from '../../src/server/protocol';
import { statusText } from '../../src/server/state';
import { splitArguments } from '../../src/trace/arguments';
import { answerOf, currentValues, lineOf, momentText, oneLine, questionHeader, scoreText } from '../../src/trace/text';

const variable = (name: string, value: string, changed: boolean) => ({ name, type: 'int', value, changed });

const state: TraceState = {
  step: 3, total: 9, kind: 'line', line: 7, stdout: '', stderr: '',
  frames: [{ frame: 2, function: 'f', line: 7, variables: [variable('a', '1', true), variable('b', '2', false)] }],
};

describe('texts of a trace', () => {
  test('the current values are those that changed, and what is returned or raised', () => {
    expect(currentValues(state)).toBe('a = 1');
    expect(currentValues({ ...state, kind: 'return', value: '5' })).toBe('a = 1, → 5');
    expect(currentValues({ ...state, kind: 'exception', exception: 'ValueError: no' })).toBe('a = 1, ⚡ ValueError: no');
  });

  test('a step in another file stands at the line that called it', () => {
    const caller = { frame: 1, function: 'm', line: 12, variables: [] };
    expect(lineOf(state)).toBe(7);
    expect(lineOf({ ...state, line: 0, frames: [{ frame: 2, function: 'g', line: 3, file: 'x.py', variables: [] }, caller] })).toBe(12);
    expect(lineOf({ ...state, line: 0, frames: [] })).toBe(0);
  });

  test('each kind of step has words', () => {
    for (const kind of ['call', 'line', 'return', 'exception', 'catch', 'output', 'input', 'thread', 'truncated'] as const) {
      expect(momentText({ ...state, kind })).not.toBe('');
    }

    expect(momentText({ ...state, kind: 'return', value: '5' })).toBe('f returns 5');
  });

  test('one line is cut by characters, not in the middle of one', () => {
    expect(oneLine('a\nb\tc')).toBe('a⏎b c');
    expect(oneLine('🧪🧪🧪', 2)).toBe('🧪…');
  });
});

describe('a prediction', () => {
  const score = (change: Partial<PredictionScore>) => scoreText({ exactMatch: false, rouge2: 0.5, firstDivergentStep: -1, expected: '', ...change } as PredictionScore);

  test('is told with its score', () => {
    expect(score({ exactMatch: true })).toContain('matches exactly');
    expect(score({})).toBe('Not quite: 50 % of word pairs (ROUGE-2).');
    expect(score({ firstDivergentStep: 2 })).toContain('at step 3');
  });

  test('has its question above it, which is not part of the answer', () => {
    const header = questionHeader('What does it print, line by line, when it is run?', 20);
    expect(header.split('\n').every((line) => line === '' || line.startsWith('# '))).toBe(true);
    expect(answerOf(`${header}1\n`, header)).toBe('1\n');
    expect(answerOf(`${header}1\n`.replaceAll('\n', '\r\n'), header)).toBe('1\n');
    expect(answerOf('# 1\n', header)).toBe('# 1\n');
  });
});

describe('the server', () => {
  const input = { setting: '', extension: '/e', searchPath: '/bin:relative:/opt/bin' };
  const locate = (files: string[], setting = '') => locateServer({ ...input, setting, exists: (file) => files.includes(file) });

  test('is the one of the setting, else the one inside, else the one on the path', () => {
    const inside = '/e/server/.deps/app/codealchemy-lsp';
    expect(locate(['/x/codealchemy', inside], '/x/codealchemy')).toMatchObject({ command: '/x/codealchemy', args: ['lsp'], from: 'setting' });
    expect(locate([inside, '/bin/codealchemy'])).toMatchObject({ command: inside, args: [], environment: { CODEALCHEMY_ROOT: '/e/server' }, from: 'extension' });
    expect(locate(['/opt/bin/codealchemy'])).toMatchObject({ command: '/opt/bin/codealchemy', from: 'path' });
  });

  test('that is missing is told with what to do; a wrong setting is never passed over', () => {
    expect(locate([])).toMatchObject({ missing: expect.stringContaining('codealchemy.server.path') as string });
    expect(locate(['/bin/codealchemy'], '/wrong')).toMatchObject({ missing: expect.stringContaining('/wrong') as string });
  });

  test('is always ready, starting or failed, with the reason', () => {
    expect(statusText({ state: 'failed', reason: 'no bwrap', trusted: true })).toMatchObject({ error: true, tooltip: 'CodeAlchemy, failed: no bwrap' });
    expect(statusText({ state: 'ready', reason: 'ready', trusted: false })).toMatchObject({ warning: true, text: '$(shield) CodeAlchemy: ready, runs nothing' });
    expect(statusText({ state: 'starting', reason: 'x', trusted: true }).text).toContain('starting');
  });
});

describe('arguments', () => {
  test.each([
    ['', []], ['  a  b ', ['a', 'b']], [`'a b' "c d"`, ['a b', 'c d']], ['a\\ b', ['a b']], [`"say \\"hi\\""`, ['say "hi"']], [`a'b'"c"`, ['abc']], [`""`, ['']],
  ])('%s', (line, words) => {
    expect(splitArguments(line)).toEqual(words);
  });
});

describe('a sample', () => {
  const row = (decision: RowInfo['decision'], flagged = false) => ({ decision, flagged }) as RowInfo;

  test('shows its decision, and its flag while there is none', () => {
    expect(rowIcon(row('accepted', true))[0]).toBe('check');
    expect(rowIcon(row('undecided', true))[0]).toBe('bookmark');
    expect(rowIcon(row('undecided'))[0]).toBe('circle-large-outline');
  });

  test('is traced with the inputs of its case, whatever else its extra says', () => {
    expect(inputsOf('{"arguments":["1","2"],"stdin":"x","turns":[]}')).toEqual({ arguments: ['1', '2'], stdin: 'x' });
    expect(inputsOf('{"arguments":[1]}')).toEqual({});
    expect(inputsOf('not JSON')).toEqual({});
    expect(inputsOf(null)).toEqual({});
  });

  test('counts say how far a review is', () => {
    const none = { accepted: 0, edited: 0, rejected: 0, skipped: 0, flagged: 0, undecided: 0, stale: 0 };
    expect(reviewText(6, { ...none, accepted: 1, edited: 2, undecided: 3 })).toBe('3/6 reviewed');
    expect(reviewDetail({ ...none, accepted: 1, flagged: 2 })).toBe('1 accepted, 2 flagged');
    expect(reviewDetail(none)).toBe('nothing to review');
  });

  test('has a title without its code', () => {
    expect(shortTitle('A ticket about `a.py`. ``` 1 def', 60)).toBe('A ticket about a.py.');
    expect(shortTitle('one two three', 8)).toBe('one two…');
    expect(shortTitle('```py x```', 60)).toBe('py x');
  });
});

describe('the preview of a prompt', () => {
  test('is the prompt, byte for byte, or what is wrong with its template', () => {
    expect(previewText({ text: 'Explain.\n\n', placeholders: ['question'] })).toBe('Explain.\n\n');
    expect(previewText({ text: '', placeholders: [] })).toBe('');
    expect(previewText({ fault: 'line 1: an if without condition', placeholders: [] })).toBe("The template can't be rendered. line 1: an if without condition");
  });
});
