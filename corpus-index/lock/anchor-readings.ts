import { readMarkdown } from '../markdown/read-markdown';
import type { Source } from '../passages/source';
import { withJoinedLines } from '../quotations/tokens';

/**
 * The words of an anchor in each way in which its source may be read: without markup, where the source has any, at last without
 * marks of emphasis that the anchor cut from their other half; and with words joined that a line end parts.
 */
export function anchorReadings({ format }: Source, exact: string): string[] {
  const plain = format === 'text' ? [exact] : [readMarkdown(exact).text, exact, exact.replace(/[*_`]+/g, '')];
  return [...new Set([...plain, ...plain.map(withJoinedLines)])];
}
