import type { ReviewCounts, RowInfo, RunInfo } from '../server/protocol';

/** "1 sample", "2 samples". */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How far the review of a run is, in a few words. */
export function reviewText(rows: number, counts: ReviewCounts): string {
  return `${counts.accepted + counts.edited + counts.rejected + counts.skipped}/${rows} reviewed`;
}

/** How far it is, in full. */
export function reviewDetail(counts: ReviewCounts): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return parts.join(', ') || 'nothing to review';
}

/** A title without the code that stands in it, cut between words. */
export function shortTitle(title: string, most: number): string {
  const words = (title.split('```')[0]?.trim() || title).replaceAll('`', '').split(/\s+/);
  let text = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (text.length + 1 + word.length > most) {
      return `${text}…`;
    }

    text += ` ${word}`;
  }

  return text;
}

export function runIcon(state: RunInfo['state']): string {
  return { finished: 'database', unfinished: 'debug-pause', running: 'sync~spin' }[state];
}

/** Icon and colour of a sample, by its decision; the flag wins over "undecided" only. */
export function rowIcon(row: RowInfo): [icon: string, color?: string] {
  switch (row.decision) {
    case 'accepted':
      return ['check', 'testing.iconPassed'];
    case 'edited':
      return ['edit', 'testing.iconPassed'];
    case 'rejected':
      return ['x', 'testing.iconFailed'];
    case 'skipped':
      return ['debug-step-over', 'testing.iconSkipped'];
    case 'stale':
      return ['history'];
    default:
      return row.flagged ? ['bookmark', 'charts.yellow'] : ['circle-large-outline'];
  }
}

/** What of a row's `extra` its case is run with: arguments and input. Anything that doesn't fit is left out. */
export function inputsOf(extra: string | null | undefined): { arguments?: string[]; stdin?: string } {
  try {
    const given = JSON.parse(extra ?? '{}') as { arguments?: unknown; stdin?: unknown } | null;
    const words = given?.arguments;
    return {
      ...(Array.isArray(words) && words.every((word) => typeof word === 'string') ? { arguments: words } : {}),
      ...(typeof given?.stdin === 'string' ? { stdin: given.stdin } : {}),
    };
  } catch {
    return {};
  }
}
