import * as vscode from 'vscode';
import type { TraceInfo } from '../server/protocol';
import type { Server } from '../server/server';
import { targetOf, type Target } from '../target';
import { attempt } from '../ui';
import { askInputs, type Inputs } from './inputs';
import type { TraceSession } from './session';
import type { Move } from './steps';
import { endText, stepText } from './text';

const moves: Move[] = ['forward', 'back', 'over', 'overBack', 'out', 'first', 'last'];
const renderings = ['compact', 'table', 'narrative', 'scratchpad', 'cwm', 'tutor', 'published'];

/** Commands that trace, step and show a trace. */
export function registerTraceCommands(context: vscode.ExtensionContext, server: Server, session: TraceSession): void {
  const on = (name: string, run: (...given: unknown[]) => Promise<unknown>) =>
    context.subscriptions.push(vscode.commands.registerCommand(`codealchemy.${name}`, (...given: unknown[]) => attempt(() => run(...given))));
  on('trace', async (given) => {
    const target = await targetOf(given);
    return target && trace(server, session, target, {});
  });
  on('traceWith', async (given) => {
    const target = await targetOf(given);
    const inputs = target && (await askInputs(server, target.uri));
    return inputs && trace(server, session, target, inputs);
  });
  moves.forEach((move) => on(`step.${move}`, () => session.move(move)));
  on('step.goto', () => gotoStep(session));
  on('step.line', () => gotoLine(session));
  on('stopTrace', () => session.close());
  on('showRendering', () => showRendering(server, session));
}

/** Shows a trace that was made: in the view and in the editor. */
export async function showTrace(session: TraceSession, info: TraceInfo, uri: vscode.Uri, at?: { function: string; line?: number }): Promise<void> {
  if (info.steps === 0) {
    await session.close();
    void vscode.window.showWarningMessage([`There is no trace: ${endText(info)}.`, ...info.notes].join(' '));
    return;
  }

  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preserveFocus: false, preview: false });
  await vscode.commands.executeCommand('codealchemy.trace.focus', { preserveFocus: true });
  if (!(await session.begin(info, uri, at)) && at) {
    void vscode.window.showInformationMessage(`${at.function} was not called in this run; the trace begins at its first step.`);
  }

  await vscode.window.showTextDocument(document, { preserveFocus: false, preview: false });
}

async function trace(server: Server, session: TraceSession, target: Target, inputs: Inputs): Promise<void> {
  const title = `Tracing ${vscode.workspace.asRelativePath(target.uri)}`;
  const info = await server.longRequest(title, 'codealchemy/trace', { textDocument: { uri: target.uri.toString() }, ...inputs }, vscode.ProgressLocation.Window);
  await showTrace(session, info, target.uri, target.function === undefined ? undefined : { function: target.function, ...(target.line === undefined ? {} : { line: target.line }) });
}

async function gotoStep(session: TraceSession): Promise<void> {
  const open = session.current;
  if (!open) {
    return;
  }

  const { total } = open.state;
  const wrong = (text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= total ? undefined : `A number from 1 to ${total}.`;
  const answer = await vscode.window.showInputBox({ title: `Go to step (${stepText(open.state)})`, value: String(open.state.step + 1), validateInput: wrong });
  if (answer !== undefined) {
    await session.goto(Number(answer) - 1);
  }
}

async function gotoLine(session: TraceSession): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = session.current;
  if (!open || !editor) {
    return;
  }

  if (editor.document.uri.toString() !== open.uri.toString()) {
    void vscode.window.showInformationMessage(`The open trace is of ${vscode.workspace.asRelativePath(open.uri)}; put the cursor on a line of it.`);
    return;
  }

  const line = editor.selection.active.line + 1;
  if (!(await session.gotoLine(line))) {
    void vscode.window.showInformationMessage(`The run did not come to line ${line}.`);
  }
}

async function showRendering(server: Server, session: TraceSession): Promise<void> {
  const open = session.current;
  const rendering = open && (await vscode.window.showQuickPick(renderings, { title: 'Show the trace as text', placeHolder: 'Rendering' }));
  if (!rendering) {
    return;
  }

  const { text } = await server.request('codealchemy/render', { trace: open.info.trace, rendering });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: rendering === 'tutor' ? 'json' : 'plaintext' }), {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}
