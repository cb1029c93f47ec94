import path from 'node:path';
export default class {} //= 1
export const name = path.basename('/a/b'); //= 1
export function named() { return name; } //= 1
const later = await Promise.resolve(2); //= 1
if (later === 2) { //= 1
  console.log(named()); //= 1
} else {
  console.log('no'); //= 0
}
export { later };
