import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/server/protocol';
import { Steps } from '../../src/trace/steps';

const step = (kind: Step['kind'], line: number, frame: number, more: Partial<Step> = {}): Omit<Step, 'step'> => ({ kind, line, frame, depth: 0, ...more });

// main calls f, which calls g; a line of output, and a line in another file, lie between.
const trace: Step[] = [
  step('call', 1, 1, { function: '<module>' }),
  step('line', 10, 1),
  step('call', 2, 2, { function: 'f', depth: 1 }),
  step('line', 3, 2),
  step('call', 5, 3, { function: 'Type.g', depth: 2 }),
  step('line', 6, 3, { file: 'other.py' }),
  step('return', 6, 3),
  step('line', 4, 2),
  step('output', 0, 0, { text: 'x' }),
  step('return', 4, 2),
  step('line', 11, 1),
  step('return', 11, 1),
].map((one, index) => ({ ...one, step: index }));

function open(pageOf = 5): { steps: Steps; asked: number[] } {
  const asked: number[] = [];
  const source = (from: number) => {
    asked.push(from);
    return Promise.resolve({ total: trace.length, steps: trace.slice(from, from + pageOf) });
  };
  return { steps: new Steps(source, trace.length), asked };
}

describe('stepping', () => {
  test.each([
    ['forward', 3, 4], ['back', 3, 2], ['forward', 11, 11], ['back', 0, 0], ['first', 7, 0], ['last', 7, 11],
    ['over', 1, 10], ['over', 3, 7], ['over', 7, 9], ['over', 8, 9], ['over', 11, 11],
    ['overBack', 10, 1], ['overBack', 7, 3], ['overBack', 0, 0],
    ['out', 5, 7], ['out', 7, 10], ['out', 10, 10],
  ] as const)('%s from %i leads to %i', async (move, from, to) => {
    expect(await open().steps.move(from, move)).toBe(to);
  });

  test('finds the first call of a function by its line or by its name', async () => {
    expect(await open().steps.callOf('f', 2)).toBe(2);
    expect(await open().steps.callOf('g', undefined)).toBe(4);
    expect(await open().steps.callOf('h', 99)).toBeUndefined();
  });

  test('goes to the next step at a line, round the end, and never into another file', async () => {
    expect(await open().steps.onLine(0, 4)).toBe(7);
    expect(await open().steps.onLine(9, 4)).toBe(7);
    expect(await open().steps.onLine(5, 6)).toBe(6);
    expect(await open().steps.onLine(0, 99)).toBeUndefined();
  });

  test('reads only the pages it needs', async () => {
    const { steps, asked } = open();
    await steps.move(3, 'over');
    expect(asked).toEqual([0, 5]);
  });
});
