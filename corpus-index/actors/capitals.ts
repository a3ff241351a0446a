import { stopWords } from '../text/stop-words';
import type { Word } from '../text/words';
import { ARTICLE, isAbbreviation, isStopWord } from './name-words';
import { isOrdinary } from './ordinary-words';

/**
 * How a text must capitalise a name:
 * - `exact`: each word that the name capitalises must be written the same, or all in capitals where they are several. For names made of ordinary words
 *   (Base, the Network) and abbreviations that may be words too (US, WHO, RAND): "the base" and "BASE" are something else.
 * - `initial`: for other names of one word (Tehran): with a capital, but "TEHRAN" too.
 * - `any`: names of several words, or with an Arabic article, are told by their words alone (al-qaeda).
 */
export type Capitals = 'exact' | 'initial' | 'any';

/** Abbreviations up to here are words or names in other capitals (Us, Cage, Rand); longer ones lose them in print (Unesco). */
const LONGEST_EXACT_ABBREVIATION = 4;

/** The rule for a name, with the shapes of its words; `found` are the name's words. */
export interface CapitalRule {
  readonly capitals: Capitals;
  readonly shapes: readonly Shape[];
}

export function capitalRule(name: string, found: readonly Word[]): CapitalRule {
  return {
    capitals: capitalsOf(name, found),
    shapes: found.map(({ start, end }) => shapeOf(name.slice(start, end))),
  };
}

/** Whether the words of a text, one for each of the name, are capitalised as its rule asks. */
export function areCapitalsRight(rule: CapitalRule, text: string, found: readonly Word[]): boolean {
  if (rule.capitals === 'exact' && isInCapitals(rule, text, found)) return true;
  return rule.shapes.every((shape, at) => {
    const word = found[at];
    if (!word || shape === 'lower') return true;
    const written = shapeOf(text.slice(word.start, word.end));
    return rule.capitals === 'exact' ? written === shape && !isShouted(word, text) : written !== 'lower';
  });
}

function capitalsOf(name: string, found: readonly Word[]): Capitals {
  const content = found.filter((word) => !isStopWord(word));
  const letters = found.reduce((sum, { term }) => sum + term.length, 0);
  if (isAbbreviation(name) && (content.length === 0 || letters <= LONGEST_EXACT_ABBREVIATION)) return 'exact';
  if (content.every(isOrdinary)) return 'exact';
  const article = found.some(({ term }) => term === ARTICLE);
  return content.length === 1 && !article ? 'initial' : 'any';
}

/** "HARBOUR GUARD SEIZES SHIP": several words of a name in ordinary words are the name in a headline, too. */
function isInCapitals({ shapes }: CapitalRule, text: string, found: readonly Word[]): boolean {
  const telling = found.filter((word, at) => shapes[at] === 'capital' && !isStopWord(word));
  return (
    telling.length > 1 &&
    found.every((word, at) => shapes[at] === 'lower' || shapeOf(text.slice(word.start, word.end)) === 'upper')
  );
}

type Shape = 'lower' | 'capital' | 'upper' | 'mixed';

/** A single capital is `capital`; letters that have no case are `lower`. */
function shapeOf(word: string): Shape {
  if (!/\p{Lu}/u.test(word)) return 'lower';
  if (/^\P{L}*\p{Lu}\P{Lu}*$/u.test(word)) return 'capital';
  return /\p{Ll}/u.test(word) ? 'mixed' : 'upper';
}

/** Whether a stop word stands in capitals only because its neighbours do: WHO in "THE MAN WHO CAME". */
function isShouted({ term, start, end }: Word, text: string): boolean {
  if (!stopWords.has(term)) return false;
  return (
    /^\s+\p{Lu}{2}/u.test(text.slice(end, end + 10)) ||
    /\p{Lu}{2}\s+$/u.test(text.slice(Math.max(0, start - 10), start))
  );
}
