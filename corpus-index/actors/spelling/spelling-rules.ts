/** Whose romanisations a name may come in: other names are written in one way, signs apart. */
export interface Traditions {
  readonly arabic: boolean;
  /** Persian, Urdu and Turkic ways to write what is an Arabic word too: z for dh, s for th, gh for q. */
  readonly persian: boolean;
  readonly slavic: boolean;
}

/** A stretch of a word that a rule is asked about. */
export interface Stretch {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Two ways to write one sound. A rule without `where` holds anywhere, else both stretches must fit. */
export interface SpellingRule {
  readonly one: string;
  readonly other: string;
  readonly where?: (stretch: Stretch) => boolean;
}

const VOWELS = 'aeiou';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);
const isConsonant = (letter: string | undefined): boolean =>
  letter !== undefined && /[a-z]/.test(letter) && !isVowel(letter) && letter !== 'y';

const before = ({ word, start }: Stretch): string | undefined => word[start - 1];
const behind = ({ word, end }: Stretch): string | undefined => word[end];
const isFinal = ({ word, end }: Stretch): boolean => end === word.length;
const isInside = (stretch: Stretch): boolean => !isFinal(stretch);
const isBesideVowel = (stretch: Stretch): boolean => isVowel(before(stretch)) || isVowel(behind(stretch));
const isFinalOrBesideVowel = (stretch: Stretch): boolean => isFinal(stretch) || isBesideVowel(stretch);
const isFinalOrBeforeVowel = (stretch: Stretch): boolean => isFinal(stretch) || isVowel(behind(stretch));
/** French writes gu for a g before them. */
const isBeforeBrightVowel = (stretch: Stretch): boolean => 'eiy'.includes(behind(stretch) ?? '-');
const isBehindA = (stretch: Stretch): boolean => before(stretch) === 'a';
const isBetweenConsonants = (stretch: Stretch): boolean =>
  isConsonant(before(stretch)) && isConsonant(behind(stretch));

/** Where fatha is written e as well: in a diphthong (Seif), before a final h of a syllable (Mehdi), in Ahmed. */
const isBrightA = (stretch: Stretch): boolean => {
  const rest = stretch.word.slice(stretch.end);
  return (
    /^(?:[iy]|h[^aeiouy])/.test(rest) || (rest === 'd' && /[hm]m$/.test(stretch.word.slice(0, stretch.start)))
  );
};

/** A word so long may lose a short vowel inside: Zawahiri, Zawahri. */
const LONG_WORD = 7;
const isInsideLongWord = (stretch: Stretch): boolean =>
  isBetweenConsonants(stretch) && stretch.word.length >= LONG_WORD && stretch.end < stretch.word.length - 1;

/** Between the last two consonants, where speech puts a vowel that Arabic does not write: al-Adl, al-Adel. */
const isBeforeLastConsonant = (stretch: Stretch): boolean =>
  isBetweenConsonants(stretch) && stretch.end === stretch.word.length - 1;

/**
 * Ta marbuta comes behind a root, which mostly has three consonants: Mughniyah, Mughniyeh. So the h of Saleh and
 * Salah, Fateh and Fatah is taken for a consonant of its own.
 */
function isFemaleEnding(consonants: number): (stretch: Stretch) => boolean {
  return (stretch) =>
    isFinal(stretch) &&
    (stretch.word.slice(0, stretch.start).match(/[skgdt]h|[bcdfghjklmnpqrstvwxyz]/g) ?? []).length >=
      consonants;
}

/** Every two of a group. */
const group = (forms: readonly string[], where?: SpellingRule['where']): SpellingRule[] =>
  forms.flatMap((one, at) => forms.slice(at + 1).map((other) => ({ one, other, ...(where && { where }) })));

const DOUBLED: readonly SpellingRule[] = Array.from('bcdfghjklmnpqrstvwxyz').map((letter) => ({
  one: letter + letter,
  other: letter,
}));

