import * as vscode from 'vscode';

export type FunctionPlace = { name: string; line: number };

type LensArgument = { function?: string; line?: number; strategy?: string };

/** What the server's lenses say of documents: whether they can be traced, and which functions they have. */
export class Lenses {
  private readonly known = new Map<string, FunctionPlace[]>();
  private readonly valued = new Set<string>();
  private readonly labels = new Map<string, string>();
  private readonly learned = new vscode.EventEmitter<void>();

  register(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
      this.learned,
      vscode.window.onDidChangeActiveTextEditor(() => this.tell()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.known.delete(uri.toString());
        this.valued.delete(uri.toString());
      }),
    );
  }

  /** Takes in the lenses of a document. */
  learn(uri: vscode.Uri, lenses: readonly vscode.CodeLens[]): void {
    const arguments_ = lenses.filter((lens) => lens.command?.command === 'codealchemy.trace').map((lens) => lens.command?.arguments?.[0] as LensArgument);
    if (arguments_.length === 0) {
      this.known.delete(uri.toString());
    } else {
      const places = arguments_.flatMap(({ function: name, line }) => (name !== undefined && line !== undefined ? [{ name, line }] : []));
      this.known.set(uri.toString(), places.filter((place, index) => places.findIndex((other) => other.line === place.line && other.name === place.name) === index));
    }

    for (const { command } of lenses.filter((lens) => lens.command?.command === 'codealchemy.generate')) {
      const { strategy } = (command?.arguments?.[0] ?? {}) as LensArgument;
      if (command && strategy !== undefined) {
        this.labels.set(strategy, command.title);
      }
    }

    const values = lenses.some((lens) => lens.command?.title.startsWith('called '));
    this.valued[values ? 'add' : 'delete'](uri.toString());
    this.learned.fire();
    this.tell();
  }

  /** Waits until the lenses of a document tell nothing of a run any more, for at most some milliseconds. */
  async quiet(uri: vscode.Uri, most: number): Promise<void> {
    const until = Date.now() + most;
    while (this.valued.has(uri.toString()) && Date.now() < until) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, until - Date.now());
        const next = this.learned.event(() => {
          clearTimeout(timer);
          next.dispose();
          resolve();
        });
      });
    }
  }

  /** Strategies that the server offers for a program, with their titles. */
  strategies(): ReadonlyMap<string, string> {
    return this.labels;
  }

  /** The functions of a document; its lenses are asked for when they are not known yet. */
  async functions(uri: vscode.Uri): Promise<FunctionPlace[]> {
    if (!this.known.has(uri.toString())) {
      await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri);
    }

    return this.known.get(uri.toString()) ?? [];
  }

  /** The function that the cursor is in or after, as the value of a choice. */
  around(functions: readonly FunctionPlace[]): string | undefined {
    const line = (vscode.window.activeTextEditor?.selection.active.line ?? 0) + 1;
    const place = functions.filter((one) => one.line <= line).at(-1);
    return place && `${place.name}\n${place.line}`;
  }

  private tell(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    void vscode.commands.executeCommand('setContext', 'codealchemy.canTrace', this.known.has(uri));
  }
}
