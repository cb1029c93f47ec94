import * as path from 'node:path';

/** A program to start, with its arguments and what it needs in its environment. */
export type ServerCommand = { command: string; args: string[]; environment: Record<string, string>; from: 'setting' | 'extension' | 'path' };

export type LocateInput = {
  /** The setting; empty when there is none. */
  setting: string;
  /** Folder of the extension. */
  extension: string;
  /** Value of the PATH. */
  searchPath: string;
  exists: (file: string) => boolean;
};

/** Finds the server: the setting, the one inside the extension, or `codealchemy` on the PATH. Pure but for `exists`. */
export function locateServer(input: LocateInput): ServerCommand | { missing: string } {
  if (input.setting !== '') {
    return input.exists(input.setting)
      ? { ...commandOf(input.setting), from: 'setting' }
      : { missing: `codealchemy.server.path names ${input.setting}, which does not exist. Correct the setting, or empty it.` };
  }

  const inside = path.join(input.extension, 'server', '.deps', 'app', 'codealchemy-lsp');
  if (input.exists(inside)) {
    return { command: inside, args: [], environment: { CODEALCHEMY_ROOT: path.join(input.extension, 'server') }, from: 'extension' };
  }

  for (const folder of input.searchPath.split(path.delimiter).filter((entry) => path.isAbsolute(entry))) {
    const candidate = path.join(folder, 'codealchemy');
    if (input.exists(candidate)) {
      return { ...commandOf(candidate), from: 'path' };
    }
  }

  return { missing: 'This package has no server for this machine. Set codealchemy.server.path to a codealchemy program; programs are traced on Linux only.' };
}

function commandOf(program: string): Omit<ServerCommand, 'from'> {
  return { command: program, args: path.basename(program).startsWith('codealchemy-lsp') ? [] : ['lsp'], environment: {} };
}
