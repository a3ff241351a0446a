import type { DropReason } from './passage';
import { endsSentence } from './heading';
import type { Block } from './split-text';

/** What scanned and printed pages carry on top and bottom: the site's or printer's words, as a banner is. */
const RUNNING_HEAD: DropReason = 'running-head';

/** So often a short line comes again on every page; a title comes again once. */
const REPEATED = 3;
const LONGEST_RUNNING_HEAD = 80;

const PAGE_NUMBER =
  /^(?:[-–—]\s*\d{1,4}\s*[-–—]|[[(]?(?:page|p\.|seite|página|pagina|pág\.|blz\.?)\s*\d{1,4}(?:\s*(?:of|\/|von|de|di|van|sur)\s*\d{1,4})?[\])]?|\d{1,4}\s*(?:of|\/)\s*\d{1,4})$/i;

/** "- 2 -", "Page 3 of 9", "4 / 9": a page's number, and nothing else it could be. */
export const isPageNumber = (words: string): boolean => PAGE_NUMBER.test(words);

/** A number alone on its line, and no year: a page's or a section's. */
const isBareNumber = (words: string): boolean => /^\d{1,3}$/.test(words);

/** Page numbers, and short lines that come again and again: what each block's reason is, if it is one. */
export function runningHeads(
  blocks: readonly Block[],
  title: string | undefined,
): (block: Block) => DropReason | undefined {
  const counts = new Map<string, number>();
  for (const { words } of blocks) {
    if (words.length > LONGEST_RUNNING_HEAD) continue;
    counts.set(bare(words), (counts.get(bare(words)) ?? 0) + 1);
  }
  const last = blocks.at(-1);
  return (block) => {
    const { words, isItem } = block;
    if (isPageNumber(words) || (block === last && isBareNumber(words))) return RUNNING_HEAD;
    if (isItem || words.length > LONGEST_RUNNING_HEAD || /[\n\r]/.test(words)) return undefined;
    if (endsSentence(words) || !/\p{L}{2}/u.test(words) || /^[-–—•*]|[,;:]$/.test(words)) return undefined;
    const isTitleAgain = title !== undefined && bare(words) === bare(title);
    return isTitleAgain || (counts.get(bare(words)) ?? 0) >= REPEATED ? RUNNING_HEAD : undefined;
  };
}

/** A running head without the page's number beside it. */
const bare = (words: string): string =>
  words
    .replace(/^\d{1,4}\s+|\s+\d{1,4}$/g, '')
    .replace(/[\s|·•]+/g, ' ')
    .trim()
    .toLowerCase();
