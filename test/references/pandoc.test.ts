import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { Corpus, readSources } from '#corpus-index';
import { readStyle, SHIPPED_STYLES } from '../../src/ingest/citation-styles';
import { parseDraft } from '../../src/language/parse-draft';
import { ReferencePrinter, type PrintedReferences } from '../../src/language/references/print-references';
import { groupsOf, itemsOf } from '../../src/language/references/references-of';
import { plainText } from '../../src/language/references/rich-text';
import { referenceMethods, type PreviewResult, type PrintedText } from '../../src/protocol/references';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { hasPandoc, pandocCitations, pandocJson, pandocReferences } from '../support/pandoc';
import { repositoryRoot as root } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const STYLES = nodePath.join(root, 'dist', 'citation-styles');

/** What writers of reports cite most. Everything in it is made up. */
const RECORDS = fs.readFileSync(nodePath.join(root, 'test/fixtures/references/sources.yaml'), 'utf8');

const DRAFT = fs.readFileSync(nodePath.join(root, 'test/fixtures/references/draft.md'), 'utf8');

/** Pandoc knows `p.` and `para.` only where the report is English: numbers alone are pages in every language. */
const WITHOUT_LABELS = DRAFT.replace(/\b(?:pp?|para|chap)\. (?=\d)/g, '');

/**
 * Typography only: spaces that do not break, hyphens for dashes between numbers, marks of quotation. Two things differ that
 * docs/references.md names: the comma that citeproc prints behind a title's question mark, as the Chicago manual has it, and
 * pandoc swallows; and the label of a report's number, for which pandoc 2.17 has no word yet.
 */
const folded = (text: string): string =>
  text
    .replace(/[\s\u00A0\u202F\u2060]+/g, ' ')
    .replace(/[\u2010\u2011\u2012\u2013]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\?,"/g, '?"')
    .replace('(No. 12)', '(12)')
    .trim();

async function printed(style: string): Promise<PrintedReferences> {
  const corpus = new Corpus();
  corpus.setRecords(readSources(RECORDS).records);
  const files = await readStyle(STYLES, root, { style, locale: '' });
  if (typeof files === 'string') assert.fail(files);
  const draft = { draft: parseDraft(DRAFT), corpus };
  return new ReferencePrinter(files).print(
    itemsOf(draft),
    groupsOf(draft).flatMap(({ cited }) => cited ?? []),
  );
}

function byPandoc(folder: string | undefined, style: string, locale = '', draft = 'draft.md') {
  const csl = nodePath.join(STYLES, `${style}.csl`);
  const language = locale === '' ? [] : ['--metadata', `lang=${locale}`];
  const references = ['--citeproc', '--csl', csl, '--bibliography', 'sources.yaml'];
  return pandocJson(folder ?? '', [draft, ...references, ...language]);
}

/** The words of a citation, with what stands in the sentence before it. */
const wordsOf = ({ author = [], text }: { readonly author?: PrintedText; readonly text: PrintedText }) =>
  folded([plainText(author), plainText(text)].filter((part) => part !== '').join(' '));

describe('References beside those of pandoc', function () {
  this.timeout(600_000);
  let folder: string | undefined;
  before(function () {
    if (!hasPandoc()) this.skip();
    folder = temporaryFolder({
      'sources.yaml': RECORDS,
      'draft.md': DRAFT,
      'without-labels.md': WITHOUT_LABELS,
    });
  });

  after(() => {
    if (folder !== undefined) removeFolder(folder);
  });

  for (const style of SHIPPED_STYLES) {
    it(`lists the references of a draft in ${style} as pandoc --citeproc does`, async () => {
      const ours = (await printed(style)).entries.map(({ text }) => folded(plainText(text)));
      const theirs = pandocReferences(byPandoc(folder, style)).map(folded);
      assert.equal(ours.length, readSources(RECORDS).records.length);
      assert.deepEqual(ours, theirs);
    });

    it(`prints the citations of a draft in ${style} as pandoc --citeproc does`, async () => {
      const { groups } = await printed(style);
      assert.deepEqual(groups.map(wordsOf), pandocCitations(byPandoc(folder, style)).map(folded));
    });
  }

  describe('in the preview', () => {
    let server: ServerUnderTest;
    before(async () => {
      server = await startServer(folder ?? assert.fail('no folder'));
      await server.ready();
      await server.open('draft.md');
      await server.open('without-labels.md');
    });
    after(() => server.stop());
    const preview = async (draft: string, citationStyle: string, citationLocale: string) => {
      server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => ({ citationStyle, citationLocale })),
      );
      const shown = await server.request<PreviewResult | null>(referenceMethods.preview, {
        draft: server.uri(draft),
      });
      return shown ?? assert.fail('no preview');
    };

    for (const [draft, style, locale] of [
      ['draft.md', 'chicago-author-date', ''],
      ['draft.md', 'chicago-notes', ''],
      ['without-labels.md', 'apa', 'de-DE'],
      ['without-labels.md', 'chicago-notes', 'de-DE'],
    ] as const)
      it(`shows citations and references in ${style}${locale && ` and ${locale}`} as pandoc prints them`, async () => {
        const { citations, entries, problem } = await preview(draft, style, locale);
        const theirs = byPandoc(folder, style, locale, draft);
        assert.equal(problem, undefined);
        assert.deepEqual(citations.map(wordsOf), pandocCitations(theirs).map(folded));
        assert.deepEqual(
          entries.map((entry) => folded(plainText(entry))),
          pandocReferences(theirs).map(folded),
        );
        const isInNotes = style === 'chicago-notes';
        assert.deepEqual(
          citations.map(({ note }) => note),
          citations.map((_, at) => (isInNotes ? at + 1 : undefined)),
        );
      });
  });
});
