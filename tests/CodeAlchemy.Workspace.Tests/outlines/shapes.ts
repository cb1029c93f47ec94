import { readFileSync } from "node:fs";

interface Named { name: string; }
type Pair = [number, number];
enum Colour { Red }

// Greets.
export function greet(who: Named): string {
  return `hello ${who.name}`;
}

abstract class Shape {
  abstract area(): number;
  describe(): string { return "a shape"; }
}
