import assert from 'node:assert/strict';
import type { Actor } from '#corpus-index';
import { buildMatcher, findMentions } from '#corpus-index';
import { processorTimes } from '../../support/processor-time';
import { actorOf } from './actor-of';

const SYLLABLES = 'ba ri ta mo ku ze lo na si du fe ga hi jo ke la mi nu po ra'.split(' ');
const WORDS =
  'the report said that a minister of some harbour town had been told about new ways to trade'.split(' ');

/** A made-up word, another for each number. */
function made(number: number): string {
  let word = '';
  for (let left = number + SYLLABLES.length ** 2; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length] ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const REGISTRIES: Readonly<Record<string, (n: number) => Actor>> = {
  'of people with names of their own': (n) =>
    actorOf(`a${n}`, `${made(n)} ${made(n + 5_000)}`, { weakAlias: [made(n + 5_000)] }),
  'of one family': (n) =>
    actorOf(`a${n}`, `${made(n)} Kolnenko`, { alias: [`Abu ${made(n)}`], weakAlias: ['Kolnenko'] }),
  'of people with one given name': (n) =>
    actorOf(`a${n}`, `Muhammad ${made(n)} al-${made(n + 5_000)}`, { weakAlias: ['Muhammad'] }),
  'of bodies with the same words': (n) =>
    actorOf(`a${n}`, `Ministry of ${made(n)} and Trade`, {
      schema: 'Organization',
      alias: [`${made(n)} Group`],
      weakAlias: ['Ministry'],
    }),
};

const registry = (kind: string, size: number): Actor[] =>
  Array.from({ length: size }, (_, n) => REGISTRIES[kind]?.(n) ?? actorOf('', ''));

/** A text with so many names, of all actors in turn. */
const draft = (actors: readonly Actor[], names: number): string =>
  Array.from({ length: names }, (_, n) => {
    const { name, alias, weakAlias } = actors[(n * 7) % actors.length] ?? actorOf('', '');
    const all = [name, ...alias, ...weakAlias];
    return `${all[n % all.length] ?? ''} ${WORDS.slice(n % 9).join(' ')}.${n % 20 === 0 ? '\n\n' : ''}`;
  }).join(' ');

/** Times the processor time of a quarter, that is linear work with room for what a busy machine does to caches; twice as much were quadratic. */
const MOST = 8;

describe('the time that finding mentions takes', () => {
  for (const kind of Object.keys(REGISTRIES)) {
    it(`grows with the text as the text does, for a registry ${kind}`, () => {
      const actors = registry(kind, 400);
      const matcher = buildMatcher(actors);
      const [short = 0, long = 0] = processorTimes(
        [draft(actors, 250), draft(actors, 1_000)].map((text) => () => findMentions(matcher, text)),
      );
      assert.ok(long < short * MOST, `${short.toFixed(1)} ms, four times as much: ${long.toFixed(1)} ms`);
    });

    it(`grows with the registry no more than the registry does, for one ${kind}`, () => {
      const [small = 0, large = 0] = processorTimes(
        [250, 1_000].map((size) => {
          const actors = registry(kind, size);
          const matcher = buildMatcher(actors);
          const text = draft(actors, 500);
          return () => findMentions(matcher, text);
        }),
      );
      assert.ok(large < small * MOST, `${small.toFixed(1)} ms, four times as many: ${large.toFixed(1)} ms`);
    });

    it(`builds the matcher of a registry ${kind} in a time that grows as the registry does`, () => {
      const [small = 0, large = 0] = processorTimes(
        [1_000, 4_000].map((size) => registry(kind, size)).map((actors) => () => buildMatcher(actors)),
      );
      assert.ok(large < small * MOST, `${small.toFixed(1)} ms, four times as many: ${large.toFixed(1)} ms`);
    });
  }
});
