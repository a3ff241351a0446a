import assert from 'node:assert/strict';
import { droppedOf, passagesOf, readSourceBytes } from '../../support/read-formatted';
import { verdictsOf } from '../../support/verdicts-of';

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';
const WORDS = 'A reader says that the mayor has taken money from the builders of the wall.';

const readPage = (inside: string, behind = '') =>
  readSourceBytes(
    'a.html',
    Buffer.from(
      `<html lang="en"><head><title>Low Walls</title></head><body><article><h1>Low Walls</h1><p>${LONG}</p><p>${LONG}</p>${inside}</article>${behind}</body></html>`,
    ),
  );

describe('the comments of a page’s readers', () => {
  const threads = [
    `<section id="comments"><p>${WORDS}</p></section>`,
    `<aside class="comments"><p>${WORDS}</p></aside>`,
    `<div class="entry comments-area"><p>${WORDS}</p></div>`,
    `<div role="complementary" aria-label="Comments"><p>${WORDS}</p></div>`,
    `<section id="comments"><h2>Comments</h2><ul><li class="comment"><p>${WORDS}</p></li></ul></section>`,
  ];
  for (const thread of threads)
    it(`are not the article’s words, within it or behind it: ${thread.slice(0, 50)}`, async () => {
      for (const source of [await readPage(thread), await readPage('', thread)]) {
        assert.deepEqual(passagesOf(source), [LONG, LONG]);
        assert.deepEqual(verdictsOf(source, '“the mayor has taken money from the builders” [@KEY]'), [
          'missing',
        ]);
      }
      assert.ok(droppedOf(await readPage(thread)).includes(`comment: ${WORDS}`));
    });

  it('are not the article’s words where one of them stands among its paragraphs', async () => {
    const source = await readPage(`<ol><li class="comment"><p>${WORDS}</p></li></ol><p>${LONG}</p>`);
    assert.deepEqual(passagesOf(source), [LONG, LONG, LONG]);
  });

  const sections = [
    `<section id="comments-on-the-treaty"><h2>Comments on the treaty</h2><p>${WORDS}</p></section>`,
    `<section id="comments"><h2>2.1. Comments</h2><p>${WORDS}</p></section>`,
    `<div class="comment"><p>${WORDS}</p></div>`,
  ];
  for (const section of sections)
    it(`are not a section of the article on comments: ${section.slice(0, 50)}`, async () => {
      assert.deepEqual(passagesOf(await readPage(section)), [LONG, LONG, WORDS]);
    });
});
