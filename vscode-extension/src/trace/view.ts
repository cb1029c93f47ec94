import * as vscode from 'vscode';
import type { Frame, Variable } from '../server/protocol';
import type { OpenTrace, TraceSession } from './session';
import { endText, momentText, oneLine, stepText, variableText } from './text';

type Node =
  | { kind: 'moment'; open: OpenTrace }
  | { kind: 'frame'; frame: Frame; top: boolean }
  | { kind: 'variable'; variable: Variable; frame: number }
  | { kind: 'output'; stream: 'stdout' | 'stderr'; text: string }
  | { kind: 'text'; text: string; id: string };

/** The view of the open trace: its moment, its frames with their variables, and what was written so far. */
export class TraceView implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly session: TraceSession) {}

  register(context: vscode.ExtensionContext): void {
    const view = vscode.window.createTreeView<Node>('codealchemy.trace', { treeDataProvider: this, showCollapseAll: false });
    context.subscriptions.push(
      view,
      this.changed,
      this.session.onChange((open) => {
        view.description = open ? `${vscode.workspace.asRelativePath(open.uri)} · ${stepText(open.state)}` : '';
        view.message = open ? messageOf(open) : '';
        this.changed.fire();
      }),
      vscode.commands.registerCommand('codealchemy.copyValue', (node?: Node) =>
        node?.kind === 'variable' ? vscode.env.clipboard.writeText(node.variable.value) : undefined,
      ),
    );
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return this.session.current ? roots(this.session.current) : [];
    }

    switch (node.kind) {
      case 'frame':
        return node.frame.variables.map((variable) => ({ kind: 'variable', variable, frame: node.frame.frame }));
      case 'output':
        return node.text.replace(/\r?\n$/, '').split(/\r?\n/).map((text, index) => ({ kind: 'text', text, id: `${node.stream}-${index}` }));
      default:
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'moment':
        return momentItem(node.open);
      case 'frame':
        return frameItem(node.frame, node.top);
      case 'variable':
        return variableItem(node.variable, node.frame);
      case 'output':
        return outputItem(node.stream, node.text);
      case 'text': {
        const item = new vscode.TreeItem(node.text === '' ? ' ' : node.text);
        item.id = node.id;
        return item;
      }
    }
  }
}

function roots(open: OpenTrace): Node[] {
  const { state } = open;
  return [
    { kind: 'moment', open },
    ...state.frames.map((frame, index): Node => ({ kind: 'frame', frame, top: index === 0 })),
    ...(['stdout', 'stderr'] as const).filter((stream) => state[stream] !== '').map((stream): Node => ({ kind: 'output', stream, text: state[stream] })),
  ];
}

function messageOf(open: OpenTrace): string {
  const lines = [...(open.stale ? ['The file was edited since: trace it again to see its values.'] : []), ...open.info.notes];
  return lines.join('\n');
}

const momentIcons: Record<string, string> = { call: 'arrow-small-right', line: 'debug-stackframe', return: 'arrow-small-left', exception: 'zap', catch: 'shield', output: 'terminal', input: 'keyboard', truncated: 'warning' };

function momentItem(open: OpenTrace): vscode.TreeItem {
  const last = open.state.step === open.state.total - 1;
  const item = new vscode.TreeItem(momentText(open.state));
  item.id = 'moment';
  item.description = last ? `end: ${endText(open.info)}` : '';
  item.iconPath = new vscode.ThemeIcon(momentIcons[open.state.kind] ?? 'circle-outline');
  item.tooltip = `${stepText(open.state)}: ${momentText(open.state)}\nThe run ended: ${endText(open.info)}`;
  return item;
}

function frameItem(frame: Frame, top: boolean): vscode.TreeItem {
  const state = frame.variables.length === 0
    ? vscode.TreeItemCollapsibleState.None
    : top ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(frame.function, state);
  // The innermost frame has an id of its own, so that it opens again when control comes back to it; so has one without variables.
  item.id = `frame-${frame.frame}${top ? '-top' : ''}${frame.variables.length === 0 ? '-empty' : ''}`;
  item.description = frame.file === undefined ? `line ${frame.line}` : `${frame.file}:${frame.line}`;
  item.iconPath = new vscode.ThemeIcon(top ? 'debug-stackframe-active' : 'debug-stackframe');
  return item;
}

function variableItem(variable: Variable, frame: number): vscode.TreeItem {
  const item = new vscode.TreeItem(variable.name);
  item.id = `variable-${frame}-${variable.name}`;
  item.description = `= ${oneLine(variable.value, 120)}`;
  item.contextValue = 'variable';
  item.iconPath = variable.changed
    ? new vscode.ThemeIcon('debug-breakpoint-data', new vscode.ThemeColor('gitDecoration.modifiedResourceForeground'))
    : new vscode.ThemeIcon('symbol-variable');
  item.tooltip = new vscode.MarkdownString().appendCodeblock(variableText(variable));
  item.accessibilityInformation = { label: variableText(variable) };
  return item;
}

function outputItem(stream: string, text: string): vscode.TreeItem {
  const item = new vscode.TreeItem(stream === 'stdout' ? 'Output' : 'Errors', vscode.TreeItemCollapsibleState.Expanded);
  item.id = `output-${stream}`;
  item.description = oneLine(text.trimEnd().split('\n').at(-1) ?? '', 60);
  item.iconPath = new vscode.ThemeIcon(stream === 'stdout' ? 'terminal' : 'error');
  return item;
}
