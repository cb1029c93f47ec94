import * as vscode from 'vscode';
import type { Decision, Message, Requests, RowInfo } from '../server/protocol';
import { messageOf, type Server } from '../server/server';
import { attempt } from '../ui';
import type { ReviewPanel, Shown } from './panel';
import type { Group } from './pages';
import type { RunStore } from './runStore';
import type { RunNode, RunsView } from './runsView';
import { countText, shortTitle } from './text';

const reasons = ['Wrong answer', 'Unclear question', 'Answer can’t be known from the question', 'Too easy', 'Repeats another sample', 'Poor wording'];

/** Decides about samples, and goes from one to the next. */
export class Reviews {
  constructor(
    private readonly server: Server,
    private readonly store: RunStore,
    private readonly panel: ReviewPanel,
    private readonly view: RunsView,
  ) {}

  register(context: vscode.ExtensionContext): void {
    const on = (name: string, run: (given: unknown, all: unknown) => Promise<unknown>) =>
      context.subscriptions.push(vscode.commands.registerCommand(`codealchemy.${name}`, (given: unknown, all: unknown) => attempt(() => run(given, all))));
    const onRows = (decision: Decision) =>
      on(`rows.${decision}`, (given, all) => this.decideMany(decision, (Array.isArray(all) ? all : [given]) as RunNode[]));
    (['accept', 'reject', 'skip', 'flag', 'unflag'] as const).forEach(onRows);
    on('openReview', (given) => this.open(given as RunNode));
    on('review.accept', () => this.decide('accept'));
    on('review.skip', () => this.decide('skip'));
    on('review.reject', () => this.reject());
    on('review.flag', () => this.flag());
    on('review.undo', (given) => this.history('undo', given as RunNode | undefined));
    on('review.redo', (given) => this.history('redo', given as RunNode | undefined));
    on('review.next', () => this.go((group, id) => this.store.neighbour(group, id, 1), 'This is the last sample.'));
    on('review.previous', () => this.go((group, id) => this.store.neighbour(group, id, -1), 'This is the first sample.'));
    on('review.nextUndecided', () => this.go((group, id) => this.store.nextUndecided(group, id), 'No sample here is undecided any more.'));
  }

  /** Writes a decision about the sample that is shown, or about another one, and opens the next one. */
  async decide(decision: Decision, more: { reason?: string; messages?: Message[] } = {}, about: Shown | undefined = this.panel.current): Promise<void> {
    if (!about) {
      return;
    }

    const { run } = about.group;
    const row = await this.write(run, { id: about.id, decision, ...more, ...digestOf(about, this.panel) });
    this.view.redraw();
    const goOn = decision !== 'flag' && decision !== 'unflag' && vscode.workspace.getConfiguration('codealchemy').get('review.openNext', true);
    const next = goOn ? await this.store.nextUndecided(about.group, about.id) : undefined;
    await this.panel.show({ group: about.group, id: (next ?? row).id }, goOn);
    vscode.window.setStatusBarMessage(`CodeAlchemy: ${row.decision}${row.flagged ? ', flagged' : ''}: ${shortTitle(row.title, 50)}`, 5000);
  }

  /** The same decision about every sample that is selected in the list; each one can be undone by itself. */
  private async decideMany(decision: Decision, nodes: readonly RunNode[]): Promise<void> {
    const chosen = nodes.filter((node) => node.kind === 'row');
    const reason = decision === 'reject' && chosen.length > 0 ? await askReason(chosen.length) : undefined;
    if (chosen.length === 0 || (decision === 'reject' && reason === undefined)) {
      return;
    }

    const refused: string[] = [];
    await vscode.window.withProgress({ location: { viewId: 'codealchemy.runs' } }, async () => {
      for (const { group, row } of chosen) {
        try {
          await this.write(group.run, { id: row.id, decision, digest: row.digest, ...(reason === undefined ? {} : { reason }) });
        } catch (fault) {
          refused.push(`${shortTitle(row.title, 40)}: ${messageOf(fault)}`);
        }
      }
    });
    this.view.redraw();
    await this.panel.refresh();
    const done = countText(chosen.length - refused.length, 'sample');
    if (refused.length > 0) {
      throw new Error(`${done} decided, ${refused.length} not. ${refused[0] ?? ''}`);
    }

    vscode.window.setStatusBarMessage(`CodeAlchemy: ${decision}: ${done}`, 5000);
  }

  private async write(run: string, decision: Omit<Requests['codealchemy/decide'][0], 'run'>): Promise<RowInfo> {
    const row = await this.server.request('codealchemy/decide', { run, ...decision });
    this.store.patch(run, row);
    return row;
  }

  private async open(node: RunNode): Promise<void> {
    if (node.kind === 'row') {
      await this.panel.show({ group: node.group, id: node.row.id });
    }
  }

  private async reject(): Promise<void> {
    const about = this.panel.current;
    const reason = about && (await askReason());
    if (reason !== undefined) {
      await this.decide('reject', { reason }, about);
    }
  }

  private flag(): Promise<void> {
    return this.decide(this.panel.current?.result.info.flagged ? 'unflag' : 'flag');
  }

  private async history(which: 'undo' | 'redo', node: RunNode | undefined): Promise<void> {
    const run = node?.kind === 'run' ? node.info.run : this.panel.current?.group.run;
    if (run === undefined) {
      void vscode.window.showInformationMessage('Open a sample first: decisions belong to its run.');
      return;
    }

    const { row } = await this.store.history(run, which);
    this.view.redraw();
    if (!row) {
      vscode.window.setStatusBarMessage(`CodeAlchemy: there is nothing to ${which}.`, 5000);
      return;
    }

    // What was undone is shown, within its own group.
    await this.panel.show({ group: { run, strategy: row.strategy }, id: row.id });
  }

  private async go(find: (group: Group, id: string) => Promise<{ id: string } | undefined>, none: string): Promise<void> {
    const shown = this.panel.current;
    const row = shown && (await find(shown.group, shown.id));
    if (shown && row) {
      await this.panel.show({ group: shown.group, id: row.id });
    } else if (shown) {
      vscode.window.setStatusBarMessage(`CodeAlchemy: ${none}`, 5000);
    }
  }
}

// A decision is about what is on the screen: a sample that was made again meanwhile is refused.
function digestOf(about: Shown, panel: ReviewPanel): { digest?: string } {
  const shown = panel.current;
  return shown?.id === about.id && shown.group.run === about.group.run ? { digest: shown.result.info.digest } : {};
}

/** Asks why: one of the usual reasons, or whatever is typed. */
function askReason(count = 1): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = count === 1 ? 'Reject this sample: why?' : `Reject ${count} samples: why?`;
  pick.placeholder = 'Choose a reason, or type your own';
  const usual = reasons.map((label) => ({ label }));
  pick.items = usual;
  pick.onDidChangeValue((value) => {
    const own = value.trim();
    pick.items = own === '' || reasons.includes(own) ? usual : [...usual, { label: own, description: 'your own words', alwaysShow: true }];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
