import type { Word } from '../../text/words';
import { ARTICLE, SPACED_ARTICLES } from '../name-words';
import type { ElementKind } from './name-elements';
import { elementsOf } from './name-elements';

export type PartKind = ElementKind | 'initial' | 'and';

/** What two spellings of a name are compared by: an element, an initial, an "and" or "&". */
export interface NamePart {
  readonly kind: PartKind;
  /** Folded. */
  readonly letters: string;
  /** Whether an Arabic article stands before it, apart or with a hyphen. */
  readonly article: boolean;
  /** The word as written, of which it may be half, with the article before it; for signs that folding takes away. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a name, `found` being its words. An article that stands before nothing is none. */
export function partsOf(text: string, found: readonly Word[]): NamePart[] {
  const parts: NamePart[] = [];
  let article: Word | undefined;
  found.forEach((word, at) => {
    const gap = text.slice(found[at - 1]?.end ?? word.start, word.start);
    if (gap.includes('&')) parts.push(andPart(word.start - 1));
    const isArticle = word.term === ARTICLE || (at > 0 && SPACED_ARTICLES.has(word.term));
    if (isArticle && at + 1 < found.length) {
      article = word;
      return;
    }
    const written = text.slice(article?.start ?? word.start, word.end);
    parts.push(...partsOfWord(text, word, article !== undefined, written));
    article = undefined;
  });
  return parts;
}

const andPart = (at: number): NamePart => ({
  kind: 'and',
  letters: '&',
  article: false,
  written: '&',
  start: at,
  end: at,
});

function partsOfWord(
  text: string,
  { term, start, end }: Word,
  article: boolean,
  written: string,
): NamePart[] {
  const place = { written, start, end };
  if (term === 'and') return [{ kind: 'and', letters: term, article, ...place }];
  if (isInitials(text.slice(start, end), term))
    return Array.from(term, (letters) => ({ kind: 'initial', letters, article: false, ...place }));
  return elementsOf(term).map((element, at) => ({ ...element, article: article && at === 0, ...place }));
}

/** Whether a word is one letter, or letters with periods between: W, J.D. */
export const isInitials = (written: string, term: string): boolean =>
  term.length <= MOST_INITIALS &&
  (/^\p{L}$/u.test(term) || /^(?:\p{Lu}\.){2,3}$|^\p{Lu}\.\p{Lu}$/u.test(written));

/** So many letters with periods are initials, none of them folded to more than two. */
const MOST_INITIALS = 6;

/** Whether a folded word is a Slavic patronymic: Petrovich, Petrovna. */
export const isPatronymic = (letters: string): boolean => PATRONYMIC.test(letters);
const PATRONYMIC = /(?:[oe]vich|[oe]vych|[oe]vitch|[oe]vna|ivna)$/;

/**
 * What belongs together when a name is turned round or cut short: "bin Laden", "Abu Hamza", "Abd al-Rahman", "van
 * der Berg" are each one unit.
 */
export function unitsOf(parts: readonly NamePart[]): NamePart[][] {
  const units: NamePart[][] = [];
  let binds = false;
  for (const part of parts) {
    const unit = units.at(-1);
    if (unit && (binds || isBoundToPrevious(part))) unit.push(part);
    else units.push([part]);
    binds = bindsNext(part);
  }
  return units;
}

const isBoundToPrevious = ({ kind }: NamePart): boolean => kind === 'god' || kind === 'faith';

const BINDING = new Set<PartKind>(['son-of', 'father-of', 'servant-of']);
/** Prepositions and articles of European surnames. */
const SURNAME_PARTICLES = new Set(
  'von van de der den del della di da do dos du la le les ter ten zu zur zum af av mac mc st saint san umm oum'.split(
    ' ',
  ),
);

const bindsNext = ({ kind, letters }: NamePart): boolean =>
  BINDING.has(kind) || (kind === 'word' && SURNAME_PARTICLES.has(letters));
