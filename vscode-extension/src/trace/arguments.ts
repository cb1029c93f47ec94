/** Splits a line into arguments as a shell does, with quotes and backslashes and nothing else. Pure. */
export function splitArguments(line: string): string[] {
  const found: string[] = [];
  const pattern = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;
  for (const [word] of line.matchAll(pattern)) {
    found.push(word.replace(/\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, (_, escaped?: string, double?: string, single?: string) =>
      escaped ?? (double === undefined ? (single ?? '') : double.replace(/\\(.)/gs, '$1'))));
  }

  return found;
}
