import * as vscode from 'vscode';
import type { PluginInfo } from '../server/protocol';
import type { Server } from '../server/server';
import { attempt } from '../ui';

/** The list of plugins, with their state, and their installation. */
export class PluginsView implements vscode.TreeDataProvider<PluginInfo> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly server: Server) {}

  register(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
      this.changed,
      vscode.window.registerTreeDataProvider('codealchemy.plugins', this),
      this.server.onState(() => this.changed.fire()),
      vscode.commands.registerCommand('codealchemy.plugins.refresh', () => this.changed.fire()),
      vscode.commands.registerCommand('codealchemy.plugins.install', () => attempt(() => this.install())),
    );
  }

  async getChildren(): Promise<PluginInfo[]> {
    if (this.server.state.state !== 'ready') {
      return [];
    }

    return (await attempt(() => this.server.request('codealchemy/plugins', {})))?.plugins ?? [];
  }

  getTreeItem(plugin: PluginInfo): vscode.TreeItem {
    const item = new vscode.TreeItem(plugin.name);
    const good = plugin.state === 'ready';
    item.description = `${plugin.kind} ${plugin.version ?? ''}${plugin.layer === 'built-in' ? '' : `, ${plugin.layer}`}${good ? '' : `: ${plugin.state}`}`;
    item.tooltip = [`${plugin.id} ${plugin.version ?? ''} (${plugin.kind}, ${plugin.layer}): ${plugin.state}`, plugin.detail ?? ''].filter((line) => line !== '').join('\n');
    item.iconPath = good ? new vscode.ThemeIcon(plugin.kind === 'language' ? 'symbol-namespace' : 'extensions') : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    return item;
  }

  private async install(): Promise<void> {
    const source = await askSource();
    if (source === undefined) {
      return;
    }

    let result = await this.server.request('codealchemy/installPlugin', { source });
    if (result.question) {
      const install = 'Install';
      const detail = [result.question.text, ...result.question.runs, ...result.question.needs].join('\n');
      if ((await vscode.window.showWarningMessage(`Install the plugin from ${source}?`, { modal: true, detail }, install)) !== install) {
        return;
      }

      result = await this.server.request('codealchemy/installPlugin', { source, consent: true });
    }

    this.changed.fire();
    if (result.installed) {
      void vscode.window.showInformationMessage(`${[result.installed.id, result.installed.version].filter(Boolean).join(' ')} is installed.`);
    }
  }
}

async function askSource(): Promise<string | undefined> {
  const folder = { label: '$(folder) A folder…', how: 'folder' };
  const text = { label: '$(link) A path, archive or address…', how: 'text' };
  const chosen = await vscode.window.showQuickPick([folder, text], { title: 'Install a plugin from' });
  if (chosen?.how === 'folder') {
    const found = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: 'Install' });
    return found?.[0]?.fsPath;
  }

  const typed = chosen && (await vscode.window.showInputBox({ title: 'Install a plugin from', prompt: 'A folder, an archive, or its address' }));
  return typed?.trim() === '' ? undefined : typed?.trim();
}
