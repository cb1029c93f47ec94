import { test } from 'vitest';
import { withWorkbench, type Workbench } from './workbench';

let vs: Workbench;
withWorkbench((started) => (vs = started), { trust: true });

test('nothing is run in a folder that is not trusted, until it is', async () => {
  await vs.open('total.py');
  await vs.status('CodeAlchemy: ').waitFor();
  await vs.lens('▶ Trace file').click();
  await vs.notification('Nothing is run in a folder that is not trusted').getByText('Manage Trust').hover();
  await vs.shot('not-trusted');
  await vs.notification('Nothing is run in a folder that is not trusted').getByText('Manage Trust').click();
  await vs.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  await vs.open('total.py');
  await vs.lens('▶ Trace file').click();
  await vs.status('step 1/').waitFor();
});
