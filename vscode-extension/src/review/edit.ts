import * as vscode from 'vscode';
import type { Server } from '../server/server';
import { attempt } from '../ui';
import type { Reviews } from './commands';
import { readDraft } from './draftText';
import type { Drafts, DraftOf } from './drafts';
import { OriginalFiles, originalOf, scheme } from './originals';
import type { ReviewPanel } from './panel';
import { shortTitle } from './text';

/** Edits a sample in the diff editor: the original, which can't be changed, beside a draft. */
export class Editing {
  constructor(
    private readonly server: Server,
    private readonly drafts: Drafts,
    private readonly panel: ReviewPanel,
    private readonly reviews: Reviews,
  ) {}

  register(context: vscode.ExtensionContext): void {
    const on = (name: string, run: (uri: unknown) => Promise<unknown>) =>
      context.subscriptions.push(vscode.commands.registerCommand(`codealchemy.${name}`, (given: unknown) => attempt(() => run(given))));
    on('review.edit', () => this.edit());
    on('acceptEdit', (given) => this.accept(given));
    on('discardEdit', (given) => this.discard(given));
    context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, new OriginalFiles(this.server), { isReadonly: true }));
  }

  private async edit(): Promise<void> {
    const shown = this.panel.current;
    if (!shown) {
      return;
    }

    const { row, info, edited } = shown.result;
    const draft = await this.drafts.open({ run: shown.group.run, id: shown.id, title: info.title, messages: edited ?? row.messages });
    await vscode.commands.executeCommand('vscode.diff', originalOf(shown.group.run, shown.id), draft, `Edit: ${shortTitle(info.title, 40)}`, { preview: false });
  }

  private async accept(given: unknown): Promise<void> {
    const found = await this.find(given);
    if (!found) {
      return;
    }

    const { uri, document, of } = found;
    const read = readDraft(document.getText(), of.messages);
    if ('wrong' in read) {
      void vscode.window.showErrorMessage(`Line ${read.line}: ${read.wrong}`);
      return;
    }

    const { info } = await this.server.request('codealchemy/row', { run: of.run, id: of.id });
    await document.save();
    const group = this.panel.current?.group.run === of.run ? this.panel.current.group : { run: of.run, strategy: info.strategy };
    await this.reviews.decide('edit', { messages: read.messages }, { group, id: of.id });
    await closeTabs(uri);
    await this.drafts.remove(uri);
    await this.panel.refresh();
  }

  private async discard(given: unknown): Promise<void> {
    const found = await this.find(given);
    const yes = 'Discard';
    if (!found || (await vscode.window.showWarningMessage(`Discard the draft of "${found.of.title}"?`, { modal: true }, yes)) !== yes) {
      return;
    }

    await found.document.save();
    await closeTabs(found.uri);
    await this.drafts.remove(found.uri);
    await this.panel.refresh();
  }

  private async find(given: unknown): Promise<{ uri: vscode.Uri; document: vscode.TextDocument; of: DraftOf } | undefined> {
    const uri = given instanceof vscode.Uri && this.drafts.of(given) ? given : vscode.window.activeTextEditor?.document.uri;
    const of = uri && this.drafts.of(uri);
    if (!uri || !of) {
      void vscode.window.showInformationMessage('Put the cursor into the draft of an edit first.');
      return undefined;
    }

    return { uri, of, document: await vscode.workspace.openTextDocument(uri) };
  }
}

async function closeTabs(uri: vscode.Uri): Promise<void> {
  const shows = (tab: vscode.Tab) =>
    (tab.input instanceof vscode.TabInputTextDiff && tab.input.modified.toString() === uri.toString()) ||
    (tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString());
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(shows));
}
