interface Account<T = number> {
  readonly id: string;
  balance: T;
  note?: string;
}

type Result = { ok: true; value: number } | { ok: false; reason: string };

enum Level {
  Low = 1,
  High,
  Label = 'level',
}

const enum Flag { A = 1 << 0, B = 1 << 1 }

namespace Money {
  export const currency: string = 'EUR';
  export function format(amount: number): string {
    return `${amount.toFixed(2)} ${currency}`;
  }
}

abstract class Ledger<T extends Account> {
  protected entries: T[] = [];

  constructor(private readonly owner: string, public limit: number = 10) {}

  abstract check(entry: T): Result;

  add(entry: T): this;
  add(entry: T, force: boolean): this;
  add(entry: T, force?: boolean): this {
    const result = this.check(entry);
    if (result.ok || force) {
      this.entries.push(entry);
    }
    return this;
  }

  get size(): number {
    return this.entries.length;
  }
}

class Strict extends Ledger<Account> {
  override check(entry: Account): Result {
    if (entry.balance > this.limit) {
      return { ok: false, reason: 'too much' };
    }
    return { ok: true, value: entry.balance };
  }
}

function first<T>(items: readonly T[], fallback?: T): T | undefined {
  return items[0] ?? fallback!;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const ledger = new Strict('Ada') as Strict;
ledger.add({ id: 'a', balance: 5 }).add({ id: 'b', balance: 50 }).add({ id: 'c', balance: 60 }, true);
console.log(ledger.size, Level[Level.High], Level.Label, Flag.B);
console.log(Money.format(first<number>([], 2.5)!), isText(<unknown>'x'));

const pairs: [string, number][] = Object.entries({ x: 1, y: 2 });
let total: number = 0;
for (const [, value] of pairs) {
  total += value satisfies number;
}
console.log(total);
