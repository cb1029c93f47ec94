import * as path from 'node:path';
import * as vscode from 'vscode';
import type { RunNode, RunsView } from '../review/runsView';
import type { RunStore } from '../review/runStore';
import { countText } from '../review/text';
import type { Server } from '../server/server';
import { attempt } from '../ui';
import { openCard } from './startRun';

/** What can be done with a run folder. */
export function registerRunCommands(context: vscode.ExtensionContext, server: Server, store: RunStore, view: RunsView): void {
  const on = (name: string, run: (folder: string) => Promise<unknown>) =>
    context.subscriptions.push(
      vscode.commands.registerCommand(`codealchemy.${name}`, (given: unknown) =>
        attempt(async () => {
          const folder = await runOf(given as RunNode | undefined, store);
          return folder === undefined ? undefined : run(folder);
        })),
    );
  on('openCard', openCard);
  on('revealRun', (folder) => Promise.resolve(vscode.commands.executeCommand('revealInExplorer', vscode.Uri.file(folder))));
  on('exportAccepted', async (folder) => {
    await exportAccepted(folder, server);
    view.redraw();
  });
}

async function runOf(node: RunNode | undefined, store: RunStore): Promise<string | undefined> {
  if (node?.kind === 'run') {
    return node.info.run;
  }

  const items = (await store.load()).map((info) => ({ label: info.name, description: info.run, run: info.run }));
  return (await vscode.window.showQuickPick(items, { title: 'Which run?' }))?.run;
}

async function exportAccepted(run: string, server: Server): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? path.dirname(run);
  const defaultUri = vscode.Uri.file(path.join(folder, `${path.basename(run)}-accepted.jsonl`));
  const uri = await vscode.window.showSaveDialog({ defaultUri, filters: { 'JSON Lines': ['jsonl'] }, title: 'Export accepted samples', saveLabel: 'Export' });
  if (!uri) {
    return;
  }

  const { rows, output } = await server.request('codealchemy/export', { run, output: uri.fsPath, accepted: true, force: true });
  const open = 'Open';
  const text = `${countText(rows, 'accepted sample')} in ${vscode.workspace.asRelativePath(output)}.`;
  void vscode.window.showInformationMessage(text, open).then((choice) => choice && vscode.window.showTextDocument(vscode.Uri.file(output)));
}
