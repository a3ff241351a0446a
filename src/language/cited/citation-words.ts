import { excerpt } from '../cite/excerpt';
import type { ReviewItem } from '../review/review-items';

/** What a list shows of a citation, on one line, plain text: the words it quotes; where it quotes none, the sentence that stands on it. */
export const citationWords = ({
  quotations,
  sentence,
}: Pick<ReviewItem, 'quotations' | 'sentence'>): string => {
  const quoted = quotations[0]?.quotation.reading.text.replace(/\s+/g, ' ').trim();
  return excerpt(quoted ?? sentence, '');
};
