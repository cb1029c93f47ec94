import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { RowResult } from '../server/protocol';
import type { Server } from '../server/server';
import { attempt } from '../ui';
import type { Drafts } from './drafts';
import { actions, reviewPage } from './page';
import type { Group } from './pages';
import type { RunStore } from './runStore';
import { shortTitle } from './text';

export const viewType = 'codealchemy.review';

/** The sample that is looked at. */
export type Shown = { group: Group; id: string };

const fromPage = new Set<string>([...actions.map(([name]) => name), 'source', 'trace']);

/** The one panel that shows a sample; it comes back after a reload. */
export class ReviewPanel implements vscode.WebviewPanelSerializer<Shown> {
  private readonly nonce = randomBytes(16).toString('base64url');
  private readonly looked = new vscode.EventEmitter<Shown>();
  private turn = 0;
  private panel: vscode.WebviewPanel | undefined;
  private shown: (Shown & { result: RowResult }) | undefined;

  /** Fires when another sample is shown. */
  readonly onShown = this.looked.event;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly server: Server,
    private readonly store: RunStore,
    private readonly drafts: Drafts,
  ) {}

  get current(): (Shown & { result: RowResult }) | undefined {
    return this.shown;
  }

  register(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
      this.looked,
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      this.server.onReviews((run) => void (this.shown?.group.run === run && attempt(() => this.refresh()))),
    );
  }

  /** Shows a sample. */
  async show(shown: Shown, focus = true): Promise<void> {
    const turn = ++this.turn;
    const result = await this.server.request('codealchemy/row', { run: shown.group.run, id: shown.id });
    if (turn !== this.turn) {
      return;
    }

    if (!this.panel) {
      await closeRestored();
    }

    this.panel ??= this.adopt(vscode.window.createWebviewPanel(viewType, 'Review', vscode.ViewColumn.Active, this.options()));
    this.shown = { ...shown, result };
    await this.render(this.panel);
    this.looked.fire(shown);
    if (focus) {
      this.panel.reveal(this.panel.viewColumn, false);
    }
  }

  /** Shows the same sample as it is now. */
  async refresh(): Promise<void> {
    const { shown, turn } = this;
    if (!shown || !this.panel) {
      return;
    }

    // Whoever shows another sample meanwhile wins.
    const result = await this.server.request('codealchemy/row', { run: shown.group.run, id: shown.id });
    if (turn === this.turn) {
      this.shown = { ...shown, result };
      await this.render(this.panel);
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: Shown | undefined): Promise<void> {
    if (!state || this.panel) {
      panel.dispose();
      return;
    }

    panel.webview.options = this.options();
    this.panel = this.adopt(panel);
    await attempt(() => this.show(state, false));
  }

  private options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    const roots = [vscode.Uri.joinPath(this.extension, 'dist'), vscode.Uri.joinPath(this.extension, 'media')];
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: roots, enableCommandUris: false };
  }

  private adopt(panel: vscode.WebviewPanel): vscode.WebviewPanel {
    const icon = (theme: string) => vscode.Uri.joinPath(this.extension, 'media', `review-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.onDidDispose(() => {
      [this.panel, this.shown] = [undefined, undefined];
      void setFocused(false);
    });
    panel.onDidChangeViewState(() => void (panel.active || setFocused(false)));
    panel.webview.onDidReceiveMessage((message: { command?: string; focused?: boolean; ready?: boolean }) => this.receive(message));
    return panel;
  }

  private async receive(message: { command?: string; focused?: boolean; ready?: boolean }): Promise<void> {
    if (message.focused !== undefined) {
      await setFocused(message.focused);
      await this.panel?.webview.postMessage({ keys: message.focused });
    }

    if (message.ready && this.shown && this.panel) {
      await this.panel.webview.postMessage({ state: { group: this.shown.group, id: this.shown.id } satisfies Shown });
    }

    if (message.command === 'keys') {
      await vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', 'codealchemy.review');
    } else if (message.command !== undefined && fromPage.has(message.command)) {
      await vscode.commands.executeCommand(`codealchemy.review.${message.command}`);
    }
  }

  private async render(panel: vscode.WebviewPanel): Promise<void> {
    const { shown } = this;
    if (!shown) {
      return;
    }

    const { webview } = panel;
    const file = (...parts: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(this.extension, ...parts)).toString();
    panel.title = shortTitle(shown.result.info.title, 40);
    const html = reviewPage({
      result: shown.result,
      cspSource: webview.cspSource,
      nonce: this.nonce,
      style: file('media', 'review.css'),
      script: file('dist', 'review.js'),
      position: await this.store.position(shown.group, shown.id),
      draft: this.drafts.has(shown.group.run, shown.id),
    });
    // A page that is set again loses the focus, and with it the next key.
    if (webview.html !== html) {
      webview.html = html;
    }
  }
}

// A page that is restored in the background comes to life only when it is looked at; there shall be one.
async function closeRestored(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(viewType)), true);
}

async function setFocused(focused: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'codealchemy.reviewFocused', focused);
}
