import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const here = import.meta.dirname;
export const repository = path.resolve(here, '../../..');
const out = path.join(here, 'out');

/** A workbench for all tests of a file; a test that fails leaves a picture behind. */
export function withWorkbench(take: (started: Workbench) => void, options: { trust?: boolean } = {}): void {
  let vs: Workbench | undefined;
  beforeAll(async () => {
    vs = await Workbench.start(options);
    take(vs);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await vs?.shot(`failed-${task.name.replace(/\W+/g, '-').slice(0, 60)}`);
    }
  });
  afterAll(() => vs?.stop());
}

/** A real workbench in a real browser, over a copy of the workspace beside this file. */
export class Workbench {
  private constructor(
    readonly folder: string,
    readonly page: Page,
    private readonly home: string,
    private readonly process: ChildProcess,
    private readonly browser: Browser,
  ) {}

  /** Starts one; with `trust`, the folder is not trusted before the user says so. */
  static async start({ trust = false } = {}): Promise<Workbench> {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'codealchemy-e2e-'));
    // The sandbox's users read the sources.
    fs.chmodSync(home, 0o755);
    const folder = path.join(home, 'project');
    fs.cpSync(path.join(here, 'workspace'), folder, { recursive: true });
    fs.mkdirSync(path.join(home, 'data', 'User'), { recursive: true });
    fs.writeFileSync(path.join(home, 'data', 'User', 'settings.json'), JSON.stringify({ ...settings, 'security.workspace.trust.startupPrompt': 'never' }, null, 2));
    const port = await freePort();
    const entry = path.join(here, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
    const env = { ...process.env, HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}', CODEALCHEMY_HOME: path.join(home, 'codealchemy') };
    const folders = ['--user-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')];
    await finished(spawn('node', [entry, ...folders, '--install-extension', path.join(out, 'codealchemy-linux-x64.vsix')], { env, stdio: 'ignore' }));
    const log = fs.openSync(path.join(out, 'code-server.log'), 'w');
    const server = spawn('node', [entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', ...(trust ? [] : ['--disable-workspace-trust']), '--disable-getting-started-override'], { env, stdio: ['ignore', log, log] });
    const address = `http://127.0.0.1:${port}`;
    await answers(address, server);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
    // Keys that come before the workbench is restored are lost.
    await page.locator('.statusbar-item', { hasText: 'CodeAlchemy' }).waitFor();
    return new Workbench(folder, page, home, server, browser);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.process.kill();
    await finished(this.process);
    keepLogs(path.join(this.home, 'data', 'logs'));
    fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Runs a command by its title. */
  async command(title: string): Promise<void> {
    await this.summon('F1');
    await this.type(`>${title}`);
    await this.choose(title);
  }

  /** Presses the key of a quick pick until it is there: a key that meets a page which takes the focus is lost. */
  private async summon(key: string): Promise<void> {
    for (let tries = 3; tries > 0; tries--) {
      await this.page.keyboard.press(key);
      if (await this.quickInput.waitFor({ timeout: 5000 }).then(() => true, () => false)) {
        return;
      }
    }
  }

  /** Opens a file of the workspace; with `line`, the cursor stands there. */
  async open(file: string, line = 1): Promise<void> {
    await this.summon('Control+P');
    await this.type(file);
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${path.basename(file)}"]`).first().click();
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    if (line > 1) {
      await this.summon('Control+G');
      await this.type(`:${line}`);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Chooses an entry of an open quick pick. */
  async choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  }

  /** Types into an open input box or quick pick. */
  async type(text: string): Promise<void> {
    await this.quickInput.fill(text);
  }

  /** Answers an input box that asks in these words; typed too early, the answer would go to the box before it. */
  async answer(question: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-widget:not([style*="display: none"])', { hasText: question }).waitFor();
    await this.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a sample from the list; a click that meets the list while it is drawn again is lost. */
  async openSample(row: Locator, shows: Locator): Promise<void> {
    for (let tries = 3; tries > 0; tries--) {
      await row.click();
      const seen = await shows.waitFor({ timeout: 10_000 }).then(() => true, () => false);
      if (seen) {
        return;
      }
    }

    await shows.waitFor();
  }

  private get quickInput() {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) input.input');
  }

  tab(title: string) {
    return this.page.locator('.tabs-container .tab', { hasText: title });
  }

  activeTab(title: string) {
    return this.page.locator('.tabs-container .tab.active', { hasText: title });
  }

  /** A row of one of our views. */
  row(view: string, text: string | RegExp) {
    return this.pane(view).locator('.monaco-list-row', { hasText: text }).first();
  }

  pane(view: string) {
    return this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: view }) });
  }

  status(text: string | RegExp) {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  notification(text: string | RegExp) {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  lens(title: string) {
    return this.page.locator('.codelens-decoration a', { hasText: title });
  }

  /** The page of the sample that is shown. */
  get review() {
    return this.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe#active-frame');
  }

  /** What the page says of the decision about its sample. */
  decision(text: string) {
    return this.review.getByRole('status').filter({ hasText: text });
  }

  /** A line of the draft in the diff editor. */
  draftLine(text: string) {
    return this.page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: text }).first();
  }

  /** Puts the focus into the page of the sample, where its keys work. */
  async focusReview(): Promise<void> {
    await this.review.locator('h1').click();
    await this.review.locator('body[data-keys="on"]').waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.monaco-workbench').waitFor();
  }

  async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(out, `${name}.png`) });
  }

  /** Text of a file of the workspace. */
  read(file: string): string {
    return fs.readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Writes a file of the workspace. */
  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  /** Changes a setting of the workspace; user settings are read at the start only. */
  setting(name: string, value: unknown): void {
    const file = path.join(this.folder, '.vscode', 'settings.json');
    const all = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ ...all, [name]: value }, null, 2));
  }
}

const settings = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'chat.commandCenter.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'editor.minimap.enabled': false,
};

// What the extension logged, for whoever looks into a failure.
function keepLogs(folder: string): void {
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('CodeAlchemy.log'))) {
    fs.appendFileSync(path.join(out, 'extension.log'), `--- ${file}\n${fs.readFileSync(path.join(folder, file), 'utf8')}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function finished(child: ChildProcess): Promise<void> {
  return child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`code-server ended; ${path.join(out, 'code-server.log')} says why.`);
    }

    if (await fetch(address).then(() => true, () => false)) {
      return;
    }

    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
