import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { repositoryRoot } from '../support/root';

const OURS = 'sourcewright.citation.injection';
const MARKDOWN = 'text.html.markdown';

/** What our grammar needs of Markdown's: the scopes that it keeps out of. */
const STAND_IN = {
  scopeName: MARKDOWN,
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^\\s*(`{3,})', end: '^\\s*\\1' },
    { name: 'meta.embedded.block.frontmatter', begin: '\\A-{3}\\s*$', end: '^-{3}\\s*$' },
    { name: 'comment.block.html', begin: '<!--', end: '-->' },
    { name: 'meta.tag.html', match: '<[a-z][^>]*>' },
    { name: 'markup.inline.raw.string.markdown', match: '(`+)[^`]+\\1' },
    { name: 'markup.italic.markdown', begin: '\\*(?=\\S)', end: '\\*' },
    { name: 'markup.underline.link.markdown', match: '<https?://[^>]*>' },
    {
      name: 'meta.link.inline.markdown',
      match: '(\\[[^\\]]*\\])(\\([^)]*\\))',
      captures: { 2: { name: 'markup.underline.link.markdown' } },
    },
  ],
  repository: {},
};

/** Markdown's grammar of the VS Code that the tests run in, where it has been installed. */
const installed = path.join(
  repositoryRoot,
  'test/vscode-host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json',
);

const grammars: Record<string, () => string> = {
  'a stand-in for Markdown': () => JSON.stringify(STAND_IN),
  ...(existsSync(installed) && { "VS Code's Markdown": () => readFileSync(installed, 'utf8') }),
};

/** What each of our scopes is called in these tests. */
const NAMES: readonly (readonly [string, string])[] = [
  ['constant.other.reference.citation', 'key'],
  ['keyword.other.locator', 'term'],
  ['constant.numeric.locator', 'number'],
  ['keyword.operator.suppress-author', 'suppress'],
  ['punctuation.definition.citation', 'bracket'],
  ['punctuation.separator.citation', 'separator'],
  ['string.unquoted.citation', 'words'],
];

for (const [name, markdown] of Object.entries(grammars)) {
  describe(`the grammar injected into ${name}`, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await loadGrammar(markdown());
    });

    const check = (text: string, ...expected: string[]): void => {
      assert.deepEqual(coloured(grammar, text), expected, text);
    };

    it('colours key, locator and brackets', () => {
      check(
        'x [@smith_2020:a, para. 4] y',
        'bracket [',
        'key @smith_2020:a',
        'term para.',
        'number 4',
        'bracket ]',
      );
      check('[@a, pp. 33-35, 38]', 'bracket [', 'key @a', 'term pp.', 'number 33-35, 38', 'bracket ]');
      check('[@a p. iv]', 'bracket [', 'key @a', 'term p.', 'number iv', 'bracket ]');
      check('[@a, 33]', 'bracket [', 'key @a', 'number 33', 'bracket ]');
      check('[@{http://a/b}, § 4]', 'bracket [', 'key @{http://a/b}', 'term §', 'number 4', 'bracket ]');
      check('[@a, {s.v. river bed}]', 'bracket [', 'key @a', 'term s.v.', 'number river bed', 'bracket ]');
    });
    it('colours prefix and suffix, and each of several citations', () => {
      check(
        '[see @a, p. 3 and more; -@b]',
        'bracket [',
        'words see',
        'key @a',
        'term p.',
        'number 3',
        'words and',
        'words more',
        'separator ;',
        'suppress -',
        'key @b',
        'bracket ]',
      );
    });
    it('colours an author in the text and the bracket behind', () => {
      check(
        'As @a [p. 3] says, @b. -@c',
        'key @a',
        'bracket [',
        'term p.',
        'number 3',
        'bracket ]',
        'key @b',
        'suppress -',
        'key @c',
      );
      check(
        '@a [see @b; @c]',
        'key @a',
        'bracket [',
        'words see',
        'key @b',
        'separator ;',
        'key @c',
        'bracket ]',
      );
    });
    it('colours a citation that goes on in the next line', () => {
      check(
        '[@a, para.\n4; @b]',
        'bracket [',
        'key @a',
        'term para.',
        'words 4',
        'separator ;',
        'key @b',
        'bracket ]',
      );
      check('[@a\n\n@b', 'bracket [', 'key @a', 'key @b');
    });
    it('colours citations in emphasis, headings, quotes and lists', () => {
      check('*see @a*', 'key @a');
      check('# Head [@a]', 'bracket [', 'key @a', 'bracket ]');
      check('> quote [@a]', 'bracket [', 'key @a', 'bracket ]');
      check('- item [@a]', 'bracket [', 'key @a', 'bracket ]');
    });
    it('colours nothing else', () => {
      check('anna@example.org \\@a [link] [x](y) [^1] a [task] p. 3');
      check('`[@a]` ``@b``');
      check('<!-- [@b] -->');
      check('```\n[@a]\n```');
      check('<http://example.org/@a>');
    });
    it('takes the text of a link for no citation', () => {
      check('[@a](http://example.org) [see @a](x)');
    });
  });
}

/** The coloured stretches of a text, each with our name for its scope. */
function coloured(grammar: IGrammar, text: string): string[] {
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const name = NAMES.find(([scope]) => scopes.some((one) => one.startsWith(scope)))?.[1];
      if (name) found.push(`${name} ${line.slice(startIndex, endIndex)}`);
    }
  }
  return found;
}

async function loadGrammar(markdown: string): Promise<IGrammar> {
  const wasm = readFileSync(path.join(repositoryRoot, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const ours = readFileSync(path.join(repositoryRoot, 'syntaxes', 'sourcewright.tmLanguage.json'), 'utf8');
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => Promise.resolve(rawGrammar(scope, markdown, ours)),
    getInjections: (scope) => (scope === MARKDOWN ? [OURS] : []),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  assert.ok(grammar);
  return grammar;
}

function rawGrammar(scope: string, markdown: string, ours: string): IRawGrammar | null {
  if (scope === OURS) return parseRawGrammar(ours, 'ours.json');
  return scope === MARKDOWN ? parseRawGrammar(markdown, 'markdown.json') : null;
}
