import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { repositoryRoot } from '../support/root';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');
const readTexts = (file: string): Texts => JSON.parse(read(file)) as Texts;
const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
const commandLinks = (text: string): string[] => (text.match(/\(command:[\w.]+\)/g) ?? []).sort();

/** The texts that the extension's own code shows: what `l10n.t` is given. */
function shownTexts(): string[] {
  const files = globSync('src/extension/**/*.ts', { cwd: repositoryRoot });
  return [
    ...new Set(
      files.flatMap((file) => textsOf(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true))),
    ),
  ];
}

function textsOf(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
      const [text] = node.arguments;
      assert.ok(
        text && ts.isStringLiteralLike(text),
        `${file.fileName}: ${node.getText()} cannot be translated`,
      );
      found.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The keys between percent signs in the manifest. */
function manifestKeys(value: unknown): string[] {
  if (typeof value === 'string') return /^%[^%]+%$/.test(value) ? [value.slice(1, -1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(manifestKeys) : [];
}

const manifest = JSON.parse(read('package.json')) as {
  contributes: {
    commands: { title: string }[];
    colors: { description: string }[];
    views: Record<string, { name: string }[]>;
    configuration: { properties: Record<string, object> };
  };
};

describe('the German translation', () => {
  it('has every text that the extension shows, and none that it does not', () => {
    assert.deepEqual(Object.keys(readTexts('l10n/bundle.l10n.de.json')).sort(), shownTexts().sort());
  });

  it('has every text of the manifest, and none that it has not', () => {
    const keys = [...new Set(manifestKeys(manifest))].sort();
    assert.deepEqual(Object.keys(readTexts('package.nls.json')).sort(), keys);
    assert.deepEqual(Object.keys(readTexts('package.nls.de.json')).sort(), keys);
  });

  it('keeps what is filled in, and where links lead', () => {
    const english = readTexts('package.nls.json');
    const pairs = [
      ...Object.entries(readTexts('l10n/bundle.l10n.de.json')),
      ...Object.entries(readTexts('package.nls.de.json')).map(
        ([key, text]) => [english[key] ?? '', text] as const,
      ),
    ];
    for (const [from, to] of pairs) {
      assert.deepEqual(placeholders(to), placeholders(from), from);
      assert.deepEqual(commandLinks(to), commandLinks(from), from);
    }
  });

  it('has every page of the walkthrough', () => {
    const pages = globSync('*.md', { cwd: path.join(repositoryRoot, 'media/walkthrough') });
    const english = pages.filter((page) => !page.endsWith('.nls.de.md'));
    assert.ok(english.length > 0);
    assert.deepEqual(
      pages.filter((page) => page.endsWith('.nls.de.md')).sort(),
      english.map((page) => page.replace('.md', '.nls.de.md')).sort(),
    );
    for (const page of english) {
      const [from = '', to = ''] = [page, page.replace('.md', '.nls.de.md')].map((one) =>
        read(`media/walkthrough/${one}`),
      );
      assert.deepEqual(
        to.match(/^#|^\| |`sourcewright [^`]*`|@[\w]+/gm),
        from.match(/^#|^\| |`sourcewright [^`]*`|@[\w]+/gm),
        page,
      );
    }
  });

  it('is of a manifest whose commands and settings can all be translated', () => {
    const { commands, colors, views } = manifest.contributes;
    for (const { title } of commands) assert.match(title, /^%.*%$/);
    for (const { description } of colors) assert.match(description, /^%.*%$/);
    for (const { name } of Object.values(views).flat()) assert.match(name, /^%.*%$/);
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties))
      assert.match(JSON.stringify(setting), /"(?:markdownD|d)escription":"%/, name);
  });
});
