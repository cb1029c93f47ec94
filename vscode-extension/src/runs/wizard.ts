import * as vscode from 'vscode';

/** A choice; `value` is what it stands for. */
export type Item = vscode.QuickPickItem & { value: string };

export type Answers = Record<string, string>;

type Question = { key: string; applies: (answers: Answers) => boolean; ask: (title: string, back: boolean, answers: Answers) => Promise<string | undefined> };

const back = '\0back';

/** Questions one after the other, with a way back. */
export class Steps {
  private readonly questions: Question[] = [];

  constructor(private readonly title: string) {}

  pick(key: string, words: string, items: Item[], first?: string): void {
    this.questions.push({
      key,
      applies: () => true,
      ask: (title, canGoBack, answers) => pick(title, words, items, answers[key] ?? first, canGoBack),
    });
  }

  number(key: string, words: string, first: number, least: number, most: number, applies: (answers: Answers) => boolean): void {
    this.questions.push({
      key,
      applies,
      ask: (title, canGoBack, answers) => number(title, words, answers[key] ?? String(first), least, most, canGoBack),
    });
  }

  /** The answers; undefined when the user leaves. */
  async run(): Promise<Answers | undefined> {
    const answers: Answers = {};
    const asked: Question[] = [];
    for (;;) {
      const open = this.questions.filter((question) => question.applies(answers));
      const question = open[asked.length];
      if (!question) {
        return Object.fromEntries(open.map(({ key }) => [key, answers[key] ?? '']));
      }

      const answer = await question.ask(`${this.title} (${asked.length + 1}/${open.length})`, asked.length > 0, answers);
      if (answer === undefined) {
        return undefined;
      }

      if (answer === back) {
        asked.pop();
      } else {
        answers[question.key] = answer;
        asked.push(question);
      }
    }
  }
}

function pick(title: string, words: string, items: Item[], first: string | undefined, canGoBack: boolean): Promise<string | undefined> {
  const input = vscode.window.createQuickPick<Item>();
  Object.assign(input, { title, placeholder: words, items, matchOnDetail: true, ignoreFocusOut: true });
  input.activeItems = items.filter((item) => item.value === first);
  return answerOf(input, canGoBack, () => input.selectedItems[0]?.value);
}

function number(title: string, words: string, first: string, least: number, most: number, canGoBack: boolean): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { title, prompt: words, value: first, ignoreFocusOut: true });
  const wrong = () => (/^\d+$/.test(input.value) && Number(input.value) >= least && Number(input.value) <= most ? undefined : `A number from ${least} to ${most}.`);
  input.onDidChangeValue(() => (input.validationMessage = wrong()));
  return answerOf(input, canGoBack, () => (wrong() === undefined ? input.value : undefined));
}

function answerOf(input: vscode.QuickPick<Item> | vscode.InputBox, canGoBack: boolean, value: () => string | undefined): Promise<string | undefined> {
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (answer: string | undefined) => {
      resolve(answer);
      input.hide();
    };
    input.onDidAccept(() => {
      const answer = value();
      if (answer !== undefined) {
        end(answer);
      }
    });
    input.onDidTriggerButton(() => end(back));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
