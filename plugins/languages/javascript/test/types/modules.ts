import * as path from 'path';
import util, { inspect as show, type InspectOptions } from 'node:util';
import type { Stats } from 'fs';
import { Unused } from './nowhere';
import legacy = require('os');
export const exported: number = 1;
export type Alias = Unused<Stats>;
export interface Empty { options: InspectOptions }
export default function main(): string { return path.posix.join('a', 'b'); }
export { exported as other, type Empty as Nothing };
namespace Shapes { export const sides = 4; export function area(a: number): number { return a * sides; } export interface Hidden {} }
namespace Types { export type T = 1; }
declare module 'x' { export const y: number; }
declare global { interface Window {} }
const result = [main(), util.format('%d', 2), show([1]), typeof legacy.EOL, Shapes.area(2), Shapes.sides, exported];
// ["a/b", "2", "[ 1 ]", "string", 8, 4, 1]
