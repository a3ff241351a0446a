import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { repositoryRoot } from '../support/root';

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');
const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);

const { contributes } = JSON.parse(read('package.json')) as {
  contributes: { viewsWelcome: { view: string; when?: string }[] };
};

/** Every `when` under a part of the manifest. */
function clauses(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'when' in value && typeof value.when === 'string' ? [value.when] : [];
  return [...own, ...Object.values(value).flatMap(clauses)];
}

interface Asked {
  readonly key: string;
  /** What it is compared with, if it is. */
  readonly value: string | undefined;
}

/** What a clause asks of our own keys; names of views and the like stand to the right of a sign and are none. */
const asked = (clause: string): Asked[] =>
  clause.split(/&&|\|\||[()]/).flatMap((part) => {
    const [, key, value] = /^!?(sourcewright\.[\w.]+)(?:\s*[!=]=\s*'?([\w-]+)'?)?$/.exec(part.trim()) ?? [];
    return key === undefined ? [] : [{ key, value }];
  });

/** The keys that the extension's code sets, and all words in it that could be what they are set to. */
function setInCode(): { keys: Set<string>; words: Set<string> } {
  const keys = new Set<string>();
  const words = new Set<string>();
  for (const file of globSync('src/extension/**/*.ts', { cwd: repositoryRoot }))
    readCode(parse(file), keys, words);
  return { keys, words };
}

function readCode(file: ts.SourceFile, keys: Set<string>, words: Set<string>): void {
  const constants = new Map<string, string>();
  const setters = new Set<string>();
  const textOf = (node: ts.Node | undefined): string | undefined => {
    if (!node) return undefined;
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isIdentifier(node)) return constants.get(node.text);
    if (!ts.isTemplateExpression(node)) return undefined;
    return (
      node.head.text +
      node.templateSpans.map((one) => (textOf(one.expression) ?? '?') + one.literal.text).join('')
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) words.add(node.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const text = textOf(node.initializer);
      if (text !== undefined) constants.set(node.name.text, text);
      // A function of its own that takes the key's name: `const context = (name, value) => ...`.
      if (node.initializer && ts.isArrowFunction(node.initializer) && setsContext(node.initializer.body))
        setters.add(node.name.text);
    }
    if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments;
      const name = setsContext(node)
        ? textOf(second)
        : setters.has(node.expression.getText())
          ? textOf(first)
          : undefined;
      if (name !== undefined) keys.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** `commands.executeCommand('setContext', ...)`, also behind `void`. */
function setsContext(node: ts.Node): boolean {
  if (ts.isVoidExpression(node)) return setsContext(node.expression);
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  return first !== undefined && ts.isStringLiteral(first) && first.text === 'setContext';
}

describe('what the manifest makes depend on a context key', () => {
  const { keys, words } = setInCode();

  it('asks for keys only that the extension sets', () => {
    const all = clauses(contributes).flatMap(asked);
    assert.ok(all.length > 30, `${all.length} keys asked for`);
    assert.deepEqual(
      [...new Set(all.map(({ key }) => key))].filter((key) => !keys.has(key)),
      [],
    );
  });

  it('compares them with words only that the extension knows', () => {
    const compared = clauses(contributes)
      .flatMap(asked)
      .flatMap(({ value }) => value ?? []);
    assert.ok(compared.includes('no-draft'));
    assert.deepEqual(
      [...new Set(compared)].filter((word) => !words.has(word)),
      [],
    );
  });

  it('has a welcome text for each state in which a view can be empty, and for none that it cannot have', () => {
    for (const [view, file, name] of STATES) {
      const own = contributes.viewsWelcome.filter((one) => one.view === `sourcewright.${view}`);
      const states = own
        .flatMap(({ when = '' }) => asked(when))
        .flatMap(({ key, value }) => (key === `sourcewright.${view}.state` ? (value ?? []) : []));
      const known = statesIn(file, name);
      assert.deepEqual(
        states.filter((state) => !known.includes(state)),
        [],
        view,
      );
      assert.deepEqual(
        known.filter((state) => state !== 'filled' && !states.includes(state)),
        [],
        view,
      );
    }
  });
});

/** The type of each view's state. */
const STATES = [
  ['sources', 'src/extension/sources-view/source-tree.ts', 'SourceTreeState'],
  ['citations', 'src/extension/citations-view/citation-store.ts', 'CitationsState'],
  ['actors', 'src/extension/actors-view/actor-tree.ts', 'ActorTreeState'],
] as const;

function statesIn(file: string, name: string): string[] {
  const type = parse(file).statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name);
  const states = type?.getText().match(/(?<=')[\w-]+(?=')/g) ?? [];
  assert.ok(states.length > 2, `${name} in ${file}`);
  return states;
}
