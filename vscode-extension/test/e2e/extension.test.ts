import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench, out } from './workbench';

let vs: Workbench;

beforeAll(async () => {
  vs = await Workbench.start(path.join(out, 'codealchemy.vsix'));
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await vs.shot(`failed-${task.name.replace(/\W+/g, '-').slice(0, 60)}`);
  }
});

afterAll(async () => {
  await vs.stop();
});

test('the status item says that the server is ready', async () => {
  await vs.open('total.py');
  await vs.status('CodeAlchemy: ready').waitFor();
});

test('a Python file is traced from its lens, and its values are seen step by step, both ways', async () => {
  await vs.lens('▶ Trace file').click();
  await vs.status('step 1/').waitFor();
  await vs.row('Trace', 'call <module>').waitFor();
  for (let step = 2; step <= 5; step++) {
    await vs.page.keyboard.press('Alt+ArrowRight');
    await vs.status(`step ${step}/`).waitFor();
  }

  await vs.row('Trace', /total\s*= 0/).waitFor();
  await vs.page.keyboard.press('Alt+ArrowLeft');
  await vs.status('step 4/').waitFor();
  await vs.page.keyboard.press('Alt+End');
  await vs.row('Trace', 'total 18').waitFor();
  await vs.row('Trace', 'end: ok, exit 0').waitFor();
  await vs.shot('trace-python');
});

test('a Java file is traced from a function, and steps over calls and out of them', async () => {
  await vs.open('Shapes.java');
  await vs.lens('▶ Trace file').click();
  await vs.row('Trace', 'call main').waitFor();
  await vs.command('Go to Step…');
  await vs.type('20');
  await vs.page.keyboard.press('Enter');
  await vs.status('step 20/').waitFor();
  await vs.page.keyboard.press('Alt+ArrowUp');
  await vs.status('step 20/').waitFor({ state: 'hidden' });
  await vs.page.keyboard.press('Alt+End');
  await vs.row('Trace', 'area 20').waitFor();
  await vs.row('Trace', /area\s*= 20/).waitFor();
  await vs.row('Trace', 'end: ok, exit 0').waitFor();
  await vs.shot('trace-java');
  await vs.command('Close Trace');
  await vs.status('step ').waitFor({ state: 'hidden' });
});

test('a prediction is scored, and the values are hidden until then', async () => {
  await vs.open('total.py');
  await vs.command('Predict What This File Does…');
  await vs.choose('Its output');
  await vs.activeTab('Prediction for total.py').waitFor();
  await vs.lens('Submit Prediction').waitFor();
  await vs.lens('called once').waitFor({ state: 'hidden' });
  await vs.page.keyboard.type('total 17\n');
  await vs.shot('predict');
  await vs.page.keyboard.press('Control+Enter');
  await vs.notification('Not quite').waitFor();
  await vs.status('step 1/').waitFor();
  await vs.notification('Not quite').getByText('Compare').click();
  await vs.activeTab('Your prediction').waitFor();
  await vs.page.locator('.monaco-diff-editor .view-line', { hasText: 'total 18' }).waitFor();
  await vs.shot('predict-compare');

  await vs.open('total.py');
  await vs.command('Predict What This File Does…');
  await vs.choose('Its output');
  await vs.activeTab('Prediction for total.py').waitFor();
  await vs.lens('Submit Prediction').waitFor();
  await vs.page.keyboard.type('total 18\n');
  await vs.page.keyboard.press('Control+Enter');
  await vs.notification('Right: your prediction matches exactly').waitFor();
  await vs.command('Close Trace');
});

test('a dialogue is generated from a function and shown for review', async () => {
  await vs.open('total.py', 2);
  await vs.command('Generate Samples…');
  await vs.page.locator('.quick-input-title', { hasText: 'Generate samples (1/' }).waitFor();
  await vs.choose('add');
  await vs.choose('Dialogue');
  await vs.type('3');
  await vs.page.keyboard.press('Enter');
  await vs.choose('Grounded');
  await vs.decision('Undecided').waitFor();
  await vs.review.locator('.message.user').first().waitFor();
  await vs.review.locator('.message.assistant').first().waitFor();
  await vs.shot('review');
});

test('the sample is edited in the diff editor, and the draft outlives a reload', async () => {
  await vs.review.getByRole('button', { name: 'Edit' }).click();
  await vs.activeTab('Edit:').waitFor();
  await vs.draftLine('<!-- message 1: user -->').click();
  await vs.page.keyboard.press('Control+End');
  await vs.page.keyboard.type('Checked by a reviewer.');
  await vs.page.locator('.tab.active.dirty').waitFor();
  await vs.page.keyboard.press('Control+S');
  await vs.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await vs.shot('edit');
  await vs.reload();
  await vs.status('CodeAlchemy: ready').waitFor();
  await vs.row('Runs', 'total-code-dialogue').click();
  await vs.row('Runs', '3 samples').click();
  await vs.row('Runs', 'python, undecided').click();
  await vs.review.getByRole('button', { name: 'Go on editing' }).click();
  await vs.activeTab('Edit:').waitFor();
  await vs.draftLine('Checked by a reviewer.').waitFor();
});

test('the edit is accepted, undone and accepted again, by keys that work in the review only', async () => {
  await vs.draftLine('Checked by a reviewer.').click();
  await vs.page.keyboard.press('Control+Enter');
  await vs.activeTab('Edit:').waitFor({ state: 'hidden' });
  await vs.focusReview();
  await vs.page.keyboard.press('u');
  await vs.decision('Undecided').waitFor();
  await vs.page.keyboard.press('Shift+U');
  await vs.decision('Accepted, edited').waitFor();
  await vs.review.getByText('Checked by a reviewer.').waitFor();
  await vs.shot('review-edited');
});

