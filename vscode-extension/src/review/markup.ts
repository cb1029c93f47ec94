/** Makes text safe to stand in HTML, in attributes as well. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * The little Markdown that samples use, as HTML: fences, headings, lists, quotes, paragraphs, inline code and bold. Everything else is shown
 * as it is written; no HTML of the text survives. Pure.
 */
export function toHtml(markdown: string): string {
  const lines = markdown.replace(/\r\n/g, '\n').split('\n');
  const html: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const fence = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/.exec(lines[at] ?? '');
    if (fence) {
      const end = closing(lines, at + 1, fence[1] ?? '```');
      html.push(codeBlock(lines.slice(at + 1, end).join('\n'), (fence[2] ?? '').trim()));
      at = end + 1;
    } else {
      const end = blockEnd(lines, at);
      html.push(block(lines.slice(at, end)));
      at = end;
    }
  }

  return html.filter((part) => part !== '').join('\n');
}

/** A block of code; the numbers of its lines are not part of what is copied. */
export function codeBlock(code: string, language: string, numbered = false): string {
  const label = language === '' ? '' : ` aria-label="${escapeHtml(language)} code"`;
  const text = numbered ? code.split('\n').map((line) => `<span class="line">${escapeHtml(line)}\n</span>`).join('') : escapeHtml(code);
  return `<pre tabindex="0"${label}${numbered ? ' class="numbered"' : ''}><code>${text}</code></pre>`;
}

function closing(lines: string[], from: number, fence: string): number {
  const found = lines.findIndex((line, index) => index >= from && line.trim().startsWith(fence) && line.trim().replaceAll(fence[0] ?? '`', '') === '');
  return found < 0 ? lines.length : found;
}

const kinds: [RegExp, string][] = [[/^#{1,6} /, 'heading'], [/^\s*[-*] /, 'list'], [/^\s*\d+[.)] /, 'ordered'], [/^> ?/, 'quote'], [/^\s*$/, 'empty']];

function kindOf(line: string): string {
  return kinds.find(([pattern]) => pattern.test(line))?.[1] ?? 'text';
}

function blockEnd(lines: string[], from: number): number {
  const kind = kindOf(lines[from] ?? '');
  let end = from + 1;
  while (end < lines.length && kind !== 'heading' && kindOf(lines[end] ?? '') === kind && !/^ {0,3}(`{3,}|~{3,})/.test(lines[end] ?? '')) {
    end++;
  }

  return end;
}

function block(lines: string[]): string {
  const first = lines[0] ?? '';
  switch (kindOf(first)) {
    case 'empty':
      return '';
    case 'heading':
      return `<p class="heading">${inline(first.replace(/^#+ /, ''))}</p>`;
    case 'list':
      return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`;
    case 'ordered':
      return `<ol start="${Number.parseInt(first, 10)}">${lines.map((line) => `<li>${inline(line.replace(/^\s*\d+[.)] /, ''))}</li>`).join('')}</ol>`;
    case 'quote':
      return `<blockquote>${lines.map((line) => inline(line.replace(/^> ?/, ''))).join('<br>')}</blockquote>`;
    default:
      return `<p>${lines.map(inline).join('<br>')}</p>`;
  }
}

function inline(text: string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part.replace(/^`+|`+$/g, ''))}</code>` : bold(escapeHtml(part))))
    .join('');
}

function bold(html: string): string {
  return html.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}
