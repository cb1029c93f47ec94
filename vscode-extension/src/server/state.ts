/** What the status item says: always one of three, and always with a reason. */
export type ServerState = { state: 'starting' | 'ready' | 'failed'; reason: string; trusted: boolean };

export type StatusText = { text: string; tooltip: string; warning: boolean; error: boolean };

/** Text of the status item. Pure. */
export function statusText(state: ServerState): StatusText {
  const untrusted = state.state === 'ready' && !state.trusted;
  const icon = state.state === 'starting' ? '$(sync~spin)' : state.state === 'failed' ? '$(error)' : untrusted ? '$(shield)' : '$(beaker)';
  const word = untrusted ? 'ready, runs nothing' : state.state;
  return {
    text: `${icon} CodeAlchemy: ${word}`,
    tooltip: `CodeAlchemy, ${state.state}: ${state.reason}`,
    warning: untrusted,
    error: state.state === 'failed',
  };
}
