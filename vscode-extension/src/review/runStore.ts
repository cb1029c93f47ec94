import type { HistoryResult, RejectInfo, Requests, RowFilter, RowInfo, RunInfo } from '../server/protocol';
import { Pages, type Group } from './pages';

type Ask = <M extends keyof Requests>(method: M, params: Requests[M][0]) => Promise<Requests[M][1]>;

/** What was read of runs so far, page by page. Knows the order of rows, so it can say which is next. */
export class RunStore {
  private readonly samples: Pages<RowInfo>;
  private readonly rejected: Pages<RejectInfo>;
  filter: RowFilter = {};
  runs: RunInfo[] = [];

  constructor(private readonly ask: Ask, pageSize: () => number) {
    this.samples = new Pages(async (group, page) => {
      const { rows, ...rest } = await ask('codealchemy/rows', { ...this.filter, ...group, ...page });
      return { items: rows, ...rest };
    }, pageSize, (row) => row.id);
    this.rejected = new Pages(async ({ run }, page) => {
      const { rejects, ...rest } = await ask('codealchemy/rejects', { run, ...page });
      return { items: rejects, ...rest };
    }, pageSize);
  }

  /** Reads the runs again. */
  async load(): Promise<RunInfo[]> {
    this.runs = (await this.ask('codealchemy/runs', {})).runs;
    return this.runs;
  }

  /** Forgets all rows; they are read again when they are looked at. */
  forget(): void {
    this.samples.forget();
    this.rejected.forget();
  }

  /** A row of the list of its strategy, if it was read. */
  known(run: string, id: string): RowInfo | undefined {
    return this.samples.of(run).filter(({ group }) => group.strategy !== undefined).flatMap(({ items }) => items).find((row) => row.id === id);
  }

  /** Reads again what was read, as far as it was read, so that a list keeps its length while runs grow and others decide. */
  async renew(): Promise<void> {
    await Promise.all([this.samples.renew(), this.rejected.renew()]);
  }

  /** The rows of a group that were read so far; the first page is read when there is none. */
  rows(group: Group): Promise<{ items: RowInfo[]; more: boolean }> {
    return this.samples.list(group);
  }

  /** Rejects of a run that were read so far. */
  rejects(run: string): Promise<{ items: RejectInfo[]; more: boolean }> {
    return this.rejected.list({ run });
  }

  /** Reads one page more of a group's rows. */
  async more(group: Group): Promise<void> {
    await this.samples.more(group);
  }

  async moreRejects(run: string): Promise<void> {
    await this.rejected.more({ run });
  }

  /** Takes in a row as it is after a decision. */
  patch(run: string, row: RowInfo): void {
    for (const { items } of this.samples.of(run)) {
      const index = items.findIndex((item) => item.id === row.id);
      if (index >= 0) {
        items[index] = row;
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

  private async at(group: Group, index: number): Promise<RowInfo | undefined> {
    let { items, more } = await this.rows(group);
    while (index >= items.length && more) {
      await this.more(group);
      ({ items, more } = await this.rows(group));
    }

    return items[index];
  }

  private async indexOf(group: Group, id: string): Promise<number> {
    return (await this.rows(group)).items.findIndex((row) => row.id === id);
  }
}
