/** Rows of one strategy of a run; without it, all rows of the run. */
export type Group = { run: string; strategy?: string };

type Page<T> = { group: Group; items: T[]; next: string | undefined };

/** Reads what follows a cursor. */
export type Read<T> = (group: Group, page: { count: number; cursor?: string }) => Promise<{ items: T[]; next?: string }>;

/** Lists that were read so far as somebody looked at them, one for each group. */
export class Pages<T> {
  private readonly pages = new Map<string, Page<T>>();

  /** `id` tells items apart: none stands in a list twice. */
  constructor(private readonly read: Read<T>, private readonly pageSize: () => number, private readonly id: (item: T) => unknown = (item) => item) {}

  /** What was read so far; the first page is read when there is none. */
  async list(group: Group): Promise<{ items: T[]; more: boolean }> {
    const page = this.pages.get(keyOf(group)) ?? (await this.more(group));
    return { items: page.items, more: page.next !== undefined };
  }

  /** Reads one page more. */
  async more(group: Group): Promise<Page<T>> {
    const known = this.pages.get(keyOf(group));
    if (known && known.next === undefined) {
      return known;
    }

    const page = known ?? { group, items: [], next: undefined };
    await this.extend(page, this.pageSize());
    this.pages.set(keyOf(group), page);
    return page;
  }

  /** Reads again what was read, as far as it was read. */
  async renew(): Promise<void> {
    await Promise.all([...this.pages.values()].map((page) => this.again(page)));
  }

  forget(): void {
    this.pages.clear();
  }

  /** The lists of a run. */
  of(run: string): { group: Group; items: T[] }[] {
    return [...this.pages.values()].filter(({ group }) => group.run === run);
  }

  private async again(old: Page<T>): Promise<void> {
    const fresh: Page<T> = { group: old.group, items: [], next: undefined };
    try {
      do {
        await this.extend(fresh, Math.max(this.pageSize(), old.items.length - fresh.items.length));
      } while (fresh.next !== undefined && fresh.items.length < old.items.length);
      this.pages.set(keyOf(old.group), fresh);
    } catch {
      // A run that is gone is told when it is looked at.
      this.pages.delete(keyOf(old.group));
    }
  }

  private async extend(page: Page<T>, count: number): Promise<void> {
    const { items, next } = await this.read(page.group, { count, ...(page.next === undefined ? {} : { cursor: page.next }) });
    const known = new Set(page.items.map(this.id));
    page.items.push(...items.filter((item) => !known.has(this.id(item))));
    page.next = next;
  }
}

function keyOf(group: Group): string {
  return `${group.run}\n${group.strategy ?? ''}`;
}
