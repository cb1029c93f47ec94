import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/review/markup';
import { reviewPage, sampleHtml } from '../../src/review/page';
import type { RowResult } from '../../src/server/protocol';

const hostile = '<script>alert(1)</script>"\'&';

const result: RowResult = {
  row: { id: hostile, strategy: hostile, task: hostile, language: hostile, messages: [{ role: hostile, content: hostile, reasoning: hostile }, { role: 'assistant', content: `\`\`\`${hostile}\n${hostile}\n\`\`\`` }], scores: { [hostile]: 0.5, big: 12 }, labels: { [hostile]: hostile }, provenance: { plugin: hostile, model: null, templates: [] } },
  info: { id: 'i', strategy: 's', task: 't', language: 'l', source: 'p', title: hostile, decision: 'rejected', flagged: true, digest: 'd', reason: hostile },
  source: { path: hostile, language: hostile, text: hostile },
  trace: hostile,
  verification: [{ method: hostile, status: hostile, evidence: hostile }],
};

const page = (change: Partial<RowResult> = {}, draft = false) =>
  sampleHtml({ result: { ...result, ...change }, position: '1 of 3', draft });

const frame = reviewPage({ cspSource: 'vscode-resource:', nonce: 'N0nce', style: 'style.css', script: 'page.js' });

describe('the page of a sample', () => {
  test('lets no HTML of the sample through', () => {
    expect(page()).not.toMatch(/<script/i);
  });

  test('allows its own style and its one script, and nothing else', () => {
    expect(frame).toContain(`content="default-src 'none'; style-src vscode-resource:; script-src 'nonce-N0nce'"`);
    expect(frame.match(/<script/g)).toHaveLength(1);
    expect(frame + page()).not.toMatch(/https?:|style="|onclick/);
  });

  test('shows the edited words when there are any', () => {
    const shown = page({ edited: [{ role: 'user', content: 'the better question' }] });
    expect(shown).toContain('the better question');
    expect(shown).not.toContain('<h2>Answer</h2>');
  });

  test('says the decision with its reason, and that there is a draft', () => {
    expect(page()).toMatch(/<strong>Rejected<\/strong><span class="reason">.*Flagged/);
    expect(page({}, true)).toContain('There is a draft of an edit');
    expect(page()).not.toContain('There is a draft');
  });

  test('draws a meter for scores between 0 and 1 only', () => {
    expect(page().match(/<meter/g)).toHaveLength(1);
  });

  test('takes its colours from the theme', () => {
    expect(page()).not.toMatch(/#[0-9a-f]{6}\b|rgb\(/i);
  });
});

describe('Markdown of samples', () => {
  test.each([
    ['a fence', '```py\nx = 1\n```', '<pre tabindex="0" aria-label="py code"><code>x = 1</code></pre>'],
    ['a fence in a fence', '````md\n```\na\n```\n````', '<pre tabindex="0" aria-label="md code"><code>```\na\n```</code></pre>'],
    ['a fence that never ends', '```\na', '<pre tabindex="0"><code>a</code></pre>'],
    ['a paragraph', 'a\nb', '<p>a<br>b</p>'],
    ['a list', '- a\n- `b`', '<ul><li>a</li><li><code>b</code></li></ul>'],
    ['an ordered list', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['bold and code', '**a** `**b**`', '<p><strong>a</strong> <code>**b**</code></p>'],
    ['a heading', '## a', '<p class="heading">a</p>'],
    ['a quote', '> a\n> b', '<blockquote>a<br>b</blockquote>'],
    ['nothing', '', ''],
  ])('has %s', (_, markdown, html) => {
    expect(toHtml(markdown)).toBe(html);
  });
});
