import assert from 'node:assert/strict';
import { Corpus, splitDocument } from '#corpus-index';
import { findDefinition } from '../../src/language/definition';
import { parseDraft } from '../../src/language/parse-draft';

const PARAGRAPHS = ['The council met twice.', 'The wall was built in June.', 'It was not built to last.'];

/** A source of two pages, of which the second has two paragraphs. */
function corpus(): Corpus {
  const text = PARAGRAPHS.join('\n\n');
  const blocks = PARAGRAPHS.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind: 'paragraph' as const };
  });
  const second = blocks[1]?.start ?? 0;
  const pages = [
    { start: 0, end: second, label: 'xi', n: 1 },
    { start: second, end: text.length, label: 'xii', n: 2 },
  ];
  const made = new Corpus();
  const document = { text, blocks, edits: [], pages, metadata: { author: [], key: 'wall' } };
  made.put({ path: 'sources/wall.pdf', format: 'pdf', ...splitDocument(document) });
  return made;
}

/** The words of the paragraphs that the citation in a draft leads to. */
function targets(draft: string): string[] {
  const found = findDefinition(corpus(), parseDraft(draft), draft.indexOf('@wall') + 2);
  return found.map(({ source, span }) => source.text.slice(span.start, span.end));
}

describe('following a citation', () => {
  it('leads to the paragraph cited', () => {
    assert.deepEqual(targets('It “was not built to last” [@wall, para. 2].\n'), [PARAGRAPHS[1]]);
  });

  it('leads to the quoted words on the page cited', () => {
    assert.deepEqual(targets('It “was not built to last” [@wall, p. xii].\n'), [PARAGRAPHS[2]]);
  });

  it('leads to all of the page where nothing on it is quoted', () => {
    assert.deepEqual(targets('It was built [@wall, p. xii].\n'), PARAGRAPHS.slice(1));
    assert.deepEqual(targets('The “council met twice” [@wall, p. xii].\n'), PARAGRAPHS.slice(1));
  });

  it('leads to the quoted words where no place is cited, and to the beginning where nothing is quoted', () => {
    assert.deepEqual(targets('It “was not built to last” [@wall].\n'), [PARAGRAPHS[2]]);
    assert.deepEqual(targets('It was built [@wall].\n'), ['']);
  });
});
