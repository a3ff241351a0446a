/**
 * Forms of the Arabic article that stand before any letter. What a following "sun letter" makes of
 * them (as-Sahab, ash-Shabab, ad-Din, ...) is told by that letter.
 */
const UNASSIMILATED = new Set(['al', 'el', 'ul']);
const VOWELS = new Set(['a', 'e']);
/** The sun letters in Latin transliteration, without their dots below. */
const SUN_LETTERS = new Set(['d', 'dh', 'n', 'r', 's', 'sh', 't', 'th', 'z']);
/** As in Salah ud-Din, Saif ur-Rahman; not `us` and `un`, which are English abbreviations. */
const U_FORMS = new Set(['ud', 'ur']);

/**
 * Whether a folded word before a hyphen is the article, `next` and `afterNext` being the two folded
 * units behind the hyphen. An assimilated form counts only before its own letter, so that "ad-hoc",
 * "at-large" and "US-led" are none. What else looks like one ("at-the") is a stop word either way.
 */
export function isArticle(units: Uint16Array, length: number, next: number, afterNext: number): boolean {
  if (next < LETTER_A) return false;
  const form = String.fromCharCode(...units.subarray(0, length));
  if (UNASSIMILATED.has(form)) return true;
  const consonant = form.slice(1);
  if (!U_FORMS.has(form) && !(VOWELS.has(form.charAt(0)) && SUN_LETTERS.has(consonant))) return false;
  return String.fromCharCode(next, afterNext).startsWith(consonant);
}

/** All forms that may be one, folded. */
export const articleForms = (): string[] => [
  ...UNASSIMILATED,
  ...U_FORMS,
  ...[...VOWELS].flatMap((vowel) => [...SUN_LETTERS].map((consonant) => vowel + consonant)),
];

const LETTER_A = 0x61;
