import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '#corpus-index';
import { buildMatcher, findMentions } from '#corpus-index';
import { findPlainly } from '../../support/plain-matcher';
import { actorOf } from './actor-of';

/** Words that are no everyday ones, some with others' beginnings, in more than one script. */
const WORDS = [
  ...['Karim', 'Karimov', 'Kárim', "Ka'rim", 'Nuri', 'al-Nuri', 'el-Masri', 'Masri', 'Dulba', 'Dul', 'Zawr'],
  ...['Straße', 'Œdra', 'Ǆuro', 'Şeyma', 'Żółw', 'Иванов', 'Ιωάννη', 'Türkö', 'Kar1m', '7ulba', 'Mc-Nuri'],
];
const OTHERS = ['said', 'zebras', 'Quickly', 'ka', 'x', '東', '😀', '3.5', 'ﬁnal', 'don’t', 'a.b', 'dul'];
const GAPS = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '\n',
  ', ',
  '. ',
  '\n\n',
  ' (',
  ') ',
  "'s ",
  '’s ',
  ' “',
  '/',
  '; ',
  '\u00ad ',
];

const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '));
const registry = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
const word = fc.constantFrom(...WORDS, ...WORDS, ...WORDS.map((one) => one.toLowerCase()), ...OTHERS);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(...GAPS)), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

/** Places: no rule about people, organisations or what stands around their names is about them. */
const placeOf = ([first = '', ...alias]: readonly string[], n: number): Actor =>
  actorOf(`a${n}`, first, { schema: 'Address', alias });

function checkAll(registered: readonly (readonly string[])[], texts: readonly string[]): void {
  const actors = registered.map(placeOf);
  const names = actors.flatMap(({ id, name: own, alias }) =>
    [own, ...alias].map((one) => ({ actor: id, name: one })),
  );
  const matcher = buildMatcher(actors, { generated: false });
  for (const written of texts) {
    const found = findMentions(matcher, written);
    assert.deepEqual(
      found.map(({ actors: who, start, end }) => ({ actors: [...who].sort(), start, end })),
      findPlainly(names, written),
    );
  }
}

describe('findMentions beside a plain search', () => {
  it('finds the same names, longest first, in any registry and text', () => {
    fc.assert(fc.property(registry, fc.array(text, { minLength: 1, maxLength: 3 }), checkAll), {
      numRuns: 2000,
    });
  });

  it('finds the same in a text that is read in several stretches', () => {
    fc.assert(
      fc.property(registry, text, fc.nat(40), (registered, written, before) => {
        checkAll(registered, [`${'the '.repeat(1015)}${'x'.repeat(before)} ${written} ${written}`]);
      }),
      { numRuns: 60 },
    );
  });
});
