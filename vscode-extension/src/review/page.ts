import type { Message, RowResult } from '../server/protocol';
import { codeBlock, escapeHtml, toHtml } from './markup';
import { shortTitle } from './text';

/** Where the page gets its style and its script from, and what it may load. */
export type PageFrame = { cspSource: string; nonce: string; style: string; script: string };

export type Sample = { result: RowResult; position: string; draft: boolean };

/** What the extension tells the page. `shown` comes back when the page is restored after a reload. */
export type ToPage = { sample?: { html: string; title: string; shown: unknown }; keys?: boolean };

/** What the page tells the extension. `ready`: it has nothing to show yet. */
export type FromPage = { command?: string; focused?: boolean; ready?: boolean };

/** What the page's buttons do, in the order of the bar; each is a command `codealchemy.review.NAME`. */
export const actions = [
  ['accept', 'Accept'], ['edit', 'Edit'], ['reject', 'Reject'], ['skip', 'Skip'], ['flag', 'Flag'],
  ['undo', 'Undo'], ['redo', 'Redo'], ['previous', 'Previous'], ['next', 'Next'],
] as const;

const decisions: Record<string, string> = { undecided: 'Undecided', accepted: 'Accepted', edited: 'Accepted, edited', rejected: 'Rejected', skipped: 'Skipped', stale: 'Undecided: the sample was made again since it was decided' };

/** The page without a sample, which it is told afterwards: a page that is set anew loses the focus, and the next key. Nothing in it is fetched from anywhere, and its only script is the one named by the nonce. Pure. */
export function reviewPage({ cspSource, nonce, style, script }: PageFrame): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Review</title>
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems": false}'>
<div id="sample"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** What the page shows of a sample. Pure; no HTML of the sample gets through. */
export function sampleHtml(input: Sample): string {
  const { result } = input;
  return `${bar(input)}
<main>
${head(input)}
${(result.edited ?? result.row.messages).map(message).join('\n')}
${verification(result)}
${scores(result)}
${trace(result)}
${source(result)}
${details(result)}
</main>`;
}

function bar({ result }: Sample): string {
  const title = (name: string, words: string) => (name === 'flag' && result.info.flagged ? 'Unflag' : words);
  const buttons = actions.map(([name, words]) => `<button type="button" data-command="${name}"${name === 'accept' ? ' class="primary"' : ''}>${title(name, words)}</button>`);
  return `<nav aria-label="Decisions">${buttons.join('')}<button type="button" class="link" data-command="keys">Keys…</button></nav>`;
}

function head({ result, position, draft }: Sample): string {
  const { info, row } = result;
  const facts = [row.strategy, row.task, row.language, row.source?.path, position].filter((fact) => fact !== undefined && fact !== null && fact !== '');
  return `<header>
<h1>${escapeHtml(shortTitle(info.title, 120))}</h1>
<p class="facts">${facts.map((fact) => `<span>${escapeHtml(String(fact))}</span>`).join('')}</p>
<p class="decision ${info.decision}" role="status"><strong>${decisions[info.decision] ?? escapeHtml(info.decision)}</strong>${info.reason ? `<span class="reason">${escapeHtml(info.reason)}</span>` : ''}${info.flagged ? ' <span class="flag">Flagged</span>' : ''}</p>
${draft ? '<p class="draft">There is a draft of an edit. <button type="button" class="link" data-command="edit">Go on editing</button></p>' : ''}
</header>`;
}

const roles: Record<string, string> = { user: 'Question', assistant: 'Answer', system: 'Instructions', tool: 'Tool' };

function message(value: Message): string {
  const known = Object.hasOwn(roles, value.role) ? value.role : 'other';
  const reasoning = value.reasoning ? `<details><summary>Reasoning</summary>${toHtml(value.reasoning)}</details>` : '';
  return `<section class="message ${known}"><h2>${escapeHtml(roles[value.role] ?? value.role)}</h2>${reasoning}${toHtml(value.content)}</section>`;
}

const marks: Record<string, string> = { verified: '✓', failed: '✗', unverified: '–' };

function verification({ verification: checks }: RowResult): string {
  if (checks.length === 0) {
    return '';
  }

  const rows = checks.map((check) => `<tr><td class="mark ${Object.hasOwn(marks, check.status) ? check.status : ''}" aria-hidden="true">${marks[check.status] ?? '?'}</td><td>${escapeHtml(check.status)}</td><td>${escapeHtml(check.method)}</td><td class="evidence" title="${escapeHtml(check.evidence ?? '')}">${escapeHtml(shorten(check.evidence ?? '', 24))}</td></tr>`);
  return `<section><h2>Verification</h2><table>${rows.join('')}</table></section>`;
}

function scores({ row }: RowResult): string {
  const all = Object.entries(row.scores ?? {});
  if (all.length === 0) {
    return '';
  }

  const rows = all.map(([name, value]) => {
    const meter = value >= 0 && value <= 1 ? `<meter min="0" max="1" value="${value}" aria-label="${escapeHtml(name)}">${value}</meter>` : '';
    return `<tr><td>${escapeHtml(name)}</td><td class="number">${Number(value.toFixed(3))}</td><td>${meter}</td></tr>`;
  });
  return `<section><h2>Scores</h2><table>${rows.join('')}</table></section>`;
}

function source({ source: file }: RowResult): string {
  if (!file) {
    return '';
  }

  return `<section><h2>Code</h2><p><button type="button" data-command="source">Open ${escapeHtml(file.path)}</button> <button type="button" data-command="trace">Trace it</button></p>
<details><summary>Show the code</summary>${codeBlock(file.text.replace(/\n$/, ''), file.language, true)}</details></section>`;
}

function trace({ trace: text }: RowResult): string {
  return text === undefined ? '' : `<section><h2>Trace</h2><details><summary>Show the trace</summary>${codeBlock(text.replace(/\n$/, ''), 'trace')}</details></section>`;
}

function details({ row }: RowResult): string {
  const facts: [string, unknown][] = [
    ['id', row.id], ['case', row.case], ['tokens', row.tokens?.count], ['licence', row.source?.license_type],
    ...Object.entries(row.labels ?? {}),
    ...Object.entries(row.provenance ?? {}).filter(([, value]) => value !== null && typeof value !== 'object'),
  ];
  const rows = facts.filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(String(value))}</td></tr>`);
  return `<details class="provenance"><summary>Where it comes from</summary><table>${rows.join('')}</table></details>`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
