import * as path from 'node:path';
import { expect, test } from 'vitest';
import { withModel, type Model } from './model';
import { withWorkbench, type Workbench } from './workbench';

let vs: Workbench;
let model: Model;
withModel((started) => (model = started));
withWorkbench((started) => (vs = started));

test('a dialogue is generated from a function and shown for review', async () => {
  await vs.open('total.py', 2);
  await vs.command('Generate Samples…');
  await vs.page.locator('.quick-input-title', { hasText: 'Generate samples (1/' }).waitFor();
  await vs.choose('add');
  await vs.choose('Dialogue');
  await vs.answer('How many questions?', '3');
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
  await vs.openSample(vs.row('Runs', 'python, undecided'), vs.review.getByRole('button', { name: 'Go on editing' }));
  expect(await vs.page.locator('.tabs-container .tab:not([data-resource-name="total.py"])', { hasNotText: 'Edit:' }).count()).toBe(1);
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
  await vs.page.keyboard.press('f');
  await vs.review.getByText('Flagged').waitFor();
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
  await vs.pane('Runs').locator('.monaco-list-row.selected', { hasText: 'python, rejected' }).waitFor();
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

test('a model writes a dialogue, and its words are not called verified', async () => {
  vs.write('.codealchemy/models.yaml', model.section);
  await vs.open('total.py', 2);
  await vs.command('Generate Samples…');
  await vs.choose('The whole file');
  await vs.choose('Dialogue');
  await vs.answer('How many questions?', '2');
  await vs.choose('A model that your configuration names');
  await vs.review.getByText('The model gives its answer 1.').waitFor();
  await vs.review.getByText('unverified').first().waitFor();
  await vs.shot('review-model');
  await vs.command('View: Close All Editors');
});