test('the next samples are rejected with a reason of one’s own, flagged, and accepted', async () => {
  await vs.focusReview();
  await vs.page.keyboard.press('n');
  await vs.decision('Undecided').waitFor();
  await vs.focusReview();
  await vs.page.keyboard.press('f');
  await vs.review.getByText('Flagged').waitFor();
  await vs.focusReview();
  await vs.page.keyboard.press('r');
  await vs.type('asks nothing new');
  await vs.choose('asks nothing new');
  await vs.decision('Undecided').waitFor();
  await vs.row('Runs', '2/3 reviewed').waitFor();
  await vs.command('Undo Decision');
  await vs.decision('Undecided').waitFor();
  await vs.review.getByText('Flagged').waitFor();
  await vs.command('Redo Decision');
  await vs.decision('Rejected').waitFor();
  await vs.review.getByText('asks nothing new').waitFor();
  await vs.shot('review-rejected');
});

test('what was accepted comes out of the export, as it was edited', async () => {
  await vs.command('Export Accepted Samples…');
  await vs.choose('total-code-dialogue');
  await vs.page.locator('.quick-input-title', { hasText: 'Export accepted samples' }).waitFor();
  await vs.page.waitForFunction(() => document.querySelector<HTMLInputElement>('.quick-input-widget input.input')?.value.endsWith('-accepted.jsonl'));
  await vs.type(path.join(vs.folder, 'accepted.jsonl'));
  await vs.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  await vs.notification('1 accepted sample in accepted.jsonl').waitFor();
  const rows = vs.read('accepted.jsonl').trim().split('\n').map((line) => JSON.parse(line) as { strategy: string; messages: { content: string }[] });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.strategy).toBe('code-dialogue');
  expect(rows[0]?.messages.at(-1)?.content).toContain('Checked by a reviewer.');
});

test('a sample’s source is traced with the sample’s own case', async () => {
  await vs.review.getByRole('button', { name: 'Trace it' }).click();
  await vs.status('step 1/').waitFor();
  await vs.row('Trace', 'call <module>').waitFor();
  await vs.command('Close Trace');
  await vs.command('View: Close All Editors');
});

test('a mistake in a manifest is shown, and its quick fix mends it', async () => {
  await vs.open('traces.yaml', 6);
  await vs.page.locator('.squiggly-error').first().waitFor();
  await vs.page.keyboard.press('F8');
  await vs.page.locator('.marker-widget', { hasText: 'encodng' }).waitFor();
  await vs.shot('manifest-error');
  await vs.page.keyboard.press('Escape');
  await vs.page.keyboard.press('Control+.');
  await vs.page.locator('.action-widget .monaco-list-row', { hasText: "Replace by 'encoding'" }).and(vs.page.locator('.focused')).waitFor();
  await vs.page.keyboard.press('Enter');
  await vs.page.locator('.view-line', { hasText: '[size, encoding, syntax]' }).waitFor();
  await vs.page.locator('.squiggly-error').waitFor({ state: 'detached' });
});

test('the manifest is run from its title, and its dataset is in the list of runs', async () => {
  await vs.page.getByRole('button', { name: 'Start Manifest Run' }).first().click();
  await vs.notification('traces.yaml: finished, ').waitFor();
  await vs.row('Runs', 'traces').click();
  await vs.row('Runs', 'code-trace').click();
  await vs.pane('Runs').locator('.monaco-list-row', { hasText: 'python, undecided' }).nth(4).waitFor();
  await vs.row('Runs', 'python, undecided').click();
  await vs.decision('Undecided').waitFor();
  await vs.shot('run');
});

test('plugins are listed with what they are', async () => {
  await vs.pane('Plugins').locator('.pane-header').click();
  await vs.row('Plugins', 'Bash').click();
  await vs.row('Plugins', 'language 1.0.0').waitFor();
  await vs.page.keyboard.press('End');
  await vs.row('Plugins', 'strategy 1.0.0').waitFor();
  await vs.shot('plugins');
});

test('the pages fit a light theme and one of high contrast', async () => {
  vs.setting('workbench.colorTheme', 'Default Light Modern');
  await vs.page.locator('.monaco-workbench.vs').waitFor();
  await vs.review.locator('body.vscode-light').waitFor();
  await vs.shot('review-light');
  vs.setting('workbench.colorTheme', 'Default High Contrast');
  await vs.page.locator('.monaco-workbench.hc-black').waitFor();
  await vs.review.locator('body.vscode-high-contrast').waitFor();
  await vs.shot('review-contrast');
  await vs.open('total.py');
  await vs.lens('▶ Trace file').click();
  await vs.status('step 1/').waitFor();
  await vs.command('Go to the Last Step');
  await vs.row('Trace', 'end: ok').waitFor();
  await vs.shot('trace-contrast');
  vs.setting('workbench.colorTheme', 'Default Light Modern');
  await vs.page.locator('.monaco-workbench.vs').waitFor();
  await vs.shot('trace-light');
});

test('a server that can’t start is told in the status item, with the reason', async () => {
  vs.setting('codealchemy.server.path', '/nowhere/codealchemy');
  await vs.status('CodeAlchemy: failed').waitFor();
  await vs.status('CodeAlchemy: failed').click();
  await vs.page.locator('.quick-input-widget', { hasText: 'CodeAlchemy: failed' }).locator('input[placeholder*="/nowhere/codealchemy, which does not exist"]').waitFor();
  await vs.shot('failed');
  await vs.page.keyboard.press('Escape');
});
