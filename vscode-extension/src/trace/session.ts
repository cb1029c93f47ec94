import * as vscode from 'vscode';
import type { TraceInfo, TraceState } from '../server/protocol';
import type { Server } from '../server/server';
import { Steps, type Move } from './steps';

/** A trace that is open, and the step it stands at. */
export type OpenTrace = { info: TraceInfo; uri: vscode.Uri; state: TraceState; stale: boolean };

/** The one trace that is stepped through. Moves are made one after the other. */
export class TraceSession implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<OpenTrace | undefined>();
  private steps: Steps | undefined;
  private open: OpenTrace | undefined;
  private queue: Promise<void> = Promise.resolve();

  readonly onChange = this.changed.event;

  constructor(private readonly server: Server) {}

  get current(): OpenTrace | undefined {
    return this.open;
  }

  /** Opens a trace at the first call of a function, or at its first step. Gives whether the function was called. */
  async begin(info: TraceInfo, uri: vscode.Uri, at?: { function: string; line?: number }): Promise<boolean> {
    const steps = new Steps((from, count) => this.server.request('codealchemy/traceSteps', { trace: info.trace, from, count }), info.steps);
    const call = at === undefined ? undefined : await steps.callOf(at.function, at.line);
    const state = await this.server.request('codealchemy/traceState', { trace: info.trace, step: call ?? 0 });
    this.steps = steps;
    await this.show({ info, uri, state, stale: false });
    return at === undefined || call !== undefined;
  }

  move(move: Move): Promise<void> {
    return this.next(async (steps, from) => steps.move(from, move));
  }

  goto(step: number): Promise<void> {
    return this.next(() => Promise.resolve(step));
  }

  /** Goes to the next step at a line. Gives whether there is one. */
  async gotoLine(line: number): Promise<boolean> {
    let found = false;
    await this.next(async (steps, from) => {
      const step = await steps.onLine(from, line);
      found = step !== undefined;
      return step ?? from;
    });
    return found;
  }

  /** Says that the text was edited: values belong to the text that was run. */
  async edited(): Promise<void> {
    if (this.open && !this.open.stale) {
      await this.show({ ...this.open, stale: true });
    }
  }

  async close(): Promise<void> {
    this.steps = undefined;
    await this.show(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private next(target: (steps: Steps, from: number) => Promise<number>): Promise<void> {
    const run = async () => {
      const { open, steps } = this;
      if (!open || !steps) {
        return;
      }

      const step = Math.min(Math.max(0, await target(steps, open.state.step)), Math.max(0, steps.total - 1));
      const state = await this.server.request('codealchemy/traceState', { trace: open.info.trace, step });
      if (this.open?.info.trace === open.info.trace) {
        await this.show({ ...this.open, state });
      }
    };
    const turn = this.queue.then(run);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async show(open: OpenTrace | undefined): Promise<void> {
    this.open = open;
    await vscode.commands.executeCommand('setContext', 'codealchemy.traceActive', open !== undefined);
    this.changed.fire(open);
  }
}
