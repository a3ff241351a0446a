import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { Corpus, readSources } from '#corpus-index';
import { readStyle, SHIPPED_STYLES } from '../../src/ingest/citation-styles';
import { parseDraft } from '../../src/language/parse-draft';
import { ReferencePrinter, type PrintedReferences } from '../../src/language/references/print-references';
import { groupsOf, itemsOf } from '../../src/language/references/references-of';
import { plainText } from '../../src/language/references/rich-text';
import { hasPandoc, pandocCitations, pandocJson, pandocReferences } from '../support/pandoc';
import { repositoryRoot as root } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const STYLES = nodePath.join(root, 'dist', 'citation-styles');

/** What writers of reports cite most. Everything in it is made up. */
const RECORDS = fs.readFileSync(nodePath.join(root, 'test/fixtures/references/sources.yaml'), 'utf8');

const DRAFT = fs.readFileSync(nodePath.join(root, 'test/fixtures/references/draft.md'), 'utf8');

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

function byPandoc(folder: string | undefined, style: string) {
  const csl = nodePath.join(STYLES, `${style}.csl`);
  return pandocJson(folder ?? '', ['draft.md', '--citeproc', '--csl', csl, '--bibliography', 'sources.yaml']);
}

describe('References beside those of pandoc', function () {
  this.timeout(600_000);
  let folder: string | undefined;
  before(function () {
    if (!hasPandoc()) this.skip();
    folder = temporaryFolder({ 'sources.yaml': RECORDS, 'draft.md': DRAFT });
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
      const ours = groups.map(({ author = [], text }) =>
        folded([plainText(author), plainText(text)].filter((part) => part !== '').join(' ')),
      );
      assert.deepEqual(ours, pandocCitations(byPandoc(folder, style)).map(folded));
    });
  }
});
