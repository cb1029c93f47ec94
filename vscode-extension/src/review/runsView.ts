import * as vscode from 'vscode';
import type { RejectInfo, RowInfo, RunInfo } from '../server/protocol';
import type { Server } from '../server/server';
import { attempt } from '../ui';
import type { Group } from './pages';
import type { RunStore } from './runStore';
import { countText, reviewDetail, reviewText, rowIcon, runIcon, shortTitle } from './text';

export type RunNode =
  | { kind: 'run'; info: RunInfo }
  | { kind: 'group'; group: Group; rows: number }
  | { kind: 'row'; group: Group; row: RowInfo }
  | { kind: 'rejects'; info: RunInfo }
  | { kind: 'reject'; reject: RejectInfo; index: number; run: string }
  | { kind: 'more'; group: Group; rejects: boolean };

/** The tree of runs: their samples by strategy, and their rejects. */
export class RunsView implements vscode.TreeDataProvider<RunNode> {
  private readonly changed = new vscode.EventEmitter<RunNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private view: vscode.TreeView<RunNode> | undefined;
  private reading: Promise<void> = Promise.resolve();
  private waiting = false;
  private readonly drawn = new Map<string, { node: RunNode | undefined; nodes: string }>();

  constructor(private readonly server: Server, private readonly store: RunStore) {}

  register(context: vscode.ExtensionContext): void {
    const view = vscode.window.createTreeView<RunNode>('codealchemy.runs', { treeDataProvider: this, showCollapseAll: true, canSelectMany: true });
    this.view = view;
    context.subscriptions.push(
      view,
      this.changed,
      this.server.onState(({ state }) => {
        if (state === 'ready') {
          this.redraw();
          this.refresh();
        }
      }),
      this.server.onReviews(() => this.refresh()),
      vscode.commands.registerCommand('codealchemy.refreshRuns', () => this.refresh()),
      vscode.commands.registerCommand('codealchemy.filterRows', () => attempt(() => this.askFilter())),
      vscode.commands.registerCommand('codealchemy.clearFilter', () => this.setFilter({})),
      vscode.commands.registerCommand('codealchemy.moreRows', (group: Group, rejects: boolean) =>
        attempt(async () => {
          await (rejects ? this.store.moreRejects(group.run) : this.store.more(group));
          this.redraw();
        })),
    );
    watch(context, () => this.refresh());
  }

  /**
   * Reads again what is shown, and draws it when it is different: a click that meets a list while it is drawn is lost by the workbench.
   * Who asks while it is being read is served by one more reading.
   */
  refresh(): void {
    if (this.waiting) {
      return;
    }

    this.waiting = true;
    this.reading = this.reading.then(async () => {
      this.waiting = false;
      if (this.server.state.state === 'ready' && (await this.isOutdated())) {
        this.redraw();
      }
    });
  }

  /** Selects a sample in the list, if the list is in sight and has read it. */
  async follow(run: string, id: string): Promise<void> {
    const row = this.view?.visible ? this.store.known(run, id) : undefined;
    // Whoever has selected it already, perhaps with others, keeps the selection.
    const selected = this.view?.selection.some((node) => node.kind === 'row' && node.group.run === run && node.row.id === id);
    if (this.view && row && !selected) {
      const node: RunNode = { kind: 'row', group: { run, strategy: row.strategy }, row };
      await this.view.reveal(node, { select: true, focus: false });
    }
  }

  getParent(node: RunNode): RunNode | undefined {
    const info = node.kind === 'row' || node.kind === 'group' ? this.store.runs.find(({ run }) => run === node.group.run) : undefined;
    switch (node.kind) {
      case 'row':
        return { kind: 'group', group: node.group, rows: info?.groups.find(({ strategy }) => strategy === node.group.strategy)?.rows ?? 0 };
      case 'group':
        return info && { kind: 'run', info };
      default:
        return undefined;
    }
  }

  /** Shows what the store knows. */
  redraw(): void {
    this.drawn.clear();
    this.changed.fire(undefined);
  }

  async getChildren(node?: RunNode): Promise<RunNode[]> {
    if (this.server.state.state !== 'ready') {
      return [];
    }

    try {
      const nodes = await this.children(node);
      this.drawn.set(JSON.stringify(node ?? null), { node, nodes: JSON.stringify(nodes) });
      return nodes;
    } catch (fault) {
      void attempt(() => Promise.reject(fault instanceof Error ? fault : new Error(String(fault))));
      return [];
    }
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    switch (node.kind) {
      case 'run':
        return runItem(node.info);
      case 'group':
        return groupItem(node.group, node.rows);
      case 'row':
        return rowItem(node);
      case 'rejects':
        return rejectsItem(node.info);
      case 'reject':
        return rejectItem(node.reject, node.index, node.run);
      case 'more': {
        const item = new vscode.TreeItem('More…');
        item.iconPath = new vscode.ThemeIcon('ellipsis');
        item.command = { command: 'codealchemy.moreRows', title: 'More', arguments: [node.group, node.rejects] };
        return item;
      }
    }
  }

