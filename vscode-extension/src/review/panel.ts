import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { RowResult } from '../server/protocol';
import type { Server } from '../server/server';
import { attempt } from '../ui';
import type { Drafts } from './drafts';
import { actions, reviewPage, sampleHtml, type FromPage, type ToPage } from './page';
import type { Group } from './pages';
import type { RunStore } from './runStore';
import { shortTitle } from './text';

export const viewType = 'codealchemy.review';

/** The sample that is looked at. */
export type Shown = { group: Group; id: string };

const fromPage = new Set<string>([...actions.map(([name]) => name), 'source', 'trace']);

/** The one panel that shows a sample; it comes back after a reload. */
export class ReviewPanel implements vscode.WebviewPanelSerializer<Shown> {
  private readonly looked = new vscode.EventEmitter<Shown>();
  private turn = 0;
  private focused = false;
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
    // Who reads in the page already, and opens a menu meanwhile, is not drawn back into it.
    if (focus && !(this.focused && this.panel.active)) {
      this.panel.reveal(this.panel.viewColumn, false);
    }

    await this.draw(this.panel);
    this.looked.fire(shown);
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
      await this.draw(this.panel);
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
      void this.setFocused(false);
    });
    panel.onDidChangeViewState(() => void (panel.active || this.setFocused(false)));
    panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(panel, message));
    const file = (...parts: string[]) => panel.webview.asWebviewUri(vscode.Uri.joinPath(this.extension, ...parts)).toString();
    panel.webview.html = reviewPage({
      cspSource: panel.webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      style: file('media', 'review.css'),
      script: file('dist', 'review.js'),
    });
    return panel;
  }

  private async receive(panel: vscode.WebviewPanel, message: FromPage): Promise<void> {
    if (message.focused !== undefined) {
      await this.setFocused(message.focused);
      await tell(panel, { keys: message.focused });
    }

    // A page that was out of sight comes back without its sample.
    if (message.ready) {
      await this.draw(panel);
    }

    if (message.command === 'keys') {
      await vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', 'codealchemy.review');
    } else if (message.command !== undefined && fromPage.has(message.command)) {
      await vscode.commands.executeCommand(`codealchemy.review.${message.command}`);
    }
  }

  private async setFocused(focused: boolean): Promise<void> {
    this.focused = focused;
    await vscode.commands.executeCommand('setContext', 'codealchemy.reviewFocused', focused);
  }

  private async draw(panel: vscode.WebviewPanel): Promise<void> {
    const { shown } = this;
    if (!shown) {
      return;
    }

    const { result, group, id } = shown;
    const title = result.info.title;
    panel.title = shortTitle(title, 40);
    const html = sampleHtml({ result, position: await this.store.position(group, id), draft: this.drafts.has(group.run, id) });
    // While its place was looked up, another one may have been shown.
    if (shown === this.shown) {
      await tell(panel, { sample: { html, title, shown: { group, id } satisfies Shown } });
    }
  }
}

/** A page out of sight hears nothing; it asks when it is back. */
async function tell(panel: vscode.WebviewPanel, message: ToPage): Promise<void> {
  await panel.webview.postMessage(message);
}

// A page that is restored in the background comes to life only when it is looked at; there shall be one.
async function closeRestored(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(viewType)), true);
}
