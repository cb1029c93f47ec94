type Pair<A, B = A> = [A, B];
const pair = <const T extends readonly unknown[]>(...items: T): T => items;
const cast = (<any>pair(1, 'two')) as Pair<number, string>;
const arrow = (x: number, y?: number): {
  sum: number;
} => ({ sum: x + (y ?? 0) });
function isText(value: unknown): value is string { return typeof value === 'string'; }
function check(value: any): asserts value { if (!value) throw new Error('no'); }
const map = new Map<string, Map<number, string>>();
let later!: string;
later = 'set';
const chain = map.get('a')?.get(1)!;
const picked = { a: 1, b: 2 } satisfies Record<string, number>;
const generic = Array.from<number>([1]);
let tuple: [first: number, second?: string] = [1];
for (const item of [1, 2] as number[]) tuple[0] += item;
label: for (const key in picked as object) { if (isText(key)) continue label; }
const less = 1 < 2 && (3 as number) > 2;
try { check(0); } catch (error: unknown) { later += (error as Error).message; }
const template = `${later as string}${chain!}`;
const result = [cast, arrow(1), later, picked.b, generic, tuple, less, template];
// [[1, "two"], {"sum": 1}, "setno", 2, [1], [4], true, "setnoundefined"]
