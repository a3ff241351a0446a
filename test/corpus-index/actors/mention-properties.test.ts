import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '#corpus-index';
import { buildMatcher, findMentions, words } from '#corpus-index';
import { actorOf } from './actor-of';

const REGISTRY: readonly Actor[] = [
  actorOf('karim', 'Karim al-Nuri', { country: ['iq'], weakAlias: ['Nuri', 'Abu Hamid'] }),
  actorOf('hamid', 'Hamid bin Karim al-Nuri', { country: ['iq'], weakAlias: ['Hamid'] }),
  actorOf('anna', 'Anna W. Rowe', { country: ['gb'], alias: ['Rowe'] }),
  actorOf('petrov', 'Yevgeny Petrov', { country: ['ru'] }),
  actorOf('guard', 'Harbour Guard', { schema: 'Organization', weakAlias: ['Guard'] }),
  actorOf('guard-marsa', 'Harbour Guard in Marsa', { schema: 'Organization' }),
  actorOf('rowe', 'Rowe & Sons Ltd.', { schema: 'Company' }),
];

const PIECES = [
  ...[
    'Karim',
    'Kareem',
    'al-',
    'el-',
    'Nuri',
    'Noori',
    'NURI',
    'Hamid',
    'bin',
    'Abu',
    'Anna',
    'A.',
    'W.',
    'Rowe',
    '&',
    'and',
  ],
  ...[
    'Sons',
    'Ltd.',
    'Evgeny',
    'Petrovich',
    'Petrov',
    'Harbour',
    'Guard',
    'HG',
    '(HGM)',
    'in',
    'Marsa',
    'his son',
    'the',
    'The',
  ],
  ...[
    "'s",
    '’s',
    '[',
    ']',
    '[K]arim',
    '(',
    ')',
    '"',
    ',',
    '.',
    ';',
    '/',
    '–',
    '-',
    '\n',
    '\n\n',
    '\u00ad',
    'ʿ',
    'é',
    '😀',
    'x',
    '1',
  ],
];

/** Pieces with and without spaces between. */
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

describe('findMentions, on any text', () => {
  const matcher = buildMatcher(REGISTRY);

  it('gives mentions in order that never overlap, each of actors there are', () => {
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end, actors } of findMentions(matcher, written)) {
          assert.ok(start >= last && end > start && end <= written.length);
          assert.ok(actors.length > 0 && actors.every((id) => matcher.actors.has(id)));
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('covers whole words, brackets of an editor within them apart', () => {
    fc.assert(
      fc.property(text, (written) => {
        // A bracket around letters of a word parts the word for the tokeniser, but not for a reader.
        fc.pre(!/\[\p{L}{1,4}-?\]/u.test(written));
        const bounds = words(written);
        for (const { start, end } of findMentions(matcher, written)) {
          const inside = bounds.filter((word) => word.start < end && word.end > start);
          assert.ok(inside.length > 0);
          assert.ok(
            inside.every((word) => word.start >= start && word.end <= end),
            written.slice(start, end),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds in a text what it finds there after any others', () => {
    const used = buildMatcher(REGISTRY);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const written of texts) findMentions(used, written);
        for (const written of texts)
          assert.deepEqual(findMentions(used, written), findMentions(buildMatcher(REGISTRY), written));
      }),
      { numRuns: 500 },
    );
  });

  it('explains every mention that no record has in these words', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const { origin, explanation } of findMentions(matcher, written))
          if (origin === 'generated' || origin === 'stated')
            assert.ok(explanation !== undefined && explanation !== '');
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no full name of an actor when another gets one more alias', () => {
    const alias = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, alias, fc.constantFrom(...REGISTRY), (before, added, owner) => {
        const others = REGISTRY.filter(({ id }) => id !== owner.id);
        const changed = buildMatcher([...others, { ...owner, alias: [...owner.alias, added] }]);
        for (const { id, name } of others) {
          const written = `${before}.\n\n${name}; he said so.`;
          const start = before.length + 3;
          const there = findMentions(changed, written).find((mention) => mention.start === start);
          assert.ok(there?.actors.includes(id), `${name} with ${added} for ${owner.id}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
