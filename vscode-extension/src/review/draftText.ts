import type { Message } from '../server/protocol';

const marker = /^<!-- message (\d+): ([a-z]+) -->$/;
const escaped = /^\\+<!-- message \d+: [a-z]+ -->$/;

/** The text in which messages are edited: a line before each says whose it is. Pure; `readDraft` reads it back, byte for byte. */
export function writeDraft(messages: readonly Message[]): string {
  return messages.map(({ role, content }, index) => `<!-- message ${index + 1}: ${role} -->\n${content.split('\n').map(guard).join('\n')}\n`).join('\n');
}

/**
 * Reads a draft. What a message has besides its role and its words stays as it is in the message of the same place.
 * Gives what is wrong, with the line (from 1), instead of throwing.
 */
export function readDraft(text: string, before: readonly Message[]): { messages: Message[] } | { wrong: string; line: number } {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  const starts = lines.flatMap((line, index) => (marker.test(line) ? [index] : []));
  const first = lines.findIndex((line) => line.trim() !== '');
  if (starts.length === 0 || (first >= 0 && first < (starts[0] ?? 0))) {
    return { wrong: 'The draft has to begin with a line such as "<!-- message 1: user -->". Undo your edit, or discard the draft and edit again.', line: first + 1 };
  }

  const messages: Message[] = [];
  for (const [index, start] of starts.entries()) {
    const role = marker.exec(lines[start] ?? '')?.[2] ?? '';
    const content = body(lines.slice(start + 1, starts[index + 1]));
    if (content.trim() === '') {
      return { wrong: `Message ${index + 1} is empty. Write something, or remove its line as well.`, line: start + 1 };
    }

    const old = before[index];
    messages.push(old?.role === role ? { ...old, content } : { role, content });
  }

  return { messages };
}

// The writer puts one line end too many after each message.
function body(lines: string[]): string {
  const kept = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return kept.map((line) => (escaped.test(line) ? line.slice(1) : line)).join('\n');
}

function guard(line: string): string {
  return marker.test(line) || escaped.test(line) ? `\\${line}` : line;
}
