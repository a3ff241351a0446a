import type { PlacedLine } from './paragraphs';

/** What the rest of a document says of words that the ends of its lines part. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** With their hyphens. */
  readonly compounds: ReadonlySet<string>;
}

const PART = /(\p{L}[\p{L}\p{M}’']*)[-‐\u00AD]$/u;
const REST = /^(\p{L}[\p{L}\p{M}’']*)/u;

/** All words that stand within lines. */
export function vocabularyOf(lines: readonly PlacedLine[]): Vocabulary {
  const words = new Set<string>();
  const compounds = new Set<string>();
  for (const { line } of lines) {
    for (const [compound] of line.text.matchAll(/[\p{L}\p{M}’']+(?:[-‐][\p{L}\p{M}’']+)*/gu)) {
      if (/[-‐]/.test(compound)) compounds.add(plain(compound));
      else words.add(plain(compound));
    }
  }
  return { words, compounds };
}

const plain = (word: string): string => word.toLowerCase().replaceAll('‐', '-');

/**
 * Whether the hyphen at the end of a line is the word's own and not the line's: the document has the word with it elsewhere and
 * never without, or no word goes on behind it.
 */
export function keepsHyphen(line: string, next: string, { words, compounds }: Vocabulary): boolean {
  const [, part = ''] = PART.exec(line) ?? [];
  const [, rest = ''] = REST.exec(next) ?? [];
  if (part === '' || rest === '') return true;
  if (/^\p{Lu}/u.test(rest)) return true;
  const joined = plain(part + rest);
  if (words.has(joined)) return false;
  if (compounds.has(`${plain(part)}-${plain(rest)}`)) return true;
  return false;
}

/** Whether a line ends in a word that goes on in the next. */
export const endsInHyphen = (line: string): boolean => PART.test(line);
