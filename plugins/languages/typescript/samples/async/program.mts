import { setTimeout as wait } from 'node:timers/promises';

interface Job<T> {
  name: string;
  run(): Promise<T>;
}

const jobs: Job<number>[] = [
  { name: 'one', async run(): Promise<number> { return 1; } },
  { name: 'two', async run(): Promise<number> { throw new Error('two failed'); } },
];

async function* results<T>(list: Job<T>[]): AsyncGenerator<T | string> {
  for (const job of list) {
    try {
      yield await job.run();
    } catch (error: unknown) {
      yield (error as Error).message;
    }
  }
}

for await (const result of results(jobs)) {
  console.log(result);
}
console.log(await wait<string>(1, 'done'));
