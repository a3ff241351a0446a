import { buildCompletionIndex, buildMatcher, completeActors, findMentions, type Actor } from '#corpus-index';
import { chance, pick } from '../chance';
import { figureOf, short, timeRound, type Figure } from '../figures';
import type { Measure } from '../measure';
import { makeActors, namesOf, plantNames } from './make-names';
import { ahoCorasick, folding, regExp, type Bearers, type Search } from './peers';

const PASSAGES = 10_000;
const SIZES = [100, 5_000, 100_000];
/** One RegExp of more names, and building the peer's automaton, take minutes. */
const MOST_FOR_PEERS = 5_000;
const KEYSTROKES = 500;

/**
 * Names of actors found in raw text, against one RegExp and an Aho-Corasick automaton; completion while typing.
 *
 * Asked of all is the same: where in the text as given the names stand, as whole words, the longest from left to right, and whose
 * they are. `findMentions` beside that tells a name from a part of a longer one and what a surname means; with recorded names only it
 * looks for what the peers look for, and else for the spellings that rules make of them, too. Peers fold the text to find names in
 * other capitals and with diacritics; as written only, they miss these.
 */
export const actors: Measure = function* ({ corpus, seed, rounds }) {
  for (const size of SIZES) {
    const random = chance(seed);
    const registry = makeActors(size, random);
    const texts = plantNames(corpus.passages.slice(0, PASSAGES), registry, random);
    yield* matching(registry, texts, size, rounds);
    if (size === Math.max(...SIZES)) yield completion(registry, random);
  }
};

function matching(
  registry: readonly Actor[],
  texts: readonly string[],
  size: number,
  rounds: number,
): Figure[] {
  const title = `${size.toLocaleString('en')} aliases`;
  const build = timeRound([0], () => buildMatcher(registry));
  const matcher = buildMatcher(registry);
  const own = searched(`${title}, findMentions`, texts, rounds, (text) => findMentions(matcher, text).length);
  const plain = buildMatcher(registry, { generated: false });
  const recorded = searched(
    `${title}, recorded names only`,
    texts,
    rounds,
    (text) => findMentions(plain, text).length,
  );
  const figures = [figureOf(`${title}, matcher built`, [build]), own, recorded];
  if (size > MOST_FOR_PEERS) return figures;
  const names = bearersOf(registry);
  const peers: readonly (readonly [string, Search])[] = [
    // These two are the ones to compare with: they find the same names. The others see no other capitals or diacritics.
    ['the peer: one RegExp, folding the text', folding(regExp, names)],
    ['one RegExp, as written only', regExp(names)],
    ['the peer: Aho-Corasick, folding the text', folding(ahoCorasick, names)],
    ['Aho-Corasick, as written only', ahoCorasick(names)],
  ];
  return [
    ...figures,
    ...peers.map(([name, search]) => {
      const figure = searched(`${title}, ${name}`, texts, rounds, (text) => search(text).length);
      const ratio = (figure.cpu ?? NaN) / (recorded.cpu ?? NaN);
      const note = `${figure.note ?? ''}; ×${short(ratio)} of recorded names only`;
      return { ...figure, ratioTo: own.name, note };
    }),
  ];
}

function bearersOf(registry: readonly Actor[]): Bearers {
  const bearers = new Map<string, string[]>();
  for (const actor of registry)
    for (const name of namesOf(actor)) {
      const known = bearers.get(name);
      if (known) known.push(actor.id);
      else bearers.set(name, [actor.id]);
    }
  return bearers;
}

function searched(
  name: string,
  texts: readonly string[],
  rounds: number,
  count: (text: string) => number,
): Figure {
  const megabytes = texts.reduce((sum, { length }) => sum + length, 0) / 1e6;
  let found = 0;
  const run = () =>
    timeRound(texts, (text) => {
      found += count(text);
    });
  run();
  found = 0;
  const timed = Array.from({ length: rounds }, run);
  const figure = figureOf(name, timed);
  const speed = `${((megabytes / figure.median) * 1000).toFixed(0)} MB/s, ${found / rounds} found`;
  return { ...figure, note: speed };
}

function completion(registry: readonly Actor[], random: () => number): Figure {
  const index = buildCompletionIndex(registry);
  const typed = Array.from({ length: KEYSTROKES }, () => {
    const name = pick(namesOf(pick(registry, random)), random);
    return name.slice(0, 2 + Math.floor(random() * (name.length - 1)));
  });
  const round = timeRound(typed, (prefix) => completeActors(index, prefix, 50));
  const figure = figureOf('completion, 100,000 aliases', [round]);
  return { ...figure, note: `p95 under 10 ms is meant: ${(figure.eachP95 ?? NaN) < 10 ? 'yes' : 'NO'}` };
}
