import * as vscode from 'vscode';
import type { OpenTrace, TraceSession } from './session';
import { currentValues, lineOf, stepText } from './text';

/** Marks the line of the current step in the editor, with its values, and says the step in the status bar. */
export function showSteps(context: vscode.ExtensionContext, session: TraceSession): void {
  const line = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('codealchemy.currentLineBackground'),
    overviewRulerColor: new vscode.ThemeColor('codealchemy.currentLineBackground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    light: { gutterIconPath: context.asAbsolutePath('media/step-light.svg') },
    dark: { gutterIconPath: context.asAbsolutePath('media/step-dark.svg') },
    gutterIconSize: 'contain',
    after: { color: new vscode.ThemeColor('codealchemy.currentValueForeground'), margin: '0 0 0 2em', fontStyle: 'italic' },
  });
  const item = vscode.window.createStatusBarItem('codealchemy.step', vscode.StatusBarAlignment.Left, 9);
  item.name = 'CodeAlchemy Trace Step';
  item.command = 'codealchemy.step.goto';

  const paint = (open: OpenTrace | undefined) => {
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(line, open && !open.stale && editor.document.uri.toString() === open.uri.toString() ? marksOf(open, editor) : []);
    }
  };
  const update = (open: OpenTrace | undefined) => {
    paint(open);
    if (!open) {
      item.hide();
      return;
    }

    item.text = `$(debug-stackframe) ${stepText(open.state)}`;
    item.tooltip = `Trace of ${vscode.workspace.asRelativePath(open.uri)}: go to a step`;
    item.accessibilityInformation = { label: `Trace, ${stepText(open.state)}`, role: 'button' };
    item.show();
    reveal(open);
  };
  context.subscriptions.push(
    line,
    item,
    session.onChange(update),
    vscode.window.onDidChangeVisibleTextEditors(() => paint(session.current)),
    vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges }) => {
      const open = session.current;
      if (contentChanges.length > 0 && open?.uri.toString() === document.uri.toString()) {
        await session.edited();
      }
    }),
  );
}

function marksOf(open: OpenTrace, editor: vscode.TextEditor): vscode.DecorationOptions[] {
  const line = lineOf(open.state);
  if (line < 1 || line > editor.document.lineCount) {
    return [];
  }

  const values = vscode.workspace.getConfiguration('codealchemy').get<boolean>('trace.currentValues', true) ? currentValues(open.state) : '';
  return [{ range: editor.document.lineAt(line - 1).range, ...(values === '' ? {} : { renderOptions: { after: { contentText: values } } }) }];
}

function reveal(open: OpenTrace): void {
  const line = lineOf(open.state);
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document.uri.toString() === open.uri.toString());
  if (editor && line >= 1 && line <= editor.document.lineCount) {
    editor.revealRange(editor.document.lineAt(line - 1).range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
