import type { Actor } from '#corpus-index';
import { pick } from '../chance';

/** How people of one tradition are called: given names, syllables that surnames are made of, and what joins them. */
interface Tradition {
  readonly given: readonly string[];
  readonly beginnings: readonly string[];
  readonly middles: readonly string[];
  readonly endings: readonly string[];
  readonly joint: readonly string[];
  readonly country: string;
}

const list = (text: string): string[] => text.split(' ');

/** Romanised names made of usual parts: as various as those of a real registry, and nobody's in particular. */
const TRADITIONS: readonly Tradition[] = [
  {
    given: list(
      'Ahmad Hasan Khalid Yusuf Ibrahim Salim Tariq Faris Mahmud Nabil Rashid Samir Walid Ziyad Hamza Omar Karim',
    ),
    beginnings: list('Zaw Mas Qas Har Shar Bagh Tam Dul Ghaz Maq Sul Rub Fal Naj Jib Haw Kar'),
    middles: list('a i u ah ir am ad al'),
    endings: list('hiri ri simi bani dadi mi li rani zali disi mani aini duri wari shi tani'),
    joint: [' al-', ' al-', ' bin ', ' '],
    country: 'eg',
  },
  {
    given: list(
      'Igor Sergei Dmitry Yevgeny Anatoly Viktor Oleg Nikolai Boris Pavel Andrei Mikhail Konstantin Yuri',
    ),
    beginnings: list('Bar Kol Zhur Shev Tim Grig Mel Vor Sok Pet Rog Luk Cher Dol Gus Mak'),
    middles: list('a e o u ov an in ych'),
    endings: list('kov nenko chenko nsky vsky rov lev min tsov gin shev kin dnik'),
    joint: [' '],
    country: 'ru',
  },
  {
    given: list(
      'James Mary Robert Helen Thomas Alice Edward Laura Peter Clara Martin Judith Simon Grace Walter Ruth',
    ),
    beginnings: list('Hart Ash Brad Whit Lang Thorn Mill Wood Black Win Stan Har Ather Pem Kings Old'),
    middles: list('ing er es en le is'),
    endings: list('ley ton ford wick ham worth field shaw by more stead combe'),
    joint: [' ', ' ', ' J. ', ' W. '],
    country: 'gb',
  },
  {
    given: list('Luis Carmen Pedro Ana Miguel Rosa Diego Elena Pablo Marta Javier Lucia Andres Ines'),
    beginnings: list('Gar Rod Mon Val Cas Her Mor Sal Agui Men Cor Bel Zam Quin'),
    middles: list('a e i o er an ti'),
    endings: list('lez nez rez tero dera rano rada varro lles mon quez ro'),
    joint: [' ', ' ', ' de la '],
    country: 'es',
  },
];

const FIELDS = list(
  'Maritime Energy Relief Steel Mining Shipping Grain Textile Aviation Insurance Credit Research Media Harbour',
);
const KINDS = [
  'Group',
  'Holding',
  'Company',
  'Foundation',
  'Institute',
  'Association',
  '& Sons',
  'Bank',
  'Brigade',
  'Council',
];

/** Actors with as many spellings as asked for, three or so each: name, a variant, a weak surname. */
export function makeActors(aliases: number, random: () => number): Actor[] {
  const actors: Actor[] = [];
  const used = new Set<string>();
  for (let made = 0; made < aliases;) {
    const tradition = pick(TRADITIONS, random);
    const surname =
      pick(tradition.beginnings, random) +
      pick(tradition.middles, random) +
      rareMiddle(tradition, random) +
      pick(tradition.endings, random);
    const isPerson = random() < 0.7;
    const name = isPerson
      ? pick(tradition.given, random) + pick(tradition.joint, random) + surname
      : `${surname} ${pick(FIELDS, random)} ${pick(KINDS, random)}`;
    if (used.has(name)) continue;
    used.add(name);
    const actor = actorOf(`actor-${actors.length}`, isPerson, name, surname, tradition.country);
    made += 1 + actor.alias.length + actor.weakAlias.length;
    actors.push(actor);
  }
  return actors;
}

const rareMiddle = ({ middles }: Tradition, random: () => number): string =>
  random() < 0.5 ? '' : `r${pick(middles, random)}`;

function actorOf(id: string, isPerson: boolean, name: string, surname: string, country: string): Actor {
  const alias = isPerson ? [name.replace(/^(\S+) /, '$1 M. ')] : [`${name} Ltd`];
  return {
    id,
    schema: isPerson ? 'Person' : 'Company',
    name,
    alias,
    previousName: [],
    weakAlias: isPerson ? [surname] : [],
    position: [],
    memberOf: [],
    country: [country],
    topics: [],
  };
}

export const namesOf = ({ name, alias, weakAlias }: Actor): string[] => [name, ...alias, ...weakAlias];

/** The passages, one in three with a name of an actor at the beginning of a sentence and one within. */
export function plantNames(
  passages: readonly string[],
  actors: readonly Actor[],
  random: () => number,
): string[] {
  return passages.map((passage) => {
    if (random() > 1 / 3) return passage;
    const actor = pick(actors, random);
    const middle = passage.indexOf(' ', Math.floor(passage.length / 2));
    return `${actor.name} said so. ${passage.slice(0, middle)} ${pick(namesOf(actor), random)}${passage.slice(middle)}`;
  });
}
