import * as vscode from 'vscode';
import type { Lenses } from '../lenses';
import { MemoryFiles } from '../memoryFiles';
import type { PredictionScore, PredictionTask } from '../server/protocol';
import type { Server } from '../server/server';
import { targetOf } from '../target';
import { attempt } from '../ui';
import { showTrace } from './commands';
import type { TraceSession } from './session';
import { answerOf, questionHeader, scoreText } from './text';

const scheme = 'codealchemy-answer';

type Open = { task: PredictionTask; source: vscode.Uri };

/** The user says what a program does, in a document, before its values are shown. */
export class Predictions {
  private readonly files = new MemoryFiles();
  private readonly open = new Map<string, Open>();
  private readonly changed = new vscode.EventEmitter<void>();

  constructor(private readonly server: Server, private readonly session: TraceSession, private readonly lenses: Lenses) {}

  register(context: vscode.ExtensionContext): void {
    const on = (name: string, run: (given: unknown) => Promise<unknown>) =>
      context.subscriptions.push(vscode.commands.registerCommand(`codealchemy.${name}`, (given: unknown) => attempt(() => run(given))));
    on('predict', (given) => this.ask(given));
    on('submitPrediction', () => this.submit());
    on('cancelPrediction', () => this.cancel());
    on('modelPrediction', () => this.askModel());
    context.subscriptions.push(
      this.changed,
      vscode.workspace.registerFileSystemProvider(scheme, this.files, { isCaseSensitive: true }),
      vscode.languages.registerCodeLensProvider({ scheme }, { onDidChangeCodeLenses: this.changed.event, provideCodeLenses: (document) => this.lensesOf(document) }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => attempt(() => this.closed(closed))),
    );
  }

  private async ask(given: unknown): Promise<void> {
    const target = await targetOf(given);
    const kinds = [
      { label: 'Its output', detail: 'What the program writes to standard output', what: 'output' },
      { label: 'Its trace', detail: 'Which steps it takes, with the values that change', what: 'trace' },
    ];
    const kind = target && (await vscode.window.showQuickPick(kinds, { title: 'Predict what the program does', placeHolder: 'What do you want to predict?' }));
    if (!kind) {
      return;
    }

    await this.session.close();
    const title = `Running ${vscode.workspace.asRelativePath(target.uri)} out of sight`;
    const task = await this.server.longRequest(title, 'codealchemy/predict', { textDocument: { uri: target.uri.toString() }, kind: kind.what }, vscode.ProgressLocation.Window);
    // The editor asks for its lenses again only while it has the focus, which goes to the answer now.
    await this.lenses.quiet(target.uri, 2000);
    const name = target.uri.path.split('/').at(-1) ?? '';
    const uri = vscode.Uri.from({ scheme, path: `/${task.prediction}/Prediction for ${name}.txt` });
    this.files.put(uri, questionHeader(task.question) + task.template);
    this.open.set(uri.toString(), { task, source: target.uri });
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
  }

  private async submit(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && this.open.get(document.uri.toString());
    if (!open) {
      return;
    }

    const answer = answerOf(document.getText(), questionHeader(open.task.question));
    const score = await this.server.request('codealchemy/answer', { prediction: open.task.prediction, answer });
    this.open.delete(document.uri.toString());
    this.changed.fire();
    await document.save();
    await closeTabs(document.uri);
    await showTrace(this.session, score.trace, open.source);
    await this.tell(score, answer, document.uri);
  }

  private async tell(score: PredictionScore, answer: string, uri: vscode.Uri): Promise<void> {
    const compare = 'Compare';
    const show = score.exactMatch ? vscode.window.showInformationMessage(scoreText(score)) : vscode.window.showInformationMessage(scoreText(score), compare);
    void show.then(async (choice) => {
      if (choice === compare) {
        const [yours, real] = [uri.with({ path: `${uri.path}.yours` }), uri.with({ path: `${uri.path}.real` })];
        this.files.put(yours, answer, true);
        this.files.put(real, score.expected, true);
        await vscode.commands.executeCommand('vscode.diff', yours, real, 'Your prediction ↔ what it does');
      }
    });
    return Promise.resolve();
  }

  // The model's answer is put where the user's would be, who submits it or does better.
  private async askModel(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && this.open.get(document.uri.toString());
    if (!open) {
      return;
    }

    const { answer } = await this.server.longRequest('The model predicts', 'codealchemy/modelAnswer', { prediction: open.task.prediction });
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), questionHeader(open.task.question) + answer);
    await vscode.workspace.applyEdit(edit);
  }

  private async cancel(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri && this.open.has(uri.toString())) {
      await vscode.window.activeTextEditor?.document.save();
      await closeTabs(uri);
    }
  }

  // Closing the document without an answer ends the prediction, so that the values can be seen again.
  private async closed(tabs: readonly vscode.Tab[]): Promise<void> {
    for (const tab of tabs) {
      const uri = tab.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
      const open = uri && this.open.get(uri.toString());
      if (uri && open) {
        this.open.delete(uri.toString());
        this.files.delete(uri);
        await this.server.request('codealchemy/endPrediction', { prediction: open.task.prediction, answer: '' });
      }
    }
  }

  private lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
    const open = this.open.get(document.uri.toString());
    if (!open) {
      return [];
    }

    const top = new vscode.Range(0, 0, 0, 0);
    return [
      new vscode.CodeLens(top, { title: '$(check) Submit Prediction', command: 'codealchemy.submitPrediction' }),
      new vscode.CodeLens(top, { title: '$(hubot) Let the model predict', command: 'codealchemy.modelPrediction' }),
      new vscode.CodeLens(top, { title: '$(close) Give up', command: 'codealchemy.cancelPrediction' }),
    ];
  }
}

async function closeTabs(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString()));
}
