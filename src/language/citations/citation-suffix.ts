import { markdownSpan } from '#corpus-index';
import type { Locator } from '../draft';
import type { CitationText } from './citation-text';
import { parseLocator } from './parse-locator';

export interface ReadSuffix {
  readonly locator?: Locator;
  /** What is not locator, as it is written. */
  readonly suffix: string;
}

/** `& 3`, `and 5-7, 9`: not `and 3 others`. */
const MORE_NUMBERS =
  /^\s*(?:,\s*)?(?:&|and|und|et|y|e)\s+(\d+(?:\s*(?:[-–]|,|&|and|und|et|y|e)\s*\d+)*)\s*(?=$|[.,;:)\]])/;

/** The locator and the rest of what stands behind a key, units `start` to `end`. */
export function readSuffix(text: CitationText, start: number, end: number): ReadSuffix {
  if (end <= start) return { suffix: '' };
  const visible = text.visible(start, end);
  const found = parseLocator(visible.text);
  if (!found) return { suffix: text.raw(start, end) };
  const behind = (visible.units[found.end - 1] ?? start) + 1;
  const suffix = text.raw(behind, end);
  if (found.label === 'none') return { suffix };
  const span = markdownSpan(text.inline, visible.units[found.start] ?? start, behind);
  const more = MORE_NUMBERS.exec(suffix)?.[1];
  return {
    locator: { label: found.label, value: found.value, ...(more !== undefined && { more }), span },
    suffix,
  };
}
