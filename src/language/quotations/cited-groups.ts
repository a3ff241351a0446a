import { textBesidesCitations } from './attribution';
import { isAttributionText } from './attribution-words';
import { claimsIn, type Footnotes, type PlacedProse } from './placed-prose';
import { endWithoutCitations } from './quotation';
import { countWords } from './word-count';

/** Fewest words of a paragraph that is a quotation of its own. */
const FEWEST_WORDS = 3;

/**
 * The runs of text of a block quote, parted behind each citation that closes one, if the last is closed so as well: each part is a
 * quotation of its own. Else they are one.
 */
export function citedGroups(
  texts: readonly PlacedProse[],
  footnotes: Footnotes,
): readonly (readonly PlacedProse[])[] {
  const groups: PlacedProse[][] = [];
  let group: PlacedProse[] = [];
  for (const text of texts) {
    group.push(text);
    if (!closesCited(text, footnotes)) continue;
    groups.push(group);
    group = [];
  }
  return group.length === 0 && groups.length > 1 ? groups : [texts];
}

/** Quoted words with a citation behind them; no attribution. */
function closesCited(placed: PlacedProse, footnotes: Footnotes): boolean {
  const { text } = placed.prose.inline;
  const end = endWithoutCitations(placed.prose, 0, text.length);
  return (
    countWords(text.slice(0, end)) >= FEWEST_WORDS &&
    claimsIn(placed, footnotes).some(({ start }) => start >= end) &&
    !isAttributionText(textBesidesCitations(placed, 0, text.length))
  );
}
