import * as vscode from 'vscode';
import type { Server } from '../server/server';
import { showTrace } from '../trace/commands';
import type { TraceSession } from '../trace/session';
import { attempt } from '../ui';
import type { ReviewPanel } from './panel';
import { inputsOf } from './text';

/** Opens the source of the sample that is shown as it was when the sample was made, and traces it with the sample's own case. */
export function registerSourceCommands(context: vscode.ExtensionContext, server: Server, panel: ReviewPanel, session: TraceSession, folder: vscode.Uri): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('codealchemy.review.source', () => attempt(() => open(panel, folder))),
    vscode.commands.registerCommand('codealchemy.review.trace', () =>
      attempt(async () => {
        const inputs = inputsOf(panel.current?.result.row.extra);
        const uri = await open(panel, folder);
        if (uri) {
          const title = `Tracing ${uri.path.split('/').at(-1) ?? ''}`;
          const info = await server.longRequest(title, 'codealchemy/trace', { textDocument: { uri: uri.toString() }, ...inputs }, vscode.ProgressLocation.Window);
          await showTrace(session, info, uri);
        }
      })),
  );
}

async function open(panel: ReviewPanel, folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const shown = panel.current;
  const source = shown?.result.source;
  if (!shown || !source) {
    void vscode.window.showInformationMessage('The run folder has no source for this sample.');
    return undefined;
  }

  const uri = vscode.Uri.joinPath(folder, 'sources', shown.id.replace(/[^\w-]/g, ''), source.path.split(/[\\/]/).at(-1) ?? 'source');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(source.text));
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  return uri;
}
