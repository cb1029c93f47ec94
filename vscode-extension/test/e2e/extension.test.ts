import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
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
  await vs.page.keyboard.press('Control+S');
  await vs.activeTab('Edit:').locator('.monaco-icon-label').waitFor();
  await vs.shot('edit');
  await vs.reload();
  await vs.status('CodeAlchemy: ready').waitFor();
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
