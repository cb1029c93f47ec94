interface Named { name?: string }
abstract class Base<T> implements Named, Iterable<number> {
  static readonly kind: string = 'base';
  public x: number = 1;
  protected y?: T;
  private z!: string;
  declare w: number;
  [key: string]: any;
  #hidden = 0 as number;
  constructor(private a: number, public readonly b: number = 2, c?: string) {}
  abstract area(): number;
  over(value: string): void;
  over(value: number): void;
  over(value: any): string { return `over ${value as string}`; }
  get hidden(): number { return this.#hidden; }
  set hidden(value: number) { this.#hidden = value!; }
  *[Symbol.iterator](): Iterator<number> { yield this.a; yield this.b; }
}
class Derived extends Base<string> {
  constructor(public side: number) { super(side); this.hidden = side; }
  override area(this: Derived): number { return this.side ** 2; }
  async load<T>(value: T): Promise<T | undefined> { return value; }
}
const one = new Derived(3);
const result = [one.area(), [...one], one.over(4), one.hidden, Base.kind, Object.keys(one)];
// [9, [3, 2], "over 4", 3, "base", ["a", "b", "x", "y", "z", "side"]]
