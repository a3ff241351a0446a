import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unread-quotation', () => {
  it('says that nothing was checked, and what to do', () => {
    const said = problemsOf('"The tide never rose [@tide].').map(
      ({ severity, message }) => `${severity}: ${message}`,
    );
    assert.equal(said.length, 1);
    assert.match(
      said.join(),
      /^warning: This looks like a quotation but could not be read, so it was not checked/,
    );
  });

  const cases: Readonly<Record<string, readonly string[]>> = {
    'Ada wrote: "The tide never rose [@tide].': ['"The tide never rose [@tide].'],
    'Ada wrote: “The tide never rose [@tide].': ['“The tide never rose [@tide].'],
    'The tide never rose” [@tide].': ['The tide never rose”'],
    '<blockquote>The tide never rose</blockquote>\n\n[@tide]': [
      '<blockquote>The tide never rose</blockquote>',
    ],
    '<blockquote>\n\nThe tide never rose.\n\n</blockquote>': ['<blockquote>'],
    'So <q>the tide never rose [@tide].': ['<q>the tide never rose [@tide].'],
    '<div>He wrote “the tide never rose” [@tide].</div>': [
      '<div>He wrote “the tide never rose” [@tide].</div>',
    ],
    "So ``the tide'' and ``the low sun'' [@tide].": ["the tide'' and ``the low sun'' [@tide]."],
    '"The tide never rose\n\nand fell" [@tide].': ['and fell"'],
    '« Le mur tenait.\n\n» Il est tombé » [@tide].': ['» Il est tombé »'],
    // Nothing that claims anything of a source.
    'A 6" pipe in the ’90s [@tide].': [],
    '"Words without a partner and without a citation.': [],
    '“The tide rose on Sunday” [@tide].': [],
    '> “The tide rose on Sunday [@tide]': [],
    '<p title="The tide">The tide [@tide]</p>': [],
    '<p>“The tide never rose” at all</p>': [],
    'So ``the "tide" code`` is [@tide].': [],
    '<!-- <blockquote>x</blockquote> -->': [],
  };
  for (const [draft, expected] of Object.entries(cases))
    it(`is raised as it should be: ${draft}`, () => {
      assert.deepEqual(
        codesOf(draft).filter((code) => code.startsWith('unread-quotation')),
        expected.map((on) => `unread-quotation: ${on}`),
      );
    });

  it('leaves a quotation alone that runs over paragraphs as usual', () => {
    assert.deepEqual(codesOf('“The tide rose on Sunday and did not fall.\n\n“Nobody came.” [@tide]'), []);
    assert.match(
      codesOf('“The tide rose on Sunday and did never fall.\n\n“Nobody came.” [@tide]')[0] ?? '',
      /^altered-quotation/,
    );
  });
});
