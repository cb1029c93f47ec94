import * as vscode from 'vscode';
import { messageOf, type Server } from '../server/server';
import { attempt } from '../ui';
import { previewText } from './text';

const scheme = 'codealchemy-preview';

type Shown = { template: string; source: string };

/** A prompt template, rendered for a chosen source file and rendered again while it is edited. */
export class PromptPreview implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: Server) {}

  register(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.commands.registerCommand('codealchemy.previewPrompt', () => attempt(() => this.open())),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
      new vscode.Disposable(() => clearTimeout(this.timer)),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { template, source } = JSON.parse(uri.query) as Shown;
    try {
      return previewText(await this.server.request('codealchemy/preview', { textDocument: { uri: template }, source }));
    } catch (fault) {
      return messageOf(fault);
    }
  }

  private async open(): Promise<void> {
    const template = vscode.window.activeTextEditor?.document.uri;
    const found = template && (await vscode.workspace.findFiles('**/*', '**/{node_modules,.git,.run,out}/**', 500));
    if (!found) {
      return;
    }

    const items = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => a.label.localeCompare(b.label));
    const chosen = await vscode.window.showQuickPick(items, { title: 'Preview the prompt for which file?' });
    if (chosen) {
      const query = JSON.stringify({ template: template.toString(), source: chosen.uri.fsPath } satisfies Shown);
      const uri = vscode.Uri.from({ scheme, path: `/${template.path.split('/').at(-1) ?? ''} for ${chosen.label.split('/').at(-1) ?? ''}`, query });
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    }
  }

  private edited(document: vscode.TextDocument): void {
    if (!document.uri.path.endsWith('.scriban')) {
      return;
    }

    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme).forEach(({ uri }) => this.changed.fire(uri));
    }, 300);
  }
}
