import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Lenses } from '../lenses';
import type { ReviewPanel } from '../review/panel';
import type { RunsView } from '../review/runsView';
import { countText } from '../review/text';
import type { Server } from '../server/server';
import { targetOf, type Target } from '../target';
import { attempt } from '../ui';
import { Steps, type Item } from './wizard';

const strategies: Item[] = [
  { label: '$(comment-discussion) Dialogue', detail: 'A conversation about a run: what happens, why, what if', value: 'code-dialogue' },
  { label: '$(question) Questions', detail: 'Questions about values, branches, calls and output', value: 'code-qa' },
  { label: '$(tools) Task', detail: 'Fix, complete, document, test', value: 'code-dev' },
  { label: '$(list-ordered) Traces', detail: 'Texts of the whole trace', value: 'code-trace' },
];

type Asked = { target: Target; strategy: string; turns?: number; mode: string };

/** A guided generation: what of, which strategy, how many turns, who writes the words. Its samples are shown for review. */
export function registerGenerate(context: vscode.ExtensionContext, server: Server, lenses: Lenses, view: RunsView, panel: ReviewPanel): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('codealchemy.generate', (given: unknown) =>
      attempt(async () => {
        const target = await targetOf(given);
        const asked = target && (await ask(target, lenses));
        if (asked) {
          await generate(asked, server, view, panel);
        }
      })),
  );
}

async function ask(target: Target, lenses: Lenses): Promise<Asked | undefined> {
  const settings = vscode.workspace.getConfiguration('codealchemy');
  const steps = new Steps('Generate samples');
  const functions = target.function === undefined && target.strategy === undefined ? await lenses.functions(target.uri) : [];
  if (functions.length > 0) {
    steps.pick('of', 'Of what?', [
      { label: '$(file-code) The whole file', value: '' },
      ...functions.map(({ name, line }) => ({ label: `$(symbol-function) ${name}`, description: `line ${line}`, value: `${name}\n${line}` })),
    ], lenses.around(functions));
  }

  if (target.strategy === undefined) {
    const known = new Set(strategies.map(({ value }) => value));
    const others = [...lenses.strategies()].filter(([value]) => !known.has(value)).map(([value, title]) => ({ label: `$(extensions) ${title}`, detail: `By the plugin ${value}`, value }));
    steps.pick('strategy', 'Which kind?', [...strategies, ...others]);
  }

  steps.number('turns', 'How many questions?', settings.get('generate.turns', 4), 1, 20, (answers) => (target.strategy ?? answers['strategy']) === 'code-dialogue');
  steps.pick('mode', 'Who writes the words?', [
    { label: '$(beaker) Grounded', detail: 'Questions and answers are computed from runs. No model is asked.', value: 'grounded' },
    { label: '$(hubot) Model', detail: 'A model that your configuration names writes; what can be checked is checked.', value: 'model' },
  ], settings.get('generate.mode', 'grounded'));
  const answers = await steps.run();
  if (!answers) {
    return undefined;
  }

  const [name, line] = (answers['of'] ?? '').split('\n');
  return {
    target: name ? { ...target, function: name, line: Number(line) } : target,
    strategy: target.strategy ?? answers['strategy'] ?? 'code-qa',
    ...(answers['turns'] === undefined ? {} : { turns: Number(answers['turns']) }),
    mode: answers['mode'] ?? 'grounded',
  };
}

async function generate(asked: Asked, server: Server, view: RunsView, panel: ReviewPanel): Promise<void> {
  const { target, strategy, turns, mode } = asked;
  const of = target.function ?? path.basename(target.uri.path);
  const result = await server.longRequest(`Generating ${strategy} of ${of}`, 'codealchemy/generate', {
    textDocument: { uri: target.uri.toString() },
    strategy,
    mode,
    ...(target.function === undefined ? {} : { function: target.function }),
    ...(target.line === undefined ? {} : { line: target.line }),
    ...(turns === undefined ? {} : { turns }),
  });
  view.refresh();
  await vscode.commands.executeCommand('codealchemy.runs.focus', { preserveFocus: true });
  const why = result.rejects.map(({ reason, detail }) => `${reason}: ${detail}`).join('; ');
  const first = result.rows[0];
  if (!first) {
    void vscode.window.showWarningMessage(`No sample was made of ${of}. ${why || 'The strategy found nothing to ask.'}`);
    return;
  }

  await panel.show({ group: { run: result.run, strategy: first.strategy }, id: first.id });
  const rest = why === '' ? '' : ` ${countText(result.rejects.length, 'sample')} not made: ${why}`;
  vscode.window.setStatusBarMessage(`CodeAlchemy: ${countText(result.rows.length, 'sample')} of ${of}.${rest}`, 8000);
}
