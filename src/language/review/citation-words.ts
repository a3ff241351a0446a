import { quotationLine, type Hashing, type Review, type Source } from '#corpus-index';
import type { Citation } from '../draft';
import { parseLocator } from '../citations/parse-locator';
import { paragraphsOf } from '../locators';

/** What a citation says beside its key, each on one line; empty where there is nothing. */
export interface CitationWords {
  readonly prefix: string;
  /** As the draft has it: `para. 1`. */
  readonly locator: string;
  readonly suffix: string;
  /** The locator names paragraphs of the source: these are hashed themselves, and their numbers may be corrected. */
  readonly isCovered: boolean;
}

export function wordsOfCitation(
  { prefix, suffix, locator }: Citation,
  written: string | undefined,
  source: Source | undefined,
): CitationWords {
  const isCovered =
    locator !== undefined && source !== undefined && paragraphsOf(source, locator) !== undefined;
  const { more } = locator ?? {};
  const rest = isCovered && more !== undefined ? suffix.slice(suffix.indexOf(more) + more.length) : suffix;
  return {
    prefix: quotationLine(prefix),
    locator: written ?? '',
    suffix: quotationLine(rest).replace(/^,\s*/, ''),
    isCovered,
  };
}

/** Undefined where a citation says nothing that another side does not hold: as most, and as files of before have it. */
export const citationHash = (words: CitationWords, { ofText }: Hashing): string | undefined =>
  hashOf(words.isCovered ? { ...words, locator: '' } : words, ofText);

function hashOf({ prefix, locator, suffix }: Omit<CitationWords, 'isCovered'>, ofText: Hashing['ofText']) {
  return prefix === '' && locator === '' && suffix === ''
    ? undefined
    : ofText(JSON.stringify([prefix, locator, suffix]));
}

/**
 * Whether a decision was made on what a citation says now. A locator that is as it was never counts as another one, whether
 * the source has what it names by now or has it no more. Entries without a hash were made on a citation without prefix and suffix,
 * or by a version that showed neither; their locator they have always kept.
 */
export function isSameCitation(
  words: CitationWords,
  source: Source | undefined,
  { sha256, locator = '' }: Pick<Review, 'sha256' | 'locator'>,
  hashing: Hashing,
): boolean {
  const now = citationHash(words, hashing);
  if (sha256.citation !== undefined)
    return sha256.citation === now || sha256.citation === hashOf(words, hashing.ofText);
  if (now === undefined)
    return words.locator === locator || locator === '' || mayNamePassages(locator, source);
  return words.prefix === '' && words.suffix === '' && words.locator === locator;
}

/** Whether a locator that stands in the draft no more may have named paragraphs of the source. */
function mayNamePassages(locator: string, source: Source | undefined): boolean {
  const label = parseLocator(locator)?.label;
  return source !== undefined && (label === 'paragraph' || (label === 'page' && source.pages !== undefined));
}
