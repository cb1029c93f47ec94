import { expect, test } from 'vitest';
import { withModel, type Model } from './model';
import { withWorkbench, type Workbench } from './workbench';

let vs: Workbench;
let model: Model;
withModel((started) => (model = started));
withWorkbench((started) => (vs = started));

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
  await vs.answer('Go to step (', '20');
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

test('the configured model predicts in the user’s place', async () => {
  vs.write('.codealchemy/models.yaml', model.section);
  await vs.open('total.py');
  await vs.command('Predict What This File Does…');
  await vs.choose('Its output');
  await vs.activeTab('Prediction for total.py').waitFor();
  await vs.lens('Let the model predict').click();
  await vs.page.locator('.view-line', { hasText: /^total.18$/ }).click();
  await vs.shot('predict-model');
  await vs.page.keyboard.press('Control+Enter');
  await vs.notification('Right: your prediction matches exactly').waitFor();
  await vs.status('step 1/').waitFor();
  expect(model.asked.filter((prompt) => prompt.includes('total 18'))).toEqual([]);
  await vs.command('Close Trace');
});
