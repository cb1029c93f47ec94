import * as vscode from 'vscode';
import type { Server } from '../server/server';
import { writeDraft } from './draftText';

export const scheme = 'codealchemy-original';

/** The file that shows a sample's words as they stand in the data. */
export function originalOf(run: string, id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: '/original.md', query: JSON.stringify({ run, id }) });
}

/** Samples as files that can't be written. Files and not documents, because an editor over them comes back after a reload. */
export class OriginalFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly server: Server) {}

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { run, id } = JSON.parse(uri.query) as { run: string; id: string };
    return new TextEncoder().encode(writeDraft((await this.server.request('codealchemy/row', { run, id })).row.messages));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: length, permissions: vscode.FilePermission.Readonly };
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
