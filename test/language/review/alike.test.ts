import assert from 'node:assert/strict';
import { readReviews, type Review } from '#corpus-index';
import { hashing } from '../../../src/ingest/sha256';
import { judgeDraft, type JudgedDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { reviewDraft } from '../../../src/language/review/decide';
import { corpusOf } from '../../support/corpus-of';
import { processorTimes } from '../../support/processor-time';
import { decided } from '../../support/reviewed';

const FILES = { 'wall.txt': 'The wall was not built to last.\n\nThe council met twice in June.\n' };
const CORPUS = corpusOf(FILES);
const KNEW = 'They knew [@wall, para. 2].';
const FIRST = `It began. ${KNEW}`;
const BETWEEN = 'Nothing happened.';
const SECOND = `It ended. ${KNEW}`;
const draftOf = (...paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const TWICE = draftOf(FIRST, BETWEEN, SECOND);

const judged = (draft: string) => judgeDraft(CORPUS, parseDraft(draft));
const states = (draft: string, file: string) =>
  reviewDraft(judged(draft), readReviews(file).reviews, hashing).items.map(({ state }) =>
    state.kind === 'stale' ? `stale: ${state.sides.join()}` : state.kind,
  );
const decide = (draft: string, file: string, citation: number): string =>
  decided(FILES, file, draft, { citation }) ?? assert.fail();

describe('of two citations that say the same', () => {
  const onSecond = decide(TWICE, '', 1);

  it('that one is decided which was decided on', () => {
    assert.deepEqual(states(TWICE, onSecond), ['undecided', 'decided']);
  });

  it('the decision follows its own when paragraphs are put in and moved', () => {
    assert.deepEqual(states(draftOf('New.', SECOND, BETWEEN, FIRST), onSecond), ['decided', 'undecided']);
    assert.deepEqual(states(draftOf(`New. ${KNEW}`, FIRST, SECOND), onSecond), [
      'undecided',
      'undecided',
      'decided',
    ]);
  });

  it('the decision on one that was deleted holds for no other, and waits in the file', () => {
    const without = draftOf(FIRST, BETWEEN);
    assert.deepEqual(states(without, onSecond), ['undecided']);
    assert.deepEqual(states(TWICE, decide(without, onSecond, 0)), ['decided', 'decided']);
  });

  it('one has to be looked at again where only its neighbours are the same', () => {
    const draft = draftOf(FIRST, BETWEEN, SECOND.replace('ended', 'went on'));
    assert.deepEqual(states(draft, onSecond), ['undecided', 'stale: place']);
  });

  it('a second decision on the same one, merged from another branch, is for no other', () => {
    const [head = '', entry = ''] = onSecond.split(/(?= {2}- key)/);
    assert.deepEqual(states(TWICE, head + entry + entry), ['undecided', 'decided']);
    const [alone = '', one = ''] = decide(FIRST, '', 0).split(/(?= {2}- key)/);
    assert.deepEqual(states(draftOf('New.', FIRST.replace('began', 'went on')), alone + one + one), [
      'decided',
    ]);
  });

  it('entries that say no place hold in their order, if there are as many', () => {
    const all = decide(TWICE, onSecond, 0);
    const placeless = (file: string) => file.replace(/ {4}place:\n(?: {6}.*\n)*/g, '');
    assert.deepEqual(states(TWICE, placeless(all)), ['decided', 'decided']);
    assert.deepEqual(states(TWICE, placeless(onSecond)), ['undecided', 'undecided']);
  });
});

describe('hundreds of citations of one source', () => {
  it('find their decisions where every sentence was edited, in a few times what it takes where none was', () => {
    const sentence = (at: number) =>
      `On day ${at} the harbour of ${at % 40} ships saw ${at % 7} storms and ${at % 90} guests`;
    const draft = (more: string) =>
      draftOf(...Array.from({ length: 500 }, (_, at) => `${sentence(at)}${more} [@wall, para. 1].`));
    const unchanged = judged(draft(''));
    const edited = judged(draft(' at last'));
    const reviews = reviewDraft(unchanged, [], hashing).items.map(
      ({ hashes, place, sentence: words }): Review => ({
        ...{ key: 'wall', words, decision: 'accepted', by: '', at: '', sha256: hashes, place: place() },
      }),
    );
    const pair = (draft: JudgedDraft) => reviewDraft(draft, reviews, hashing).items;
    assert.ok(pair(edited).every(({ state }) => state.kind === 'stale'));
    const [least = 0, most = 0] = processorTimes([() => pair(unchanged), () => pair(edited)], 2);
    assert.ok(most < 15 * least, `${most} ms, and ${least} ms where nothing was edited`);
  });
});
