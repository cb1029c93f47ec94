// The requests of docs/lsp.md, as types. Lines are from 1, steps from 0.

export type TraceInfo = {
  trace: string;
  uri: string;
  version: number;
  language: string;
  status: string;
  exitCode?: number;
  steps: number;
  truncated: boolean;
  stdout: string;
  stderr: string;
  notes: string[];
  exceptions: { type: string; message?: string; line: number; caughtLine: number }[];
};

export type Variable = { name: string; type: string; value: string; changed: boolean; alias?: number };

export type StepKind = 'call' | 'line' | 'return' | 'exception' | 'catch' | 'output' | 'input' | 'thread' | 'truncated';

export type Step = {
  step: number;
  kind: StepKind;
  line: number;
  file?: string;
  frame: number;
  depth: number;
  function?: string;
  set?: Variable[];
  value?: string;
  exception?: string;
  text?: string;
};

export type Frame = { frame: number; function: string; line: number; file?: string; variables: Variable[] };

/** One moment of a trace: frames are innermost first; `line` 0 is not in the traced file. */
export type TraceState = {
  step: number;
  total: number;
  kind: StepKind;
  line: number;
  frames: Frame[];
  stdout: string;
  stderr: string;
  value?: string;
  exception?: string;
};

export type PredictionTask = { prediction: string; kind: string; question: string; template: string };

export type PredictionScore = { exactMatch: boolean; rouge2: number; firstDivergentStep: number; expected: string; trace: TraceInfo };

export type ReviewCounts = { accepted: number; edited: number; rejected: number; skipped: number; flagged: number; undecided: number; stale: number };

export type RunInfo = {
  run: string;
  name: string;
  state: 'finished' | 'unfinished' | 'running';
  rows: number;
  rejects: number;
  groups: { strategy: string; rows: number }[];
  reasons: { reason: string; count: number }[];
  reviewed: ReviewCounts;
  /** What could not be used of the review journal. */
  issues: string[];
};

export type RowDecision = 'undecided' | 'accepted' | 'edited' | 'rejected' | 'skipped' | 'stale';

export type RowInfo = {
  id: string;
  strategy: string;
  task: string;
  language: string;
  source: string;
  title: string;
  decision: RowDecision;
  flagged: boolean;
  digest: string;
  reason?: string;
};

export type RowFilter = { strategy?: string; language?: string; decision?: string; flagged?: boolean; text?: string };

export type RejectInfo = { path: string; strategy?: string; stage: string; reason: string; detail: string };

/** A message of a sample; other keys than these are kept as they are. */
export type Message = { role: string; content: string; reasoning?: string };

/** A sample as it stands in `data/`; only what is shown is named here. */
export type Row = {
  id: string;
  strategy: string;
  task?: string;
  language: string;
  messages: Message[];
  tokens?: { tokenizer: string; count: number };
  source?: { path?: string | null; license_type?: string; detected_licenses?: string[] };
  provenance?: Record<string, unknown>;
  scores?: Record<string, number>;
  case?: string | null;
  labels?: Record<string, string>;
  extra?: string | null;
};

export type RowResult = {
  row: Row;
  info: RowInfo;
  edited?: Message[];
  source?: { path: string; text: string; language: string };
  trace?: string;
  verification: { method: string; status: string; evidence?: string | null }[];
};

export type Decision = 'accept' | 'edit' | 'reject' | 'skip' | 'flag' | 'unflag';

export type HistoryResult = { row?: RowInfo; canUndo: boolean; canRedo: boolean };

export type GenerateResult = { run: string; rows: RowInfo[]; rejects: RejectInfo[] };

export type PluginInfo = { id: string; kind: string; name: string; version?: string; layer: string; state: 'ready' | 'skipped'; detail?: string };

export type InstallResult = { installed?: { id: string; version?: string }; question?: { text: string; runs: string[]; needs: string[] } };

/** A rendered prompt, or why there is none; a run would fill in the placeholders. */
export type PreviewResult = { text?: string; fault?: string; placeholders: string[] };

type Document = { textDocument: { uri: string } };

type Inputs = { arguments?: string[]; stdin?: string; case?: string; workDoneToken?: string };

/** Every request of our own: what it takes and what it gives. */
export type Requests = {
  'codealchemy/trace': [Document & Inputs, TraceInfo];
  'codealchemy/traceSteps': [{ trace: string; from: number; count: number }, { total: number; steps: Step[] }];
  'codealchemy/traceState': [{ trace: string; step: number }, TraceState];
  'codealchemy/render': [{ trace: string; rendering: string }, { text: string }];
  'codealchemy/cases': [Document, { cases: string[] }];
  'codealchemy/predict': [Document & Inputs & { kind: string }, PredictionTask];
  'codealchemy/answer': [{ prediction: string; answer: string }, PredictionScore];
  'codealchemy/modelAnswer': [{ prediction: string }, { answer: string }];
  'codealchemy/endPrediction': [{ prediction: string; answer: string }, object];
  'codealchemy/runs': [object, { runs: RunInfo[] }];
  'codealchemy/rows': [RowFilter & { run: string; cursor?: string; count?: number }, { rows: RowInfo[]; next?: string }];
  'codealchemy/row': [{ run: string; id: string }, RowResult];
  'codealchemy/rejects': [{ run: string; cursor?: string; count?: number }, { rejects: RejectInfo[]; next?: string }];
  'codealchemy/decide': [{ run: string; id: string; decision: Decision; reason?: string; messages?: Message[]; digest?: string }, RowInfo];
  'codealchemy/undo': [{ run: string }, HistoryResult];
  'codealchemy/redo': [{ run: string }, HistoryResult];
  'codealchemy/export': [{ run: string; output: string; accepted: boolean; force?: boolean }, { rows: number; edited: number; output: string }];
  'codealchemy/generate': [
    Document & { strategy: string; function?: string; line?: number; turns?: number; mode?: string; workDoneToken?: string },
    GenerateResult,
  ];
  'codealchemy/startRun': [{ manifest: string; workDoneToken?: string }, { run: string; rows: number; rejects: number; state: string; problem?: string }];
  'codealchemy/plugins': [object, { plugins: PluginInfo[] }];
  'codealchemy/installPlugin': [{ source: string; consent?: boolean }, InstallResult];
  'codealchemy/preview': [Document & { source: string }, PreviewResult];
};

/** What the server says of itself. */
export type StatusParams = { state: 'starting' | 'ready' | 'failed'; message: string; trusted: boolean };