  private async children(node?: RunNode): Promise<RunNode[]> {
    switch (node?.kind) {
      case undefined:
        return (await this.store.load()).map((info) => ({ kind: 'run', info }));
      case 'run': {
        const { info } = node;
        const groups = info.groups.map(({ strategy, rows }): RunNode => ({ kind: 'group', group: { run: info.run, strategy }, rows }));
        return [...groups, ...(info.rejects > 0 ? [{ kind: 'rejects', info } as const] : [])];
      }
      case 'group': {
        const { items, more } = await this.store.rows(node.group);
        return [...items.map((row): RunNode => ({ kind: 'row', group: node.group, row })), ...moreNode(more, node.group, false)];
      }
      case 'rejects': {
        const { run } = node.info;
        const { items, more } = await this.store.rejects(run);
        return [...items.map((reject, index): RunNode => ({ kind: 'reject', reject, index, run })), ...moreNode(more, { run }, true)];
      }
      default:
        return [];
    }
  }

  private async isOutdated(): Promise<boolean> {
    await this.store.renew();
    for (const { node, nodes } of this.drawn.values()) {
      // What can't be read any more is told when it is drawn.
      const now = await this.children(node).then(JSON.stringify, () => '');
      if (now !== nodes) {
        return true;
      }
    }

    return this.drawn.size === 0;
  }

  private async askFilter(): Promise<void> {
    const decisions = ['undecided', 'accepted', 'edited', 'rejected', 'skipped', 'flagged'];
    const choices = [{ label: '$(search) Text…', decision: '' }, ...decisions.map((decision) => ({ label: decision, decision }))];
    const chosen = await vscode.window.showQuickPick(choices, { title: 'Show only samples that are', placeHolder: 'A decision, or a text in the sample' });
    const text = chosen?.decision === '' ? await vscode.window.showInputBox({ title: 'Show only samples with the text' }) : undefined;
    if (chosen && (chosen.decision !== '' || text)) {
      await this.setFilter(chosen.decision === '' ? { text: text ?? '' } : chosen.decision === 'flagged' ? { flagged: true } : { decision: chosen.decision });
    }
  }

  private async setFilter(filter: RunStore['filter']): Promise<void> {
    this.store.filter = filter;
    const words = filter.flagged ? 'flagged' : filter.text === undefined ? filter.decision : `"${filter.text}"`;
    if (this.view) {
      this.view.description = words === undefined ? '' : `only ${words}`;
    }

    await vscode.commands.executeCommand('setContext', 'codealchemy.rowsFiltered', words !== undefined);
    this.store.forget();
    this.redraw();
  }
}

function moreNode(more: boolean, group: Group, rejects: boolean): RunNode[] {
  return more ? [{ kind: 'more', group, rejects }] : [];
}

function runItem(info: RunInfo): vscode.TreeItem {
  const item = new vscode.TreeItem(info.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = info.run;
  const description = reviewText(info.rows, info.reviewed);
  item.description = description;
  item.tooltip = [info.run, `${info.state}; ${countText(info.rows, 'sample')}, ${countText(info.rejects, 'reject')}`, reviewDetail(info.reviewed), ...info.issues].join('\n');
  item.contextValue = 'run';
  item.iconPath = new vscode.ThemeIcon(runIcon(info.state));
  item.accessibilityInformation = { label: `Run ${info.name}, ${info.state}, ${description}` };
  return item;
}

function groupItem(group: Group, rows: number): vscode.TreeItem {
  const item = new vscode.TreeItem(group.strategy ?? '', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${group.run}\n${group.strategy ?? ''}`;
  item.description = countText(rows, 'sample');
  item.iconPath = new vscode.ThemeIcon('list-tree');
  return item;
}

function rowItem(node: Extract<RunNode, { kind: 'row' }>): vscode.TreeItem {
  const { row, group } = node;
  const item = new vscode.TreeItem(shortTitle(row.title, 60));
  item.tooltip = row.title;
  item.id = `${group.run}\n${row.id}`;
  const description = `${row.language}, ${row.decision}${row.flagged ? ', flagged' : ''}`;
  item.description = description;
  item.contextValue = 'row';
  const [icon, color] = rowIcon(row);
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.command = { command: 'codealchemy.openReview', title: 'Review', arguments: [node] };
  item.accessibilityInformation = { label: `Sample ${row.title}, ${description}` };
  return item;
}

function rejectsItem(info: RunInfo): vscode.TreeItem {
  const item = new vscode.TreeItem('Rejects', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${info.run}\nrejects`;
  item.description = info.reasons.map(({ reason, count }) => `${count} ${reason}`).join(', ');
  item.tooltip = item.description;
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  return item;
}

function rejectItem(reject: RejectInfo, index: number, run: string): vscode.TreeItem {
  const item = new vscode.TreeItem(reject.path);
  item.id = `${run}\nreject\n${index}`;
  item.description = `${reject.strategy ? `${reject.strategy}: ` : ''}${reject.reason}`;
  item.tooltip = `${reject.path}\nstage ${reject.stage}: ${reject.reason}\n${reject.detail}`;
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  return item;
}

// Runs begin and end outside of the editor, too.
function watch(context: vscode.ExtensionContext, refresh: () => void): void {
  const watcher = vscode.workspace.createFileSystemWatcher('**/{ledger.json,reviews.jsonl}');
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    if (vscode.workspace.getConfiguration('codealchemy').get<boolean>('runs.watch', true)) {
      clearTimeout(timer);
      timer = setTimeout(refresh, 400);
    }
  };
  context.subscriptions.push(watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon), new vscode.Disposable(() => clearTimeout(timer)));
}
