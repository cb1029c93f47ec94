import { test } from 'vitest';
import { withWorkbench, type Workbench } from './workbench';

let vs: Workbench;
withWorkbench((started) => (vs = started));

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
  await vs.openSample(vs.row('Runs', 'python, undecided'), vs.decision('Undecided'));
  await vs.shot('run');
});

test('several samples are decided at once, and each decision is undone by itself', async () => {
  await vs.row('Runs', 'python, undecided').click();
  await vs.pane('Runs').locator('.monaco-list-row', { hasText: 'python, undecided' }).nth(2).click({ modifiers: ['Shift'] });
  await vs.pane('Runs').locator('.monaco-list-row', { hasText: 'python, undecided' }).nth(2).click({ button: 'right' });
  await vs.page.locator('.context-view .action-item', { hasText: 'Skip Selected Samples' }).hover();
  await vs.page.keyboard.press('Enter');
  await vs.row('Runs', /traces.*3\/\d+ reviewed/).waitFor();
  await vs.shot('many');
  await vs.openSample(vs.pane('Runs').locator('.monaco-list-row', { hasText: 'python, skipped' }).nth(1), vs.review.getByText('2 of 5'));
  await vs.decision('Skipped').waitFor();
  await vs.focusReview();
  await vs.command('Undo Decision');
  await vs.row('Runs', /traces.*2\/\d+ reviewed/).waitFor();
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

test('a run that is cancelled keeps what was made, and goes on', async () => {
  await vs.open('slow.yaml');
  await vs.page.getByRole('button', { name: 'Start Manifest Run' }).first().click();
  await vs.notification(/Running slow\.yaml.*\d\/4/).waitFor();
  await vs.notification('Running slow.yaml').hover();
  await vs.notification('Running slow.yaml').getByRole('button', { name: 'Cancel' }).click();
  await vs.notification('slow.yaml: stopped').waitFor();
  await vs.shot('run-cancelled');
  await vs.notification('slow.yaml: stopped').getByText('Go On').click();
  await vs.notification(/slow\.yaml: finished, \d+ samples, 0 rejects/).waitFor();
});
