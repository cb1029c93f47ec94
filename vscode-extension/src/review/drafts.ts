import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Message } from '../server/protocol';
import { writeDraft } from './draftText';

/** Which sample a draft is of, and its messages when the draft was begun. */
export type DraftOf = { run: string; id: string; title: string; messages: Message[] };

const suffix = '.codealchemy-draft.md';

/** Edits that are not accepted yet: files of the extension, so that they outlive the window. */
export class Drafts {
  constructor(private readonly folder: vscode.Uri, private readonly state: vscode.Memento) {}

  uri(run: string, id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, 'drafts', createHash('sha256').update(`${run}\n${id}`).digest('hex').slice(0, 20) + suffix);
  }

  /** The draft of a sample; begun from its messages when there is none. */
  async open(of: DraftOf): Promise<vscode.Uri> {
    const uri = this.uri(of.run, of.id);
    if (!this.has(of.run, of.id)) {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(writeDraft(of.messages)));
      await this.state.update(keyOf(uri), of);
    }

    return uri;
  }

  has(run: string, id: string): boolean {
    return this.of(this.uri(run, id)) !== undefined;
  }

  of(uri: vscode.Uri): DraftOf | undefined {
    return uri.path.endsWith(suffix) ? this.state.get<DraftOf>(keyOf(uri)) : undefined;
  }

  async remove(uri: vscode.Uri): Promise<void> {
    await this.state.update(keyOf(uri), undefined);
    await vscode.workspace.fs.delete(uri);
  }
}

function keyOf(uri: vscode.Uri): string {
  return `draft:${uri.path.split('/').at(-1) ?? ''}`;
}
