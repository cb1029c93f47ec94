import type { ReviewCounts, RowInfo, RunInfo } from '../server/protocol';

/** "1 sample", "2 samples". */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How far the review of a run is. */
export function reviewText(counts: ReviewCounts): string {
  const taken = counts.accepted + counts.edited;
  const parts = [[taken, 'accepted'], [counts.rejected, 'rejected'], [counts.undecided, 'undecided']] as const;
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ') || 'nothing to review';
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
