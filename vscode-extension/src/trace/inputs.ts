import * as vscode from 'vscode';
import type { Server } from '../server/server';
import { splitArguments } from './arguments';

/** What a program is run with. */
export type Inputs = { case?: string; arguments?: string[]; stdin?: string };

/** Asks with what to run a file: one of its cases, or arguments and input. Undefined when the user leaves. */
export async function askInputs(server: Server, uri: vscode.Uri): Promise<Inputs | undefined> {
  const { cases } = await server.request('codealchemy/cases', { textDocument: { uri: uri.toString() } });
  const own = { label: '$(edit) Arguments and input…', name: undefined };
  const items = [...cases.map((name) => ({ label: `$(beaker) ${name}`, name })), own];
  const chosen = cases.length === 0 ? own : await vscode.window.showQuickPick(items, { title: 'Trace with', placeHolder: 'A case of the file, or your own arguments and input' });
  if (!chosen) {
    return undefined;
  }

  return chosen.name === undefined ? askOwn() : { case: chosen.name };
}

async function askOwn(): Promise<Inputs | undefined> {
  const line = await vscode.window.showInputBox({ title: 'Arguments (1/2)', placeHolder: "As on a command line: 10 'two words'", prompt: 'Empty for none.' });
  if (line === undefined) {
    return undefined;
  }

  const stdin = await vscode.window.showInputBox({ title: 'Standard input (2/2)', placeHolder: '\\n begins a new line', prompt: 'Empty for none.' });
  return stdin === undefined ? undefined : { arguments: splitArguments(line), stdin: stdin.replace(/\\n/g, '\n') };
}
