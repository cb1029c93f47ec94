import * as vscode from 'vscode';
import type { RunsView } from '../review/runsView';
import { countText } from '../review/text';
import type { Server } from '../server/server';
import { attempt, isCancelled } from '../ui';

/** Starts the run of a manifest and watches it; cancelling stops it in order, and the same command goes on. */
export function registerStartRun(context: vscode.ExtensionContext, server: Server, view: RunsView): void {
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', 'codealchemy.isManifest', document !== undefined && isManifest(document));
  };
  tell();
  context.subscriptions.push(
    vscode.commands.registerCommand('codealchemy.startRun', (given: unknown) => attempt(() => start(given, server, view))),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document === vscode.window.activeTextEditor?.document && tell()),
  );
}

function isManifest(document: vscode.TextDocument): boolean {
  return /\.ya?ml$/.test(document.uri.path) && /^kind:\s*["']?Pipeline\b/m.test(document.getText());
}

async function start(given: unknown, server: Server, view: RunsView): Promise<void> {
  const manifest = given instanceof vscode.Uri ? given : await chooseManifest();
  if (!manifest) {
    return;
  }

  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === manifest.toString());
  if (open?.isDirty) {
    await open.save();
  }

  const name = vscode.workspace.asRelativePath(manifest);
  const watching = setInterval(() => view.refresh(), 2000);
  await vscode.commands.executeCommand('codealchemy.runs.focus', { preserveFocus: true });
  try {
    const { run, rows, rejects, state, problem } = await server.longRequest(`Running ${name}`, 'codealchemy/startRun', { manifest: manifest.fsPath });
    const card = 'Open Dataset Card';
    const text = `${name}: ${state}, ${countText(rows, 'sample')}, ${countText(rejects, 'reject')}.${problem === undefined ? '' : ` ${problem}`}`;
    const show = problem === undefined ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
    void show(text, card).then((choice) => choice && openCard(run));
  } catch (fault) {
    if (!isCancelled(fault)) {
      throw fault;
    }

    const again = 'Go On';
    const show = vscode.window.showInformationMessage(`${name}: stopped. What was made is kept; starting it again goes on from there.`, again);
    void show.then((choice) => choice && vscode.commands.executeCommand('codealchemy.startRun', manifest));
  } finally {
    clearInterval(watching);
    view.refresh();
  }
}

async function chooseManifest(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isManifest(active)) {
    return active.uri;
  }

  const found = await vscode.workspace.findFiles('**/*.{yaml,yml}', '**/{node_modules,.git,.run,out}/**', 200);
  const manifests: vscode.Uri[] = [];
  for (const uri of found) {
    if (isManifest(await vscode.workspace.openTextDocument(uri))) {
      manifests.push(uri);
    }
  }

  if (manifests.length === 0) {
    void vscode.window.showInformationMessage('There is no manifest in this folder: a YAML file with "kind: Pipeline".');
    return undefined;
  }

  const items = manifests.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Start which manifest?' }))?.uri;
}

/** Shows the card of a run's dataset. */
export async function openCard(run: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(vscode.Uri.file(run), 'README.md'));
}
