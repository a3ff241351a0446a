/**
 * Scores discovery on the real articles: npm run score:discovery [-- --show]
 * The sample registry is hidden, and what is discovered without it is compared with it.
 * - Recall: of its people and organisations that the passages name, how many are a name discovered, or among its forms.
 * - Precision: of the first N names, how many are people or organisations of the registry. It is complete for these
 *   articles as far as we know; a name that it has not counts as wrong.
 */
import { parseArgs } from 'node:util';
import {
  buildMatcher,
  discoverNames,
  findMentions,
  fold,
  sourceNames,
  surveyNames,
  type Actor,
} from '#corpus-index';
import { sampleCorpus } from './sample-corpus';

const { values } = parseArgs({ options: { show: { type: 'boolean', default: false } } });
const { actors, sources } = sampleCorpus();
/** Neither person nor organisation. */
const APART = new Set(['Country', 'Address', 'Vessel']);

const texts = sources.map((source) => ({
  source: source.key,
  text: source.text,
  passages: source.passages,
}));
const matcher = buildMatcher(actors);
const named = new Set<string>();
for (const { text, passages } of texts)
  for (const { start, actors: ids } of findMentions(matcher, text))
    if (passages.some((passage) => passage.start <= start && start < passage.end))
      for (const id of ids) named.add(id);

const surveyed = texts.map(({ source, text, passages }) =>
  sourceNames({ source, survey: surveyNames(text, passages), claims: [] }),
);
const discovered = discoverNames(surveyed, { actors: [], ignored: [] });

const keyOf = (name: string): string => fold(name).replace(/^the /, '');
const ownersByKey = new Map<string, Actor[]>();
for (const actor of actors)
  for (const name of [actor.name, ...actor.alias, ...actor.previousName, ...actor.weakAlias]) {
    const same = ownersByKey.get(keyOf(name)) ?? [];
    if (!same.includes(actor)) ownersByKey.set(keyOf(name), [...same, actor]);
  }
const ownersOf = ({ variants }: (typeof discovered)[number]): Actor[] => [
  ...new Set(variants.flatMap(({ text }) => ownersByKey.get(keyOf(text)) ?? [])),
];
const isWanted = ({ schema }: Actor): boolean => !APART.has(schema);

const wanted = actors.filter((actor) => isWanted(actor) && named.has(actor.id));
console.log(
  `${discovered.length} names discovered; the registry has ${wanted.length} people and organisations that the passages name.`,
);
for (const first of [25, 50, 100, 150, 200, discovered.length]) {
  const top = discovered.slice(0, first);
  const right = top.filter((name) => ownersOf(name).some(isWanted));
  const found = new Set(top.flatMap((name) => ownersOf(name).map(({ id }) => id)));
  const recalled = wanted.filter(({ id }) => found.has(id));
  console.log(
    `first ${String(top.length).padStart(4)}: precision ${percent(right.length, top.length)} (${right.length}), ` +
      `recall ${percent(recalled.length, wanted.length)} (${recalled.length} of ${wanted.length})`,
  );
}
const guessed = discovered.flatMap((name) => {
  const [owner, ...others] = ownersOf(name).filter(isWanted);
  return owner && others.length === 0 ? [{ name, owner }] : [];
});
const sameKind = guessed.filter(
  ({ name, owner }) =>
    (name.schema === 'Person') === (owner.schema === 'Person') && name.schema !== 'Address',
);
console.log(
  `person or organisation guessed rightly: ${percent(sameKind.length, guessed.length)} (${sameKind.length} of ${guessed.length})`,
);
if (values.show) show();

function show(): void {
  for (const [at, name] of discovered.slice(0, 250).entries()) {
    const owners = ownersOf(name).map(({ id }) => id);
    console.log(
      `${String(at + 1).padStart(4)} ${name.score.toFixed(2)} ${owners.length > 0 ? ' ' : '?'} ${name.name} ×${name.count} ${name.schema} (${name.reason}) [${name.variants.map(({ text }) => text).join(' | ')}] ${owners.join(',')}`,
    );
  }
  const found = new Set(discovered.flatMap((name) => ownersOf(name).map(({ id }) => id)));
  console.log(
    'missed:',
    wanted
      .filter(({ id }) => !found.has(id))
      .map(({ name }) => name)
      .join('; '),
  );
  console.log(
    'wrong kind:',
    guessed
      .filter((one) => !sameKind.includes(one))
      .map(({ name, owner }) => `${name.name} ${name.schema}/${owner.schema}`)
      .join('; '),
  );
}

function percent(part: number, all: number): string {
  return all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`;
}
