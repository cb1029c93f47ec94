import { describe, expect, test } from 'vitest';
import { RunStore } from '../../src/review/runStore';
import type { Requests, RowDecision, RowInfo } from '../../src/server/protocol';

const rowOf = (id: string, decision: RowDecision = 'undecided') => ({ id, decision, flagged: false, strategy: 's' }) as RowInfo;

/** A store over five rows, two at a time. */
function open(rows = ['a', 'b', 'c', 'd', 'e'].map((id) => rowOf(id))): { store: RunStore; asked: object[] } {
  const asked: object[] = [];
  const ask = (method: string, params: { cursor?: string; count?: number }) => {
    asked.push(params);
    if (method === 'codealchemy/undo') {
      return Promise.resolve({ row: rowOf('b'), canUndo: false, canRedo: true });
    }

    const from = Number(params.cursor ?? 0);
    const next = from + (params.count ?? 0);
    return Promise.resolve({ rows: rows.slice(from, next), ...(next < rows.length ? { next: String(next) } : {}) });
  };
  return { store: new RunStore(ask as unknown as <M extends keyof Requests>(method: M, params: Requests[M][0]) => Promise<Requests[M][1]>, () => 2), asked };
}

const group = { run: '/r', strategy: 's' };

describe('the rows of a run', () => {
  test('are read page by page, and each page once', async () => {
    const { store, asked } = open();
    expect((await store.rows(group)).more).toBe(true);
    await store.more(group);
    await store.more(group);
    await store.more(group);
    expect(await store.rows(group)).toMatchObject({ more: false, items: { length: 5 } });
    expect(asked).toHaveLength(3);
  });

  test('have neighbours, beyond the page and not beyond the ends', async () => {
    const { store } = open();
    expect((await store.neighbour(group, 'b', 1))?.id).toBe('c');
    expect((await store.neighbour(group, 'b', -1))?.id).toBe('a');
    expect(await store.neighbour(group, 'a', -1)).toBeUndefined();
    await store.neighbour(group, 'd', 1);
    expect((await store.neighbour(group, 'd', 1))?.id).toBe('e');
    expect(await store.neighbour(group, 'e', 1)).toBeUndefined();
  });

  test('have a next undecided one, round the end; a stale one counts as undecided', async () => {
    const { store } = open([rowOf('a', 'stale'), rowOf('b', 'accepted'), rowOf('c'), rowOf('d', 'rejected')]);
    expect((await store.nextUndecided(group, 'a'))?.id).toBe('c');
    expect((await store.nextUndecided(group, 'c'))?.id).toBe('a');
  });

  test('have no next undecided one when only the row itself is', async () => {
    const { store } = open([rowOf('a', 'accepted'), rowOf('b')]);
    expect(await store.nextUndecided(group, 'b')).toBeUndefined();
  });

  test('take in a decision and its undoing', async () => {
    const { store } = open();
    await store.rows(group);
    store.patch('/r', rowOf('b', 'accepted'));
    expect((await store.rows(group)).items[1]?.decision).toBe('accepted');
    await store.history('/r', 'undo');
    expect((await store.rows(group)).items[1]?.decision).toBe('undecided');
    store.patch('/other', rowOf('b', 'rejected'));
    expect((await store.rows(group)).items[1]?.decision).toBe('undecided');
  });

  test('say where a row stands', async () => {
    const { store } = open();
    expect(await store.position(group, 'b')).toBe('2 of 2+');
    expect(await store.position(group, 'nobody')).toBe('');
  });

  test('are asked with the filter, and forgotten with it', async () => {
    const { store, asked } = open();
    store.filter = { text: 'loop' };
    await store.rows(group);
    store.filter = {};
    store.forget();
    await store.rows(group);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ text: 'loop', run: '/r' });
    expect(asked[1]).not.toHaveProperty('text');
  });

  test('are read again as far as they were read, with what others decided and made', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => rowOf(id));
    const { store, asked } = open(rows);
    await store.rows(group);
    await store.more(group);
    rows[3] = rowOf('d', 'accepted');
    rows.push(rowOf('f'));
    await store.renew();
    const { items, more } = await store.rows(group);
    expect(items.map((row) => `${row.id} ${row.decision}`)).toEqual(['a undecided', 'b undecided', 'c undecided', 'd accepted']);
    expect(more).toBe(true);
    expect(asked).toHaveLength(3);
  });

  test('of a run that is gone are forgotten', async () => {
    let gone = false;
    const ask = () => (gone ? Promise.reject(new Error('no such run')) : Promise.resolve({ rows: [rowOf('a')] }));
    const store = new RunStore(ask, () => 2);
    await store.rows(group);
    gone = true;
    await store.renew();
    await expect(store.rows(group)).rejects.toThrow('no such run');
  });
});
