import { noReviews, readReviews } from '#corpus-index';
import assert from 'node:assert/strict';
import { hashing } from '../../../src/ingest/sha256';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { decide, reviewDraft, type Deciding } from '../../../src/language/review/decide';
import { corpusOf } from '../../support/corpus-of';
import { decided as decidedIn, REVIEWER as BY } from '../../support/reviewed';

const FILES = {
  'wall.txt': 'The wall was not built to last.\n\nThe council met twice in June.\n\nNobody came in July.\n',
  'tide.txt': 'The tide rose on Sunday and did not fall.\n',
};
const DRAFT = [
  'It was weak: “The wall was not built to last” [@wall, para. 1]. They knew [@wall, para. 2].',
  '',
  'Then the water came:',
  '',
  '> The tide rose on Sunday and did not fall. [@tide]',
  '',
].join('\n');

const judged = (draft: string, files: Readonly<Record<string, string>> = FILES) =>
  judgeDraft(corpusOf(files), parseDraft(draft));

const read = (text: string) => (text === '' ? noReviews : readReviews(text));

const decided = (
  text: string,
  draft: string,
  deciding: Partial<Deciding> & { readonly citation: number },
) => {
  const after = decidedIn(FILES, text, draft, deciding);
  assert.ok(after !== undefined);
  return after;
};

/** Accepts every citation, one by one. */
const reviewed = (draft = DRAFT) =>
  [0, 1, 2].reduce((text, citation) => decided(text, draft, { citation }), '');

const states = (text: string, draft: string, files: Readonly<Record<string, string>> = FILES) =>
  reviewDraft(judged(draft, files), read(text).reviews, hashing).items.map(({ state }) =>
    state.kind === 'stale' ? `stale: ${state.sides.join()}` : state.kind,
  );

const FRESH = ['decided', 'decided', 'decided'];

describe('deciding on citations', () => {
  it('begins undecided', () => {
    assert.deepEqual(states('', DRAFT), ['undecided', 'undecided', 'undecided']);
  });

  it('keeps who, when, what and why', () => {
    const text = decided('', DRAFT, { citation: 0, decision: 'queried', note: ' Which wall? ' });
    const [review] = readReviews(text).reviews;
    const { sha256, place, ...said } = review!;
    assert.deepEqual(said, {
      key: 'wall',
      locator: 'para. 1',
      words: 'The wall was not built to last',
      decision: 'queried',
      note: 'Which wall?',
      ...BY,
    });
    assert.deepEqual([place?.before, place?.number, place?.alike], [undefined, 1, 1]);
    const { citation, ...hashes } = sha256;
    assert.equal(citation, undefined);
    assert.ok(Object.values(hashes).every((hash) => /^[0-9a-f]{64}$/.test(hash ?? '')));
    assert.deepEqual(states(text, DRAFT), ['decided', 'undecided', 'undecided']);
  });

  it('stands in the order of the draft, whatever the order of deciding', () => {
    const backwards = [2, 1, 0].reduce((text, citation) => decided(text, DRAFT, { citation }), '');
    assert.equal(backwards, reviewed());
  });

  it('takes a decision back, and another one in its place', () => {
    const text = decided(reviewed(), DRAFT, { citation: 1, decision: undefined });
    assert.deepEqual(states(text, DRAFT), ['decided', 'undecided', 'decided']);
    const again = decided(reviewed(), DRAFT, { citation: 1, decision: 'rejected' });
    assert.deepEqual(
      readReviews(again).reviews.map(({ decision }) => decision),
      ['accepted', 'rejected', 'accepted'],
    );
  });

  it('gives nothing for a citation that the draft does not have', () => {
    const options = { file: noReviews, draft: 'a.md', hashing };
    assert.equal(decide(judged(DRAFT), options, { citation: 9, decision: 'accepted', ...BY }), undefined);
  });
});

describe('a decision goes stale', () => {
  it('by none of: wrapped lines, another paragraph put in, a number that follows it', () => {
    const draft = `A new beginning.\n\n${DRAFT.replace('not built', 'not\nbuilt')}`;
    assert.deepEqual(states(reviewed(), draft), FRESH);
    const files = { ...FILES, 'wall.txt': `It began so.\n\n${FILES['wall.txt']}` };
    const moved = DRAFT.replace('para. 1', 'para. 2').replace(
      'They knew [@wall, para. 2]',
      'They knew [@wall, para. 3]',
    );
    assert.deepEqual(states(reviewed(), moved, files), FRESH);
  });

  it('where the quotation changes', () => {
    assert.deepEqual(states(reviewed(), DRAFT.replace('“The wall was not', '“[T]he wall was not')), [
      'stale: quotation,sentence',
      'decided',
      'decided',
    ]);
  });

  it('where the sentence that stands on it changes', () => {
    assert.deepEqual(states(reviewed(), DRAFT.replace('They knew', 'Nobody knew')), [
      'decided',
      'stale: sentence',
      'decided',
    ]);
    assert.deepEqual(states(reviewed(), DRAFT.replace('Then the water came', 'Then no water came')), [
      'decided',
      'decided',
      'stale: sentence',
    ]);
  });

  it('where the cited passage changes, and only there', () => {
    const files = { ...FILES, 'wall.txt': FILES['wall.txt'].replace('twice', 'once') };
    assert.deepEqual(states(reviewed(), DRAFT, files), ['decided', 'stale: passage', 'decided']);
  });

  it('where the source is gone', () => {
    assert.deepEqual(states(reviewed(), DRAFT, { 'wall.txt': FILES['wall.txt'] }), [
      'decided',
      'decided',
      'stale: passage',
    ]);
  });

  it('but not where the same citation stands twice and one of them goes', () => {
    const twice = `${DRAFT}\nAgain they knew [@wall, para. 2].\n`;
    const text = decided(reviewed(), twice, { citation: 3, decision: 'rejected' });
    assert.deepEqual(states(text, DRAFT), FRESH);
  });
});

