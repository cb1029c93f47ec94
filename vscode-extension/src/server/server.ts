import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind, WorkDoneProgress, type Executable, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { Lenses } from '../lenses';
import { locateServer, type ServerCommand } from './locate';
import type { Requests, StatusParams } from './protocol';
import type { ServerState } from './state';

/** The language server: started, watched, started again, and asked. */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ServerState>();
  private readonly reviews = new vscode.EventEmitter<string>();
  private client: LanguageClient | undefined;
  private current: ServerState = { state: 'starting', reason: 'the editor is starting it', trusted: false };
  private generation = 0;
  private started: Promise<void> = Promise.resolve();
  private tokens = 0;

  /** Fires when the state or its reason changes. */
  readonly onState = this.changed.event;
  /** Fires with the path of a run whose reviews changed. */
  readonly onReviews = this.reviews.event;

  constructor(private readonly extension: string, private readonly log: vscode.LogOutputChannel, private readonly lenses: Lenses) {}

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server, or starts it again when it is running. */
  start(): Promise<void> {
    this.started = this.startOne();
    return this.started;
  }

  private async startOne(): Promise<void> {
    const generation = ++this.generation;
    await this.stop();
    if (generation !== this.generation) {
      return;
    }

    this.tell('starting', 'the server was started and looks for its plugins');
    const found = this.locate();
    if ('missing' in found) {
      this.tell('failed', found.missing);
      return;
    }

    this.log.info(`Starting ${found.command} ${found.args.join(' ')} (from the ${found.from}).`);
    const client = this.create(found);
    this.client = client;
    this.listen(client, generation);
    try {
      await client.start();
    } catch (fault) {
      if (generation === this.generation) {
        this.tell('failed', `${found.command} did not start: ${messageOf(fault)}`);
      }
    }
  }

  /** Asks the server. Rejects with its message, or with one that says why it can't be asked. */
  async request<M extends keyof Requests>(method: M, params: Requests[M][0], token?: vscode.CancellationToken): Promise<Requests[M][1]> {
    await this.started;
    const client = this.client;
    if (!client || this.current.state === 'failed') {
      throw new Error(`The server is not running: ${this.current.reason}`);
    }

    // An undefined token would count as a second parameter.
    return token ? client.sendRequest<Requests[M][1]>(method, params, token) : client.sendRequest<Requests[M][1]>(method, params);
  }

  /** A request whose progress is shown in a notification that can cancel it. */
  async longRequest<M extends keyof Requests>(title: string, method: M, params: Requests[M][0], place = vscode.ProgressLocation.Notification): Promise<Requests[M][1]> {
    const client = this.client;
    const workDoneToken = `codealchemy-${this.generation}-${++this.tokens}`;
    return vscode.window.withProgress({ location: place, title, cancellable: true }, async (progress, token) => {
      let last = 0;
      const listening = client?.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'end') {
          return;
        }

        const now = value.percentage ?? last;
        progress.report({ ...(value.message === undefined ? {} : { message: value.message }), increment: Math.max(0, now - last) });
        last = Math.max(last, now);
      });
      try {
        return await this.request(method, { ...params, workDoneToken }, token);
      } finally {
        listening?.dispose();
      }
    });
  }

  dispose(): void {
    this.generation++;
    void this.stop();
    this.changed.dispose();
    this.reviews.dispose();
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client) {
      await client.dispose(3000).catch((fault: unknown) => this.log.warn(`The server was ended: ${messageOf(fault)}`));
    }
  }

  private locate(): ReturnType<typeof locateServer> {
    const exists = (file: string) => fs.existsSync(file) && fs.statSync(file).isFile();
    const setting = vscode.workspace.getConfiguration('codealchemy').get('server.path', '').trim();
    return locateServer({ setting, extension: this.extension, searchPath: process.env['PATH'] ?? '', exists });
  }

  private create(found: ServerCommand): LanguageClient {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const executable: Executable = {
      command: found.command,
      args: found.args,
      transport: TransportKind.stdio,
      options: { env: { ...process.env, ...found.environment }, ...(folder === undefined ? {} : { cwd: folder }) },
    };
    const settings = vscode.workspace.getConfiguration('codealchemy');
    const options: LanguageClientOptions = {
      documentSelector: [{ scheme: 'file' }],
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: {
        trusted: vscode.workspace.isTrusted,
        isolation: settings.get('isolation', 'strict'),
        inlayValues: settings.get('inlayValues', true),
        clientCommands: true,
      },
      middleware: {
        provideCodeLenses: async (document, token, next) => {
          const lenses = await next(document, token);
          this.lenses.learn(document.uri, lenses ?? []);
          return lenses;
        },
      },
      initializationFailedHandler: (fault) => {
        this.log.error(`The server refused to start: ${messageOf(fault)}`);
        return false;
      },
    };
    return new LanguageClient('codealchemy', 'CodeAlchemy', executable, options);
  }

  private listen(client: LanguageClient, generation: number): void {
    client.onNotification('codealchemy/status', (status: StatusParams) => {
      if (generation === this.generation) {
        this.tell(status.state, status.message);
      }
    });
    client.onNotification('codealchemy/reviewsChanged', (params: { run: string }) => this.reviews.fire(params.run));
    client.onDidChangeState((change) => {
      if (generation !== this.generation) {
        return;
      }

      if (change.newState === State.Starting) {
        this.tell('starting', 'the server is starting');
      } else if (change.newState === State.Stopped && change.oldState === State.Running) {
        this.tell('failed', 'the server ended; its log says why. It is started again, unless it ended often.');
      }
    });
  }

  private tell(state: ServerState['state'], reason: string): void {
    this.current = { state, reason, trusted: vscode.workspace.isTrusted };
    this.log.info(`${state}: ${reason}`);
    void vscode.commands.executeCommand('setContext', 'codealchemy.state', state);
    this.changed.fire(this.current);
  }
}

/** The words of an error. */
export function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
