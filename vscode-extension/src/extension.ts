import * as vscode from 'vscode';
import { PromptPreview } from './documents/preview';
import { Lenses } from './lenses';
import { PluginsView } from './plugins/view';
import { Reviews } from './review/commands';
import { Drafts } from './review/drafts';
import { Editing } from './review/edit';
import { ReviewPanel } from './review/panel';
import { RunStore } from './review/runStore';
import { RunsView } from './review/runsView';
import { registerSourceCommands } from './review/source';
import { registerGenerate } from './runs/generate';
import { registerRunCommands } from './runs/runCommands';
import { registerStartRun } from './runs/startRun';
import { Server } from './server/server';
import { showStatus } from './server/status';
import { registerTraceCommands } from './trace/commands';
import { showSteps } from './trace/decorations';
import { Predictions } from './trace/predict';
import { TraceSession } from './trace/session';
import { TraceView } from './trace/view';
import { attempt } from './ui';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('CodeAlchemy', { log: true });
  const lenses = new Lenses();
  const server = new Server(context.extensionPath, log, lenses);
  const storage = context.storageUri ?? context.globalStorageUri;
  context.subscriptions.push(log, server);
  lenses.register(context);
  showStatus(context, server, log);
  const session = traces(context, server, lenses);
  reviews(context, server, session, lenses, storage);
  new PluginsView(server).register(context);
  new PromptPreview(server).register(context);

  // Settings that the server takes at its start, and trust, need another one.
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.start()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (['server.path', 'isolation', 'inlayValues'].some((name) => change.affectsConfiguration(`codealchemy.${name}`))) {
        await server.start();
      }
    }),
  );
  void server.start();
}

function traces(context: vscode.ExtensionContext, server: Server, lenses: Lenses): TraceSession {
  const session = new TraceSession(server);
  context.subscriptions.push(session, server.onState(({ state }) => state !== 'ready' && session.close()));
  new TraceView(session).register(context);
  new Predictions(server, session, lenses).register(context);
  showSteps(context, session);
  registerTraceCommands(context, server, session);
  return session;
}

function reviews(context: vscode.ExtensionContext, server: Server, session: TraceSession, lenses: Lenses, storage: vscode.Uri): void {
  const pageSize = () => vscode.workspace.getConfiguration('codealchemy').get('review.pageSize', 50);
  const store = new RunStore((method, params) => server.request(method, params), pageSize);
  const drafts = new Drafts(storage, context.workspaceState);
  const panel = new ReviewPanel(context.extensionUri, server, store, drafts);
  const view = new RunsView(server, store);
  const decisions = new Reviews(server, store, panel, view);
  view.register(context);
  panel.register(context);
  context.subscriptions.push(panel.onShown(({ group, id }) => void attempt(() => view.follow(group.run, id))));
  decisions.register(context);
  new Editing(server, drafts, panel, decisions).register(context);
  registerSourceCommands(context, server, panel, session, storage);
  registerGenerate(context, server, lenses, view, panel);
  registerStartRun(context, server, view);
  registerRunCommands(context, server, store, view);
}
