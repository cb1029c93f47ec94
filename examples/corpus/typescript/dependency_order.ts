// Orders build steps so that each comes after what it needs. Steps come from standard input: "name: need need".
import { readFileSync } from 'node:fs';

type Graph = Map<string, string[]>;
type Mark = 'open' | 'done';

class Cycle extends Error {
  readonly path: string[];

  constructor(path: string[]) {
    super(`cycle: ${path.join(' > ')}`);
    this.path = path;
  }
}

function read(text: string): Graph {
  const graph: Graph = new Map();
  for (const line of text.split('\n')) {
    const [name, needs] = line.split(':').map((part) => part.trim());
    if (!name) {
      continue;
    }
    graph.set(name, needs ? needs.split(/\s+/) : []);
  }
  return graph;
}

function visit(graph: Graph, name: string, marks: Map<string, Mark>, path: string[], order: string[]): void {
  const mark: Mark | undefined = marks.get(name);
  if (mark === 'done') {
    return;
  }
  if (mark === 'open') {
    throw new Cycle([...path.slice(path.indexOf(name)), name]);
  }
  marks.set(name, 'open');
  for (const need of graph.get(name) ?? []) {
    visit(graph, need, marks, [...path, name], order);
  }
  marks.set(name, 'done');
  order.push(name);
}

function sort(graph: Graph): string[] {
  const marks = new Map<string, Mark>();
  const order: string[] = [];
  for (const name of [...graph.keys()].sort()) {
    visit(graph, name, marks, [], order);
  }
  return order;
}

const graph: Graph = read(readFileSync(0, 'utf8'));
const unknown = [...graph.values()].flat().filter((need) => !graph.has(need));
if (unknown.length > 0) {
  console.log(`taken as given: ${unknown.join(', ')}`);
}
sort(graph).forEach((name, index) => console.log(`${index + 1}. ${name}`));
