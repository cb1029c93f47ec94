import type { Step, StepKind } from '../server/protocol';

/** What navigation needs of a step; `frame` 0 belongs to no frame. */
export type Mark = { kind: StepKind; line: number; frame: number; depth: number; function?: string; inFile: boolean };

export type Move = 'forward' | 'back' | 'over' | 'overBack' | 'out' | 'first' | 'last';

/** Gives a slice of a trace's steps, and how many there are. */
export type StepSource = (from: number, count: number) => Promise<{ total: number; steps: Step[] }>;

const pageSize = 2000;

/**
 * The steps of one trace, read page by page as far as somebody looked. Depths are those of the calls that began the frames; a trace says them
 * with the call only. Not for two callers at once.
 */
export class Steps {
  private readonly marks: Mark[] = [];
  private readonly depths = new Map<number, number>();

  constructor(private readonly source: StepSource, readonly total: number) {}

  /** The step, or undefined outside of the trace. */
  async at(step: number): Promise<Mark | undefined> {
    while (step >= this.marks.length && this.marks.length < this.total) {
      const { steps } = await this.source(this.marks.length, pageSize);
      if (steps.length === 0) {
        return undefined;
      }

      steps.forEach((read) => this.add(read));
    }

    return this.marks[step];
  }

  /** Where a move leads; the step itself when it leads nowhere. */
  async move(from: number, move: Move): Promise<number> {
    const last = Math.max(0, this.total - 1);
    switch (move) {
      case 'first':
        return 0;
      case 'last':
        return last;
      case 'forward':
        return Math.min(last, from + 1);
      case 'back':
        return Math.max(0, from - 1);
      default: {
        const here = await this.depthAt(from);
        const most = move === 'out' ? here - 1 : here;
        const found = await this.find(from, move === 'overBack' ? -1 : 1, (mark) => mark.frame !== 0 && mark.depth <= most);
        return found ?? (move === 'overBack' ? 0 : move === 'over' ? last : from);
      }
    }
  }

  /** The first call of a function, by the line it begins at or by its name. */
  async callOf(name: string, line: number | undefined): Promise<number | undefined> {
    const named = (mark: Mark) => mark.function === name || (mark.function?.endsWith(`.${name}`) ?? false);
    return this.find(-1, 1, (mark) => mark.kind === 'call' && mark.inFile && (line === undefined ? named(mark) : mark.line === line || named(mark)));
  }

  /** The next step at a line of the file, from the beginning again after the last one. */
  async onLine(from: number, line: number): Promise<number | undefined> {
    const wanted = (mark: Mark) => mark.inFile && mark.line === line;
    return (await this.find(from, 1, wanted)) ?? this.find(-1, 1, wanted);
  }

  private async find(from: number, by: 1 | -1, wanted: (mark: Mark) => boolean): Promise<number | undefined> {
    for (let step = from + by; step >= 0; step += by) {
      const mark = await this.at(step);
      if (mark === undefined) {
        return undefined;
      }

      if (wanted(mark)) {
        return step;
      }
    }

    return undefined;
  }

  // A step without a frame (output, say) is as deep as the step before it.
  private async depthAt(step: number): Promise<number> {
    for (let at = step; at >= 0; at--) {
      const mark = await this.at(at);
      if (mark && mark.frame !== 0) {
        return mark.depth;
      }
    }

    return 0;
  }

  private add(step: Step): void {
    if (step.kind === 'call') {
      this.depths.set(step.frame, step.depth);
    }

    this.marks.push({
      kind: step.kind,
      line: step.line,
      frame: step.frame,
      depth: this.depths.get(step.frame) ?? 0,
      inFile: step.file === undefined,
      ...(step.function === undefined ? {} : { function: step.function }),
    });
  }
}
