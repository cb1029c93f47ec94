import { EventEmitter } from 'events'; //= 1
interface Named { name: string }
enum Color { Red, Green } //= 1
export abstract class Shape implements Named { //= 1
  constructor(public name: string, private readonly sides = 3) {} //= 1
  area(): number { return this.sides; } //= 1
  never<T>(value: T): T { return value; } //= 0
}
export class Square extends Shape { //= 1
  constructor() { super('square', 4); } //= 1
}
export const area = async (shape: Shape): Promise<number> => { //= 1
  const size = await Promise.resolve(shape.area()); //= 2
  if (size > Color.Green) throw new Error('large'); //= 3
  return size; //= 1
};
const box = new EventEmitter(); //= 1
box.on('draw', (shape: Shape) => { area(shape).catch(() => { box.emit('failed'); }); }); //= 4
box.on('failed', (): void => { throw new Error('stop'); }); //= 2
box.emit('draw', new Square()); //= 1
box.emit('draw', { area: () => 1 } as Shape); //= 2
class Last {} //= 1
