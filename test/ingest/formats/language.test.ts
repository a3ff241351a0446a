import assert from 'node:assert/strict';
import { isFailure, readSource } from '../../../src/ingest/read-source';
import { readSourceBytes } from '../../support/read-formatted';

const ENGLISH =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring since the storm. Nobody objected to what the engineer had drawn, and nobody asked what it would cost.';
const GERMAN =
  'Der Ausschuss traf sich am Mittag im Hafenamt und ging die Pläne für die Mauer Blatt für Blatt durch, wie in jedem Frühjahr seit dem Sturm. Niemand wandte sich gegen das, was der Ingenieur gezeichnet hatte, und niemand fragte, was es kosten würde.';

function languageOfText(name: string, text: string): string | undefined {
  const read = readSource(name, Buffer.from(text));
  if (isFailure(read)) assert.fail(read.code);
  return read.metadata.language;
}

describe('the language of a source', () => {
  it('is told from the words of a text and of Markdown', () => {
    assert.equal(languageOfText('a.txt', ENGLISH), 'en');
    assert.equal(languageOfText('a.txt', GERMAN), 'de');
    assert.equal(languageOfText('a.md', `# Die Mauer\n\n${GERMAN}\n`), 'de');
  });

  it('is the one that the front matter states', () => {
    assert.equal(languageOfText('a.md', `---\ntitle: Mauer\nlang: nl\n---\n\n${GERMAN}\n`), 'nl');
  });

  it('is not guessed from a few words', () => {
    assert.equal(languageOfText('a.txt', 'The wall was low.'), undefined);
  });

  it('is told from the words of a page that states none', async () => {
    const page = Buffer.from(`<html><body><article><p>${GERMAN}</p></article></body></html>`);
    assert.equal((await readSourceBytes('a.html', page)).metadata.language, 'de');
  });
});
