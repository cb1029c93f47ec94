import * as fs from 'fs';
import path, { basename as base, type ParsedPath } from 'node:path';
import { EventEmitter } from 'events';

export type Handler = (name: string) => void;

export class Watcher {
  private seen: Map<string, number> = new Map();
  private readonly bell = new EventEmitter();

  onNotice(handler: Handler): void {
    this.bell.on('noticed', handler);
  }

  notice(name: string): number {
    const count = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    this.bell.emit('noticed', name);
    return count;
  }
}

const handler: Handler = (name: string): void => {
  console.log('noticed', name);
};

export default function main(): void {
  const watcher = new Watcher();
  watcher.onNotice(handler);
  watcher.notice('x');
  console.log(watcher.notice('x'), fs.existsSync('/nowhere'), base('/a/b.txt'));
  const parsed: ParsedPath = path.parse('/a/b.txt');
  console.log(parsed.ext);
}

if (require.main === module) {
  main();
}
