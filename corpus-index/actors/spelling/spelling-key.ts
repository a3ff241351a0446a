/**
 * A key that all transliterations of one word share: its consonants, those put together that romanisations of Arabic,
 * Persian and Russian take for each other. It only finds candidates: `compareWords` decides.
 */
export function spellingKey(letters: string): string {
  const known = IRREGULAR.find(([pattern]) => pattern.test(letters));
  if (known) return known[1];
  if (!/^[a-z]+$/.test(letters)) return letters;
  let key = INITIALS.exec(letters) ? (letters.startsWith('y') ? 'Y' : 'W') : '';
  for (const [group] of letters.matchAll(CONSONANTS)) {
    const sound = soundOf(group);
    if (!key.endsWith(sound)) key += sound;
  }
  return key === '' ? 'A' : key;
}

/** Semivowels count where they begin a word; `ou` before a vowel is the French w. */
const INITIALS = /^(?:y|w|ou(?=[aei]))/;

/**
 * Groups of letters that may be one sound. An h at the end stands for ta marbuta, a final j behind a vowel for
 * the Slavic short i; neither is heard everywhere.
 */
const CONSONANTS = /shch|tch|sch|[skgdtzp]h|ch|dj|h(?!$)|j(?!(?<=[iey]j)$)|[bcdfgklmnpqrstvxz]/g;

/** Short words with several common spellings that no rule tells. */
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]ha?mm?[aei]d$/, '=muhammad'],
  [/^y[ou]u?ss?[eiou]u?f$/, '=yusuf'],
  [/^(?:u|o|ou)(?:th|s)man$/, '=uthman'],
];

/** The irregular word that a spelling is of; the same for two spellings of one. */
export const irregularWord = (letters: string): string | undefined =>
  IRREGULAR.find(([pattern]) => pattern.test(letters))?.[1];

const SOUNDS: Readonly<Record<string, string>> = {
  shch: 'C',
  tch: 'C',
  sch: 'C',
  sh: 'C',
  ch: 'C',
  kh: 'H',
  h: 'H',
  gh: 'K',
  zh: 'K',
  dj: 'K',
  j: 'K',
  g: 'K',
  k: 'K',
  q: 'K',
  c: 'K',
  dh: 'D',
  th: 'D',
  d: 'D',
  t: 'D',
  z: 'D',
  ph: 'F',
  f: 'F',
  v: 'F',
};

const soundOf = (group: string): string => SOUNDS[group] ?? group.toUpperCase();
