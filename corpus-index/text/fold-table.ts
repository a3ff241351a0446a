/**
 * What each UTF-16 code unit is to the tokeniser. A value from `FIRST_FOLDED` up is the folded
 * letter or digit itself; the values below are these kinds.
 */
export const UNSEEN = 0;
/** Ends a word. */
export const SEPARATOR = 1;
/** A combining mark: belongs to the letter before it and is dropped. */
export const MARK = 2;
/** Soft hyphen, zero-width and direction characters: not there for a reader. */
export const INVISIBLE = 3;
/** Apostrophes and the signs for ayn and hamza: dropped between letters. */
export const APOSTROPHE = 4;
/** Hyphens and dashes: end a word, but mark an Arabic article. */
export const HYPHEN = 5;
/** `.`, `,` and `/`: may stand inside a number, the first inside an abbreviation. */
export const PERIOD = 6;
export const COMMA = 7;
export const SLASH = 8;
/** The kinds from here on may begin a word. A word of its own. */
export const IDEOGRAPH = 9;
/** Folds to several letters: see `expansion`. */
export const EXPANDS = 10;
/** The first half of a pair: see `foldCharacter`. */
export const HIGH_SURROGATE = 11;
export const FIRST_FOLDED = 0x30;

/** Latin letters that Unicode does not decompose; the same readings as Lucene's ASCIIFoldingFilter. */
const LATIN = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ȷ: 'j',
};

/** Greek final sigma, and the Arabic and Persian letters that Lucene's normalisers for the two put together. */
const OTHER_SCRIPTS = {
  ς: 'σ',
  // Alef maksura and Persian yeh as yeh, Persian keheh as kaf, ta marbuta as heh.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

const SPECIALS = new Map([...Object.entries(LATIN), ...Object.entries(OTHER_SCRIPTS)]);

/**
 * ASCII, typographic and full-width apostrophes, grave, acute and prime (typed for one), the modifier
 * letters for ayn and hamza of the ALA-LC and ISO 233 romanisations, Hebrew geresh and gershayim.
 */
export const APOSTROPHES = "'`´‘’‛′＇ʹʻʼʽʾʿˈˊˋ՚׳״";

/** Unicode's `Dash_Punctuation` (Pd) and the minus sign. */
const HYPHENS = /^[\p{Pd}\u2212]$/u;
/** Format characters (Cf) and variation selectors. */
const INVISIBLES = /^[\p{Cf}\ufe00-\ufe0f]$/u;
/** Marks that a reader may leave out; those of other scripts (Devanagari vowels, ...) are letters. */
const MARKS =
  /^(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u;
/** Scripts whose letters are compared without their marks. */
const MARKED_SCRIPTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u;
const WORD_CHARACTERS = /^[\p{L}\p{M}\p{Nd}\p{Nl}]+$/u;
const TATWEEL = '\u0640';

/** One value for each code unit, `UNSEEN` until a text first uses it: read through `classify`, or beside it in hot loops. */
export const table = new Uint16Array(0x10000);
const expansions = new Map<number, string>();

/** The table's value for a code unit. */
export function classify(unit: number): number {
  const known = table[unit] ?? SEPARATOR;
  return known === UNSEEN ? learn(unit) : known;
}

/** The folded letters of a unit that `EXPANDS`. */
export const expansion = (unit: number): string => expansions.get(unit) ?? '';

/**
 * The folded form of one character: lower case, compatibility forms replaced (ligatures, full-width),
 * and without its marks in the scripts where they may be left out. Empty for what is not part of a word.
 */
export function foldCharacter(character: string): string {
  if (!WORD_CHARACTERS.test(character)) return '';
  const form = MARKED_SCRIPTS.test(character) ? 'NFKD' : 'NFKC';
  const lower = Array.from(character.normalize(form).toLowerCase().normalize(form));
  const folded = lower
    .filter((part) => !isDropped(part))
    .map((part) => SPECIALS.get(part) ?? asciiDigit(part))
    .join('');
  return WORD_CHARACTERS.test(folded) ? folded : '';
}

export const isIdeograph = (character: string): boolean =>
  /^(?=[\p{L}\p{Nl}])\p{Script=Han}$/u.test(character);

function isDropped(part: string): boolean {
  const kind = punctuation(part);
  return kind === MARK || kind === INVISIBLE || kind === APOSTROPHE;
}

/** Arabic-Indic and Persian digits as ASCII ones. */
function asciiDigit(character: string): string {
  const code = character.charCodeAt(0);
  const arabic = (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
  return arabic ? String(code & 0xf) : character;
}

function learn(unit: number): number {
  const value = classOf(unit);
  table[unit] = value;
  return value;
}

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HIGH_SURROGATE;
  const character = String.fromCharCode(unit);
  return punctuation(character) ?? letter(unit, character);
}

function punctuation(character: string): number | undefined {
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (character === '.') return PERIOD;
  if (character === ',') return COMMA;
  if (character === '/') return SLASH;
  if (HYPHENS.test(character)) return HYPHEN;
  if (INVISIBLES.test(character) || character === TATWEEL) return INVISIBLE;
  return MARKS.test(character) ? MARK : undefined;
}

function letter(unit: number, character: string): number {
  if (isIdeograph(character)) return IDEOGRAPH;
  const folded = foldCharacter(character);
  if (folded === '') return SEPARATOR;
  if (folded.length === 1) return folded.charCodeAt(0);
  expansions.set(unit, folded);
  return EXPANDS;
}
