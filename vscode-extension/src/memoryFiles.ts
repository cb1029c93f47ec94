import * as vscode from 'vscode';

type Entry = { bytes: Uint8Array; changed: number; readonly: boolean };

/** Files that live as long as the extension: they can be edited and saved, and nobody asks where to put them. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private clock = 1;

  readonly onDidChangeFile = this.changed.event;

  /** Puts a text there, or another in its place. */
  put(uri: vscode.Uri, text: string, readonly = false): void {
    const type = this.entries.has(uri.toString()) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.entries.set(uri.toString(), { bytes: new TextEncoder().encode(text), changed: this.clock++, readonly });
    this.changed.fire([{ type, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, changed, readonly } = this.entry(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: changed, size: bytes.length, ...(readonly ? { permissions: vscode.FilePermission.Readonly } : {}) };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.entry(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.entries.set(uri.toString(), { bytes, changed: this.clock++, readonly: false });
  }

  delete(uri: vscode.Uri): void {
    this.entries.delete(uri.toString());
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(from: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(from);
  }

  private entry(uri: vscode.Uri): Entry {
    const found = this.entries.get(uri.toString());
    if (!found) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }

    return found;
  }
}