describe('the file of reviews', () => {
  it('keeps comments, other fields and what it cannot read', () => {
    const text = reviewed()
      .replace('    words: The wall', '    # looked at twice\n    mood: good\n    words: The wall')
      .concat('  - decision: maybe\n');
    const again = decided(text, DRAFT, { citation: 0, decision: 'rejected', note: 'no' });
    assert.match(again, /# looked at twice\n {4}mood: good/);
    assert.match(again, /- decision: maybe/);
    assert.equal(decided(again, DRAFT, { citation: 2, at: BY.at }), again);
  });

  it('keeps decisions on citations that were deleted: they may come back', () => {
    const [first = ''] = DRAFT.split(' They knew');
    const without = DRAFT.replace(' They knew [@wall, para. 2].', '');
    assert.ok(first !== '');
    const text = decided(reviewed(), without, { citation: 0, decision: 'rejected' });
    assert.deepEqual(states(text, DRAFT), FRESH);
  });

  it('is broken where a merge left its marks, where it is no YAML, or no list', () => {
    assert.match(readReviews('<<<<<<< ours\nreviews: []\n=======\n>>>>>>> theirs\n').broken ?? '', /merge/);
    assert.match(readReviews('reviews: [').broken ?? '', /YAML/);
    assert.match(readReviews('version: 1\n').broken ?? '', /reviews/);
    assert.equal(readReviews('').broken, undefined);
  });

  it('reads keys and dates as they are written', () => {
    const text = reviewed('One [@2019]. Two [@wall]. Three [@tide].');
    assert.deepEqual(
      readReviews(text).reviews.map(({ key, at }) => `${key} ${at}`),
      ['2019', 'wall', 'tide'].map((key) => `${key} ${BY.at}`),
    );
  });
});

describe('A decision on a citation whose own words change', () => {
  const RECORDS = '- {id: book2019, title: The Tower, type: book}\n';
  const files = { ...FILES, 'sources.yaml': RECORDS };
  const TOWER =
    'The tower fell in a storm [@book2019, p. 12]. They knew [@wall, sec. 2] of it [@wall, para. 2].\n';
  const accepted = [0, 1, 2].reduce(
    (text, citation) => decidedIn(files, text, TOWER, { citation }) ?? text,
    '',
  );
  /** As files were before they had a hash of the citation. */
  const old = accepted.replaceAll(/^ +citation: \w+\n/gm, '');
  const after = (before: string, now: string, review = accepted) =>
    states(review, TOWER.replace(before, now), files);

  it('goes stale by itself where the locator of a source without text, or one that is not counted, changes', () => {
    assert.notEqual(old, accepted);
    for (const review of [accepted, old]) {
      assert.deepEqual(after('', '', review), FRESH);
      const [first, second] = [
        ['stale: citation', 'decided', 'decided'],
        ['decided', 'stale: citation', 'decided'],
      ];
      assert.deepEqual(after('p. 12', 'p. 400', review), first);
      assert.deepEqual(after(', p. 12', '', review), first);
      assert.deepEqual(after('sec. 2', 'sec. 3', review), second);
      assert.deepEqual(after(', sec. 2', '', review), second);
    }
  });

  it('goes stale where a prefix or suffix is put in, changed or taken out', () => {
    for (const review of [accepted, old]) {
      const stale = ['stale: citation', 'decided', 'decided'];
      assert.deepEqual(after('[@book2019', '[but contra all of it @book2019', review), stale);
      assert.deepEqual(after('p. 12]', 'p. 12, who denies it]', review), stale);
      assert.deepEqual(after('[@wall, para. 2]', '[but see @wall, para. 2]', review), [
        'decided',
        'decided',
        'stale: citation',
      ]);
    }
    const draft = 'It was weak [but see @wall, para. 1, which is old].\n';
    const review = decidedIn(files, '', draft, { citation: 0 }) ?? '';
    assert.deepEqual(states(review, draft, files), ['decided']);
    assert.deepEqual(states(review, draft.replace('but see', 'but\nsee'), files), ['decided']);
    for (const other of [draft.replace('but see ', ''), draft.replace('old', 'new')])
      assert.deepEqual(states(review, other, files), ['stale: citation']);
  });

  it('holds where the number of a paragraph is corrected, whatever the file knows of the citation', () => {
    const moved = { ...files, 'wall.txt': `It began so.\n\n${FILES['wall.txt']}` };
    const draft = 'They knew [@wall, paras. 2 & 3].\n';
    const review = decidedIn(files, '', draft, { citation: 0 }) ?? '';
    assert.doesNotMatch(review, /^ +citation: /m);
    assert.deepEqual(states(review, draft.replace('2 & 3', '3 & 4'), moved), ['decided']);
  });

  it('goes stale by the passage alone where the source without a text gets one', () => {
    const withText = {
      ...files,
      'sources.yaml': RECORDS.replace('type: book', 'type: book, file: wall.txt'),
    };
    const review = decidedIn(files, '', 'It fell [@book2019, para. 1].\n', { citation: 0 }) ?? '';
    assert.deepEqual(states(review, 'It fell [@book2019, para. 1].\n', withText), ['stale: passage']);
  });
});
