import * as vscode from 'vscode';
import type { Server } from './server';
import { statusText } from './state';

/** The item in the status bar; a click offers what can be done about it. */
export function showStatus(context: vscode.ExtensionContext, server: Server, log: vscode.LogOutputChannel): void {
  const item = vscode.window.createStatusBarItem('codealchemy.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'CodeAlchemy';
  item.command = 'codealchemy.showStatus';
  const update = () => {
    const { text, tooltip, warning, error } = statusText(server.state);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip, role: 'button' };
    item.backgroundColor = error
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : warning
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
  };
  update();
  item.show();
  context.subscriptions.push(
    item,
    server.onState(update),
    vscode.commands.registerCommand('codealchemy.showStatus', () => offer(server, log)),
    vscode.commands.registerCommand('codealchemy.showLog', () => log.show()),
    vscode.commands.registerCommand('codealchemy.restartServer', () => server.start()),
  );
}

async function offer(server: Server, log: vscode.LogOutputChannel): Promise<void> {
  const { state, reason, trusted } = server.state;
  const choices = [
    { label: '$(debug-restart) Restart the server', run: () => server.start() },
    { label: '$(output) Show the log', run: () => log.show() },
    { label: '$(gear) Settings', run: () => vscode.commands.executeCommand('workbench.action.openSettings', 'codealchemy') },
    ...(trusted ? [] : [{ label: '$(shield) Manage trust', run: () => vscode.commands.executeCommand('workbench.trust.manage') }]),
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: `CodeAlchemy: ${state}`, placeHolder: reason });
  await Promise.resolve(chosen?.run());
}
