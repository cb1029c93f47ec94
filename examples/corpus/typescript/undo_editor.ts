// A line editor with commands that know how to undo themselves.

interface Command {
  readonly name: string;
  apply(lines: string[]): void;
  revert(lines: string[]): void;
}

class Insert implements Command {
  readonly name = 'insert';
  private readonly at: number;
  private readonly text: string;

  constructor(at: number, text: string) {
    this.at = at;
    this.text = text;
  }

  apply(lines: string[]): void {
    if (this.at > lines.length) {
      throw new RangeError(`there is no line ${this.at}`);
    }
    lines.splice(this.at, 0, this.text);
  }

  revert(lines: string[]): void {
    lines.splice(this.at, 1);
  }
}

class Remove implements Command {
  readonly name = 'remove';
  private readonly at: number;
  private removed = '';

  constructor(at: number) {
    this.at = at;
  }

  apply(lines: string[]): void {
    this.removed = lines.splice(this.at, 1)[0];
  }

  revert(lines: string[]): void {
    lines.splice(this.at, 0, this.removed);
  }
}

class Editor {
  private readonly lines: string[] = [];
  private readonly done: Command[] = [];
  private readonly undone: Command[] = [];

  run(command: Command): boolean {
    try {
      command.apply(this.lines);
    } catch (problem) {
      console.log(`${command.name}: ${(problem as RangeError).message}`);
      return false;
    }
    this.done.push(command);
    this.undone.length = 0;
    return true;
  }

  undo(): boolean {
    const command = this.done.pop();
    if (command === undefined) {
      return false;
    }
    command.revert(this.lines);
    this.undone.push(command);
    return true;
  }

  redo(): boolean {
    const command = this.undone.pop();
    if (command === undefined) {
      return false;
    }
    command.apply(this.lines);
    this.done.push(command);
    return true;
  }

  show(label: string): void {
    console.log(`${label.padEnd(8)}| ${this.lines.join(' / ')}`);
  }
}

const editor = new Editor();
editor.run(new Insert(0, 'milk'));
editor.run(new Insert(1, 'eggs'));
editor.run(new Insert(1, 'flour'));
editor.run(new Insert(9, 'nothing'));
editor.show('written');
editor.run(new Remove(0));
editor.show('removed');
editor.undo();
editor.undo();
editor.show('undone');
editor.redo();
editor.show('redone');
editor.run(new Insert(0, 'tea'));
console.log('redo after a new command:', editor.redo());
editor.show('end');
