import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

type Request = { messages: { content: string }[]; response_format?: { json_schema?: { name?: string } } };

/** A model's words: a server in the way of the OpenAI interface on this machine. */
export class Model {
  /** What was asked. */
  readonly asked: string[] = [];

  private constructor(private readonly server: Server) {}

  static start(): Promise<Model> {
    return new Promise((resolve) => {
      const server = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          const { messages, response_format } = JSON.parse(body) as Request;
          const prompt = messages.map(({ content }) => content).join('\n');
          model.asked.push(prompt);
          const message = { role: 'assistant', content: words(prompt, response_format?.json_schema?.name) };
          const usage = { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 };
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 0, model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }], usage }));
        });
      });
      const model = new Model(server);
      server.listen(0, '127.0.0.1', () => resolve(model));
    });
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
  }

  /** The models of a project that names it; another name each time, for what was answered once is not asked again. */
  get section(): string {
    return `models: {default: {endpoint: "${this.url}", model: "m-${Date.now()}"}}\n`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A model for all tests of a file. */
export function withModel(take: (started: Model) => void): void {
  let model: Model | undefined;
  beforeAll(async () => {
    model = await Model.start();
    take(model);
  });
  afterAll(() => model?.stop());
}

// A conversation when one is wanted, and else what total.py prints.
function words(prompt: string, schema: string | undefined): string {
  const turns = Number(/The plan has (\d+) turns/.exec(prompt)?.[1] ?? 1);
  const turn = (number: number) => [
    { role: 'user', content: `The model asks its question ${number}.` },
    { role: 'assistant', content: `The model gives its answer ${number}.` },
  ];
  return schema === 'conversation' ? JSON.stringify({ turns: Array.from({ length: turns }, (_, index) => turn(index + 1)).flat() }) : 'It adds them up.\n\n```\ntotal 18\n```';
}
