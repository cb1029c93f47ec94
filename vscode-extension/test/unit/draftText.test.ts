import { describe, expect, test } from 'vitest';
import { readDraft, writeDraft } from '../../src/review/draftText';
import type { Message } from '../../src/server/protocol';

const message = (role: string, content: string): Message => ({ role, content });

describe('a draft', () => {
  test.each<[string, Message[]]>([
    ['plain text', [message('user', 'What?'), message('assistant', 'That.')]],
    ['many lines and code', [message('user', 'a\n\n```py\nx = 1\n```\n'), message('assistant', 'b')]],
    ['ends of empty lines', [message('user', 'a\n\n\n'), message('assistant', 'b\n\n')]],
    ['beginning with empty lines', [message('user', '\n\na'), message('assistant', '\nb')]],
    ['a line that looks like the beginning of a message', [message('user', '<!-- message 1: user -->\nx'), message('assistant', '\\<!-- message 2: user -->')]],
    ['astral characters', [message('user', '𝒳 → 🧪'), message('assistant', 'ok')]],
  ])('is read back byte for byte: %s', (_, messages) => {
    expect(readDraft(writeDraft(messages), messages)).toEqual({ messages });
  });

  test('keeps what a message has besides its words', () => {
    const before = [{ role: 'user', content: 'q' }, { role: 'assistant', content: 'a', reasoning: 'because' }];
    const text = writeDraft(before).replace('\na\n', '\nbetter\n');
    expect(readDraft(text, before)).toEqual({ messages: [before[0], { role: 'assistant', content: 'better', reasoning: 'because' }] });
  });

  test('with Windows line ends is read as with others', () => {
    const messages = [message('user', 'a\nb'), message('assistant', 'c')];
    expect(readDraft(writeDraft(messages).replaceAll('\n', '\r\n'), messages)).toEqual({ messages });
  });

  test('may gain a message', () => {
    const before = [message('user', 'a')];
    const text = `${writeDraft(before)}\n<!-- message 2: assistant -->\nb\n`;
    expect(readDraft(text, before)).toEqual({ messages: [message('user', 'a'), message('assistant', 'b')] });
  });

  test.each([
    ['nothing', '', 0],
    ['text above the first message', 'hello\n<!-- message 1: user -->\na\n', 1],
    ['an empty message', '<!-- message 1: user -->\na\n\n<!-- message 2: assistant -->\n \n', 4],
  ])('with %s is refused, with the line', (_, text, line) => {
    expect(readDraft(text, [])).toMatchObject({ line, wrong: expect.any(String) as string });
  });
});
