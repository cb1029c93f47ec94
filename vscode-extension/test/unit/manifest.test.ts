import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

type Contribution = { command: string; when?: string; key?: string; title?: string; icon?: string };
const manifest = JSON.parse(read('package.json')) as {
  icon: string;
  dependencies?: object;
  contributes: {
    commands: Contribution[];
    keybindings: Contribution[];
    menus: Record<string, Contribution[]>;
    configuration: { properties: Record<string, { default: unknown; description?: string; markdownDescription?: string; enum?: string[]; enumDescriptions?: string[] }> };
    viewsContainers: { activitybar: { icon: string }[] };
    walkthroughs: { steps: { media: { markdown: string } }[] }[];
  };
};
const { commands, keybindings, menus, configuration, viewsContainers, walkthroughs } = manifest.contributes;
const sources = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => read(path.join('src', file)));
const docs = read('../docs/vscode.md');

describe('the manifest of the extension', () => {
  test('has a title and no second entry for each command', () => {
    expect(commands.filter((one) => (one.title ?? '') === '')).toEqual([]);
    expect(new Set(commands.map((one) => one.command)).size).toBe(commands.length);
  });

  test('names in menus and keys only commands that there are', () => {
    const known = new Set(commands.map((one) => one.command));
    const used = [...keybindings, ...Object.values(menus).flat()].map((one) => one.command);
    expect(used.filter((command) => !known.has(command))).toEqual([]);
  });

  test('names only files that there are', () => {
    const files = [manifest.icon, ...viewsContainers.activitybar.map((one) => one.icon), ...walkthroughs.flatMap((one) => one.steps.map((step) => step.media.markdown))];
    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });

  test('binds keys without Ctrl or Alt in the review only', () => {
    const plain = keybindings.filter((one) => !/ctrl|alt|cmd/.test(one.key ?? ''));
    expect(plain.length).toBeGreaterThan(8);
    expect(plain.filter((one) => !one.when?.includes('codealchemy.reviewFocused'))).toEqual([]);
  });

  test('describes every setting and every choice of it', () => {
    for (const [name, setting] of Object.entries(configuration.properties)) {
      expect(setting.description ?? setting.markdownDescription, name).toBeTruthy();
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
    }
  });

  test('has settings that are read, and no setting is read that it hasn’t', () => {
    const properties = new Set(Object.keys(configuration.properties));
    for (const name of properties) {
      expect(sources.some((source) => source.includes(`'${name.replace('codealchemy.', '')}'`)), name).toBe(true);
    }

    const asked = sources.flatMap((source) => [...source.matchAll(/\.get(?:<\w+>)?\('([\w.]+)', /g)].map((found) => `codealchemy.${found[1] ?? ''}`));
    expect(asked.filter((name) => !properties.has(name))).toEqual([]);
  });

  test('carries no library at run time but what is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
  });
});

describe('docs/vscode.md', () => {
  test('has every setting with its default', () => {
    for (const [name, { default: value }] of Object.entries(configuration.properties)) {
      const row = docs.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
      expect(row, name).toContain(value === '' ? 'empty' : String(value));
    }
  });

  test('has every key of the review', () => {
    const row = docs.split('\n').find((line) => line.startsWith('| review |')) ?? '';
    const keys = keybindings.filter((one) => one.command.startsWith('codealchemy.review.') && /^[a-z]$/.test(one.key ?? '')).map((one) => one.key ?? '');
    expect(keys.filter((key) => !row.includes(`\`${key}\``))).toEqual([]);
  });
});
