import * as vscode from 'vscode';
import { messageOf } from './server/server';

const cancelled = -32800;
const edited = -32801;

/** Runs what a command does; what goes wrong is told. A cancellation by the user is not. */
export async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (fault) {
    if (isCancelled(fault)) {
      return undefined;
    }

    const text = codeOf(fault) === edited ? 'The file was edited meanwhile. Do it again.' : messageOf(fault);
    const trust = 'Manage Trust';
    void vscode.window.showErrorMessage(text, ...(vscode.workspace.isTrusted ? [] : [trust]), 'Show Log').then((choice) =>
      choice && vscode.commands.executeCommand(choice === trust ? 'workbench.trust.manage' : 'codealchemy.showLog'));
    return undefined;
  }
}

/** Whether the user ended it. */
export function isCancelled(fault: unknown): boolean {
  return codeOf(fault) === cancelled || fault instanceof vscode.CancellationError;
}

function codeOf(fault: unknown): unknown {
  return (fault as { code?: unknown } | undefined)?.code;
}
