// Parser combinators over results instead of exceptions: key = value lists such as "a=1;b=x,y".
//
//   $ node result_parser.ts "port=8080;hosts=a,b"
//   $ node result_parser.ts "port=;x"

declare const process: { argv: string[] };

type Result<T> = { ok: true; value: T; rest: string } | { ok: false; expected: string; at: string };
type Parser<T> = (input: string) => Result<T>;

function literal(text: string): Parser<string> {
  return (input) =>
    input.startsWith(text)
      ? { ok: true, value: text, rest: input.slice(text.length) }
      : { ok: false, expected: `'${text}'`, at: input };
}

function word(kind: string, accepts: (c: string) => boolean): Parser<string> {
  return (input) => {
    let end = 0;
    while (end < input.length && accepts(input[end])) {
      end += 1;
    }
    return end > 0
      ? { ok: true, value: input.slice(0, end), rest: input.slice(end) }
      : { ok: false, expected: kind, at: input };
  };
}

function separated<T>(item: Parser<T>, separator: Parser<string>): Parser<T[]> {
  return (input) => {
    const values: T[] = [];
    let rest = input;
    for (;;) {
      const next = item(rest);
      if (!next.ok) {
        return next;
      }
      values.push(next.value);
      const more = separator(next.rest);
      if (!more.ok) {
        return { ok: true, value: values, rest: next.rest };
      }
      rest = more.rest;
    }
  };
}

const isLetter = (c: string): boolean => c >= 'a' && c <= 'z';
const isValue = (c: string): boolean => isLetter(c) || (c >= '0' && c <= '9');
const values = separated(word('a value', isValue), literal(','));

const pair: Parser<[string, string[]]> = (input) => {
  const key = word('a key', isLetter)(input);
  if (!key.ok) {
    return key;
  }
  const equals = literal('=')(key.rest);
  if (!equals.ok) {
    return equals;
  }
  const list = values(equals.rest);
  return list.ok ? { ok: true, value: [key.value, list.value], rest: list.rest } : list;
};

const text: string = process.argv[2] ?? 'size=3;tags=new,big;last=z';
const parsed = separated(pair, literal(';'))(text);
if (!parsed.ok) {
  console.log(`expected ${parsed.expected} at '${parsed.at}'`);
} else {
  for (const [key, list] of parsed.value) {
    console.log(`${key}: ${list.length} ${list.length === 1 ? 'value' : 'values'} (${list.join(' ')})`);
  }
  console.log(parsed.rest === '' ? 'all read' : `left: ${parsed.rest}`);
}
