import type { HistoryResult, RejectInfo, Requests, RowFilter, RowInfo, RunInfo } from '../server/protocol';

type Ask = <M extends keyof Requests>(method: M, params: Requests[M][0]) => Promise<Requests[M][1]>;

/** Rows of one strategy of a run; without it, all rows of the run. */
export type Group = { run: string; strategy?: string };

type Page<T> = { group: Group; items: T[]; next: string | undefined; whole: boolean };

/** What was read of runs so far, page by page. Knows the order of rows, so it can say which is next. */
export class RunStore {
  private readonly pages = new Map<string, Page<RowInfo>>();
  private readonly rejected = new Map<string, Page<RejectInfo>>();
  filter: RowFilter = {};
  runs: RunInfo[] = [];

  constructor(private readonly ask: Ask, private readonly pageSize: () => number) {}

  /** Reads the runs again. */
  async load(): Promise<RunInfo[]> {
    this.runs = (await this.ask('codealchemy/runs', {})).runs;
    return this.runs;
  }

  /** Forgets all rows; they are read again when they are looked at. */
  forget(): void {
    this.pages.clear();
    this.rejected.clear();
  }

  /** A row of the list of its strategy, if it was read. */
  known(run: string, id: string): RowInfo | undefined {
    return [...this.pages.values()].filter(({ group }) => group.run === run && group.strategy !== undefined).flatMap(({ items }) => items).find((row) => row.id === id);
  }

  /** Reads again what was read, as far as it was read, so that a list keeps its length while runs grow and others decide. */
  async renew(): Promise<void> {
    await Promise.all([
      ...[...this.pages.values()].map((page) => this.again(this.pages, page, (fresh, count) => this.extend(fresh, count))),
      ...[...this.rejected.values()].map((page) => this.again(this.rejected, page, (fresh, count) => this.extendRejects(fresh, count))),
    ]);
  }

  /** The rows of a group that were read so far; the first page is read when there is none. */
  async rows(group: Group): Promise<{ items: RowInfo[]; more: boolean }> {
    const page = this.pages.get(keyOf(group)) ?? (await this.more(group));
    return { items: page.items, more: !page.whole };
  }

  /** Reads one page more. */
  async more(group: Group): Promise<Page<RowInfo>> {
    const page = this.pages.get(keyOf(group)) ?? emptyPage<RowInfo>(group);
    await this.extend(page, this.pageSize());
    this.pages.set(keyOf(group), page);
    return page;
  }

  /** Rejects of a run that were read so far. */
  async rejects(run: string): Promise<{ items: RejectInfo[]; more: boolean }> {
    const page = this.rejected.get(keyOf({ run })) ?? (await this.moreRejects(run));
    return { items: page.items, more: !page.whole };
  }

  async moreRejects(run: string): Promise<Page<RejectInfo>> {
    const page = this.rejected.get(keyOf({ run })) ?? emptyPage<RejectInfo>({ run });
    await this.extendRejects(page, this.pageSize());
    this.rejected.set(keyOf({ run }), page);
    return page;
  }

  /** Takes in a row as it is after a decision. */
  patch(run: string, row: RowInfo): void {
    for (const [key, page] of this.pages) {
      const index = key.startsWith(`${run}\n`) ? page.items.findIndex((item) => item.id === row.id) : -1;
      if (index >= 0) {
        page.items[index] = row;
      }
    }
  }

  /** Undoes or does again, and takes in the row that it was about. */
  async history(run: string, which: 'undo' | 'redo'): Promise<HistoryResult> {
    const result = await this.ask(`codealchemy/${which}`, { run });
    if (result.row) {
      this.patch(run, result.row);
    }

    return result;
  }

  /** The row before or after another one in its group. */
  async neighbour(group: Group, id: string, by: 1 | -1): Promise<RowInfo | undefined> {
    const index = await this.indexOf(group, id);
    if (by === -1) {
      return index > 0 ? (await this.rows(group)).items[index - 1] : undefined;
    }

    return this.at(group, index + 1);
  }

  /** The next row of the group without a decision, from the beginning again after the last one; not the row itself. */
  async nextUndecided(group: Group, id: string): Promise<RowInfo | undefined> {
    const open = (row: RowInfo) => row.id !== id && (row.decision === 'undecided' || row.decision === 'stale');
    for (let index = (await this.indexOf(group, id)) + 1; ; index++) {
      const row = await this.at(group, index);
      if (row === undefined) {
        return (await this.rows(group)).items.find(open);
      }

      if (open(row)) {
        return row;
      }
    }
  }

  /** "3 of 40", or "3 of 40+" while not all rows were read. */
  async position(group: Group, id: string): Promise<string> {
    const index = await this.indexOf(group, id);
    const { items, more } = await this.rows(group);
    return index < 0 ? '' : `${index + 1} of ${items.length}${more ? '+' : ''}`;
  }

  private async extend(page: Page<RowInfo>, count: number): Promise<void> {
    if (!page.whole) {
      const { rows, next } = await this.ask('codealchemy/rows', { ...this.filter, ...page.group, count, ...(page.next === undefined ? {} : { cursor: page.next }) });
      const known = new Set(page.items.map((row) => row.id));
      page.items.push(...rows.filter((row) => !known.has(row.id)));
      [page.next, page.whole] = [next, next === undefined];
    }
  }

  private async extendRejects(page: Page<RejectInfo>, count: number): Promise<void> {
    if (!page.whole) {
      const { rejects, next } = await this.ask('codealchemy/rejects', { run: page.group.run, count, ...(page.next === undefined ? {} : { cursor: page.next }) });
      page.items.push(...rejects);
      [page.next, page.whole] = [next, next === undefined];
    }
  }

  private async again<T>(pages: Map<string, Page<T>>, old: Page<T>, extend: (fresh: Page<T>, count: number) => Promise<void>): Promise<void> {
    const fresh = emptyPage<T>(old.group);
    try {
      do {
        await extend(fresh, Math.max(this.pageSize(), old.items.length - fresh.items.length));
      } while (!fresh.whole && fresh.items.length < old.items.length);
      pages.set(keyOf(old.group), fresh);
    } catch {
      // A run that is gone is told when it is looked at.
      pages.delete(keyOf(old.group));
    }
  }

  private async at(group: Group, index: number): Promise<RowInfo | undefined> {
    let { items, more } = await this.rows(group);
    while (index >= items.length && more) {
      const page = await this.more(group);
      [items, more] = [page.items, !page.whole];
    }

    return items[index];
  }

  private async indexOf(group: Group, id: string): Promise<number> {
    return (await this.rows(group)).items.findIndex((row) => row.id === id);
  }
}

function keyOf(group: Group): string {
  return `${group.run}\n${group.strategy ?? ''}`;
}

function emptyPage<T>(group: Group): Page<T> {
  return { group, items: [], next: undefined, whole: false };
}
