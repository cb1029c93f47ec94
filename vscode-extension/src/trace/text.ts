import type { PredictionScore, TraceInfo, TraceState, Variable } from '../server/protocol';

/** Cuts a text to one line of at most `most` characters. */
export function oneLine(text: string, most = 80): string {
  const flat = text.replace(/\r?\n/g, '⏎').replace(/\t/g, ' ');
  const characters = Array.from(flat);
  return characters.length <= most ? flat : `${characters.slice(0, most - 1).join('')}…`;
}

/** "step 12/40", counted from 1. */
export function stepText(state: { step: number; total: number }): string {
  return `step ${state.step + 1}/${state.total}`;
}

/** What the current step is, in a few words. */
export function momentText(state: TraceState): string {
  const name = state.frames[0]?.function ?? '';
  switch (state.kind) {
    case 'call':
      return `call ${name}`;
    case 'line':
      return state.line > 0 ? `line ${state.line} is next` : 'a line of another file is next';
    case 'return':
      return state.value === undefined ? `${name} returns` : `${name} returns ${oneLine(state.value, 60)}`;
    case 'exception':
      return `raises ${oneLine(state.exception ?? 'an exception', 60)}`;
    case 'catch':
      return `catches ${oneLine(state.exception ?? 'an exception', 60)}`;
    case 'output':
      return 'writes output';
    case 'input':
      return 'reads input';
    case 'thread':
      return 'a thread begins or ends';
    case 'truncated':
      return 'the trace was cut here: a limit was reached';
  }
}

/** How the run ended. */
export function endText(info: TraceInfo): string {
  const exit = info.exitCode === undefined ? '' : `, exit ${info.exitCode}`;
  return `${info.status}${exit}${info.truncated ? ', cut at a limit' : ''}`;
}

/** The values at the end of the current line: what changed, or what is returned or raised. */
export function currentValues(state: TraceState): string {
  const changed = (state.frames[0]?.variables ?? []).filter((variable) => variable.changed).map((variable) => `${variable.name} = ${oneLine(variable.value, 40)}`);
  if (state.kind === 'return' && state.value !== undefined) {
    changed.push(`→ ${oneLine(state.value, 40)}`);
  }

  if ((state.kind === 'exception' || state.kind === 'catch') && state.exception !== undefined) {
    changed.push(`⚡ ${oneLine(state.exception, 60)}`);
  }

  return oneLine(changed.join(', '), 160);
}

/** A variable for a screen reader and a tooltip. */
export function variableText(variable: Variable): string {
  const shared = variable.alias === undefined ? '' : `, object ${variable.alias}`;
  return `${variable.name}: ${variable.type} = ${variable.value}${shared}${variable.changed ? ', changed' : ''}`;
}

/** The line of the file that a state stands at: its own, or that of the innermost frame in the file. */
export function lineOf(state: TraceState): number {
  return state.line > 0 ? state.line : (state.frames.find((frame) => frame.file === undefined && frame.line > 0)?.line ?? 0);
}

/** The question of a prediction as the lines above the answer. */
export function questionHeader(question: string, width = 44): string {
  const lines = [''];
  for (const word of question.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }

  return lines.map((line) => `# ${line}\n`).join('');
}

/** The answer without the lines of the question above it, if they are still there. */
export function answerOf(text: string, header: string): string {
  const unix = text.replace(/\r\n/g, '\n');
  return unix.startsWith(header) ? unix.slice(header.length) : unix;
}

/** The result of a prediction. */
export function scoreText(score: PredictionScore): string {
  const overlap = `${Math.round(score.rouge2 * 100)} % of word pairs (ROUGE-2)`;
  if (score.exactMatch) {
    return 'Right: your prediction matches exactly.';
  }

  const first = score.firstDivergentStep >= 0 ? ` The first difference is at step ${score.firstDivergentStep + 1}.` : '';
  return `Not quite: ${overlap}.${first}`;
}
