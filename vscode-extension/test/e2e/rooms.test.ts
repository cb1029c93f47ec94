import * as path from 'node:path';
import { test } from 'vitest';
import { repository, withWorkbench, type Workbench } from './workbench';

let vs: Workbench;
withWorkbench((started) => (vs = started));

test('a prompt is previewed for a file, and the preview follows the template', async () => {
  await vs.open('explain.scriban');
  await vs.page.getByRole('button', { name: 'Preview Prompt' }).first().click();
  await vs.type('Shapes.java');
  await vs.choose('Shapes.java');
  await vs.page.locator('.view-line', { hasText: /^Explain.Shapes\.java,.a.Java.program\.$/ }).waitFor();
  await vs.page.locator('.view-line', { hasText: '‹question›' }).waitFor();
  await vs.shot('preview');
  await vs.page.locator('.view-line', { hasText: '{{' }).first().click();
  await vs.page.keyboard.press('Control+Home');
  await vs.page.keyboard.type('Please. ');
  await vs.page.locator('.view-line', { hasText: /^Please\..Explain.Shapes/ }).waitFor();
  await vs.page.keyboard.type('{{ if }}');
  await vs.page.locator('.view-line', { hasText: 'can\'t be rendered' }).waitFor();
  await vs.command('File: Revert File');
  await vs.command('View: Close All Editors');
});

test('plugins are listed with what they are', async () => {
  await vs.command('Focus on Plugins View');
  await vs.row('Plugins', 'Bash').click();
  await vs.row('Plugins', 'language 1.0.0').waitFor();
  await vs.page.keyboard.press('End');
  await vs.row('Plugins', 'strategy 1.0.0').waitFor();
  await vs.shot('plugins');
});

test('a plugin is installed from a folder, after it was told what it runs', async () => {
  await vs.command('Install Plugin…');
  await vs.choose('A path, archive or address…');
  await vs.answer('Install a plugin from', path.join(repository, 'examples/plugins/awk'));
  await vs.page.locator('.monaco-dialog-box').waitFor();
  await vs.shot('plugin-consent');
  await vs.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Install' }).click();
  await vs.notification('is installed').waitFor();
  await vs.row('Plugins', 'strategy 1.0.0').click();
  await vs.page.keyboard.press('Home');
  await vs.row('Plugins', 'AWK').waitFor();
  await vs.row('Plugins', ', project').waitFor();
});

test('a server that can’t start is told in the status item, with the reason', async () => {
  vs.setting('codealchemy.server.path', '/nowhere/codealchemy');
  await vs.status('CodeAlchemy: failed').waitFor();
  await vs.status('CodeAlchemy: failed').click();
  await vs.page.locator('.quick-input-widget', { hasText: 'CodeAlchemy: failed' }).locator('input[placeholder*="/nowhere/codealchemy, which does not exist"]').waitFor();
  await vs.shot('failed');
  await vs.page.keyboard.press('Escape');
});
