import { type Hashing, quotationLine, type ReviewHashes } from '#corpus-index';
import { citationHash } from './citation-words';
import type { ReviewItem } from './review-items';

/** What a decision on an item is bound to. */
export function hashesOf(item: ReviewItem, hashing: Hashing): ReviewHashes {
  const { quotations, sentence, source, passages } = item;
  const quoted = wordsQuoted(item);
  const quotation = quotations.length > 0 ? hashing.ofText(quoted) : undefined;
  const citation = citationHash(item.words, hashing);
  const passage = source && passageHash(source.text, passages, () => hashing.ofSource(source), hashing);
  return {
    ...(quotation !== undefined && { quotation }),
    sentence: hashing.ofText(sentence),
    ...(passage !== undefined && { passage }),
    ...(citation !== undefined && { citation }),
  };
}

/** The words that a citation claims for its source, a quotation a line. */
export const wordsQuoted = ({ quotations }: ReviewItem): string =>
  quotations.map(({ quotation }) => quotationLine(quotation.text)).join('\n');

/** Where no passage is cited, the source is cited as a whole. */
const passageHash = (
  text: string,
  passages: ReviewItem['passages'],
  ofWhole: () => string,
  { ofText }: Hashing,
): string =>
  passages.length > 0
    ? ofText(passages.map(({ start, end }) => quotationLine(text.slice(start, end))).join('\n'))
    : ofWhole();
