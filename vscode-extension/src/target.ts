import * as vscode from 'vscode';

/** A file, and perhaps a function of it and a strategy: what lenses carry. */
export type Target = { uri: vscode.Uri; function?: string; line?: number; strategy?: string };

/** Reads what a lens, a menu or nobody gave: without anything, the active editor. */
export async function targetOf(given: unknown): Promise<Target | undefined> {
  if (given instanceof vscode.Uri) {
    return opened({ uri: given });
  }

  const lens = given as { uri?: unknown; function?: unknown; line?: unknown; strategy?: unknown } | undefined;
  if (typeof lens?.uri === 'string') {
    return opened({
      uri: vscode.Uri.parse(lens.uri),
      ...(typeof lens.function === 'string' ? { function: lens.function } : {}),
      ...(typeof lens.line === 'number' ? { line: lens.line } : {}),
      ...(typeof lens.strategy === 'string' ? { strategy: lens.strategy } : {}),
    });
  }

  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme === 'file') {
    return { uri };
  }

  void vscode.window.showInformationMessage('Open a source file first: what is in the active editor is run.');
  return undefined;
}

// The server knows open documents only.
async function opened(target: Target): Promise<Target> {
  await vscode.workspace.openTextDocument(target.uri);
  return target;
}
