import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noReviews, readReviews } from '#corpus-index';
import { hashing } from '../../../src/ingest/sha256';
import { judgeDraft, type JudgedDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { decide, reviewDraft } from '../../../src/language/review/decide';
import { corpusOf } from '../../support/corpus-of';
import { REVIEWER } from '../../support/reviewed';

const CORPUS = corpusOf({
  'wall.txt': 'The wall was not built to last.\n\nThe council met twice in June.\n',
});

/** Few, so that the same citation stands in many places; the first two differ in what they quote only. */
const CLAIMS = [
  'It was weak: “The wall was not built” [@wall, para. 1].',
  'It was weak: “not built to last” [@wall, para. 1].',
  'They knew [@wall, para. 2].',
];

const paragraph = fc
  .tuple(fc.constantFrom('So.', 'Then.', 'At last.'), fc.array(fc.constantFrom(...CLAIMS), { maxLength: 3 }))
  .map(([opening, claims]) => [opening, ...claims].join(' '));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });

type Edit = (paragraphs: readonly string[]) => readonly string[];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat().map<Edit>((at) => (all) => all.filter((_, i) => i !== at % all.length)),
  fc.tuple(fc.nat(), paragraph).map<Edit>(
    ([at, one]) =>
      (all) =>
        all.toSpliced(at % (all.length + 1), 0, one),
  ),
  fc.tuple(fc.nat(), fc.nat()).map<Edit>(([from, to]) => (all) => {
    const moved = all[from % all.length];
    const others = all.filter((_, i) => i !== from % all.length);
    return moved === undefined ? all : others.toSpliced(to % all.length, 0, moved);
  }),
);

const judged = (all: readonly string[]): JudgedDraft => judgeDraft(CORPUS, parseDraft(all.join('\n\n')));

/** Each citation by its paragraph and its number among those of that paragraph that say the same. */
const identities = (all: readonly string[]): string[] =>
  all.flatMap((one) => {
    const claims = CLAIMS.filter((claim) => one.includes(claim));
    return one.split(/(?<=\]\.) |(?<=So\.|Then\.|last\.) /).flatMap((sentence, at, sentences) => {
      if (!claims.includes(sentence)) return [];
      return [
        `${sentence} in: ${one} #${sentences.slice(0, at).filter((before) => before === sentence).length}`,
      ];
    });
  });

const states = (all: readonly string[], file: string) =>
  reviewDraft(judged(all), file === '' ? [] : readReviews(file).reviews, hashing).items.map(
    ({ state }) => state,
  );

/** Decides on some citations, in this order; the note says on which. */
function decided(all: readonly string[], order: readonly number[]): string {
  const names = identities(all);
  return order.reduce((text, citation) => {
    const file = text === '' ? noReviews : readReviews(text);
    const note = names[citation] ?? '';
    return (
      decide(
        judged(all),
        { file, draft: 'a.md', hashing },
        { citation, decision: 'accepted', note, ...REVIEWER },
      ) ?? text
    );
  }, '');
}

const some = (all: readonly string[], picks: readonly number[]): number[] => {
  const count = identities(all).length;
  return count === 0 ? [] : [...new Set(picks.map((pick) => pick % count))];
};

const count = (text: string, claim: string): number => text.split(claim).length - 1;

describe('decisions on citations that say the same', () => {
  it('are kept on the very citation that was decided on, in whatever order', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.nat(30), { maxLength: 8 }), (all, picks) => {
        const order = some(all, picks);
        assert.deepEqual(
          states(all, decided(all, order)).map(({ kind }, at) => [at, kind]),
          identities(all).map((_, at) => [at, order.includes(at) ? 'decided' : 'undecided']),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('hold for no other citation, whatever paragraphs are put in, deleted or moved', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.nat(30), { maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (before, picks, edits) => {
          const file = decided(before, some(before, picks));
          const after = edits.reduce<readonly string[]>(
            (all, change) => (all.length === 0 ? all : change(all)),
            before,
          );
          const names = identities(after);
          for (const [at, state] of states(after, file).entries()) {
            if (state.kind !== 'decided') continue;
            const { note = '' } = state.review;
            const isAlone = CLAIMS.some((claim) => {
              const [one, other] = [before.join('\n'), after.join('\n')].map((text) => count(text, claim));
              return one === 1 && other === 1 && names[at]?.includes(claim) === true;
            });
            assert.ok(isAlone || names[at] === note, `${note} holds for ${names[at]}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('hold on wherever their paragraph goes, if no other says the same as it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(paragraph, { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat(30), { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (all, picks, order) => {
          const file = decided(all, some(all, picks));
          const names = identities(all);
          const held = new Set(some(all, picks).map((at) => names[at]));
          const shuffled = all
            .map((one) => ({ one, by: order.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one);
          assert.deepEqual(
            states(shuffled, file).map(({ kind }) => kind),
            identities(shuffled).map((name) => (held.has(name) ? 'decided' : 'undecided')),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});