/**
 * Arabic: where the ALA-LC and United Nations romanisations and newspapers differ. Long and short vowels are kept
 * apart where that tells names apart (Saleh and Salah, Hamed and Hameed, Hassan and Hussein).
 */
const ARABIC: readonly SpellingRule[] = [
  ...group(['u', 'o', 'ou', 'oo']),
  { one: 'a', other: 'aa' },
  { one: 'i', other: 'e', where: isInside },
  ...group(['i', 'ee', 'ie']),
  ...group(['i', 'y', 'ee', 'iy', 'ie'], isFinal),
  { one: 'i', other: 'y', where: isFinalOrBesideVowel },
  { one: 'i', other: 'iy', where: isFinalOrBeforeVowel },
  { one: 'a', other: 'e', where: isBrightA },
  { one: 'a', other: 'ah', where: isFemaleEnding(2) },
  ...group(['a', 'ah', 'eh'], isFemaleEnding(3)),
  // Daoud, Dawud; Fawzi, Fauzi, Fouzi.
  {
    one: 'w',
    other: '',
    where: (stretch) => isVowel(before(stretch)) && 'uo'.includes(behind(stretch) ?? '-'),
  },
  ...group(['w', 'u', 'o'], isBehindA),
  { one: 'aw', other: 'ou' },
  ...['e', 'i'].map((one) => ({ one, other: '', where: isInsideLongWord })),
  { one: 'q', other: 'k' },
  { one: 'q', other: 'g' },
  { one: 'g', other: 'gh' },
  ...group(['q', 'k', 'c'], isFinal),
  { one: 'que', other: 'q', where: isFinal },
  { one: 'dh', other: 'd' },
  { one: 'dh', other: 'z' },
  { one: 'dh', other: 'th' },
  ...group(['dh', 'dd', 'dhdh']),
  ...group(['j', 'g', 'dj']),
  { one: 'sh', other: 'ch' },
  { one: 'ph', other: 'f' },
  ...DOUBLED,
];

/** An article tells an epithet: there al-Adl and al-Adel are one, while Amr and Amer are two names. */
const BEHIND_ARTICLE: readonly SpellingRule[] = [{ one: 'e', other: '', where: isBeforeLastConsonant }];

const PERSIAN: readonly SpellingRule[] = [
  { one: 'q', other: 'gh' },
  { one: 'd', other: 'z' },
  { one: 'th', other: 's' },
  { one: 'j', other: 'zh' },
  { one: 'ei', other: 'i', where: isBehindA },
];

/** Slavic: English, French, German and scientific ways to write Cyrillic. */
const SLAVIC: readonly SpellingRule[] = [
  ...group(['i', 'y', 'iy', 'ij', 'yi', 'ii'], isFinal),
  { one: 'i', other: 'y' },
  { one: 'ch', other: 'tch' },
  { one: 'sh', other: 'sch' },
  { one: 'kh', other: 'h' },
  { one: 'zh', other: 'j' },
  ...group(['v', 'f', 'ff'], isFinal),
  { one: 'u', other: 'ou' },
  ...group(['ya', 'ia', 'ja']),
  ...group(['yu', 'iu', 'ju']),
  ...group(['e', 'ye', 'ie']),
  { one: 'g', other: 'gu', where: isBeforeBrightVowel },
  ...DOUBLED,
];

/** The rules for a name of these traditions; `article` for a word behind an Arabic article in both spellings. */
export function rulesFor(traditions: Traditions, article: boolean): readonly SpellingRule[] {
  return (
    RULES[
      (traditions.arabic ? 1 : 0) +
        (traditions.persian ? 2 : 0) +
        (traditions.slavic ? 4 : 0) +
        (article ? 8 : 0)
    ] ?? []
  );
}

const RULES: readonly (readonly SpellingRule[])[] = Array.from({ length: 16 }, (_, bits) => [
  ...(bits & 1 ? ARABIC : []),
  ...((bits & 3) === 3 ? PERSIAN : []),
  ...(bits & 4 ? SLAVIC : []),
  ...((bits & 9) === 9 ? BEHIND_ARTICLE : []),
]);
