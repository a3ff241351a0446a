import type { CitationText, PlacedKey } from './citation-text';

/** One part of a bracket, between `;` and `;`, in units of the inline text. */
export interface BracketItem {
  readonly start: number;
  readonly end: number;
  /** The first key that stands in the bracket itself, not in emphasis, a link, quotation marks or an inner bracket. */
  readonly key?: PlacedKey;
}

/** What decides about a bracket: inner brackets, groups (by their markup), marks, keys and separators. */
const DECISIVE = /https?:\/\/[^\s<>[\]]*|-@|[[@;"“\uFFFC]/g;

/** The parts of what stands between `start` and `end`, the inside of a bracket. Time grows with its own text only. */
export function bracketItems(text: CitationText, start: number, end: number): BracketItem[] {
  const items: BracketItem[] = [];
  let item: { start: number; key?: PlacedKey } = { start };
  const pattern = new RegExp(DECISIVE);
  const closing = quoteFinder(text.scan, end);
  pattern.lastIndex = start;
  for (let match = pattern.exec(text.scan); match && match.index < end; match = pattern.exec(text.scan)) {
    const at = match.index;
    const behind = at + match[0].length;
    if (match[0] === ';') {
      items.push({ ...item, end: at });
      item = { start: behind };
    } else if (match[0].endsWith('@')) {
      const key = item.key ? undefined : text.keyAt(at);
      if (key) item.key = key;
      pattern.lastIndex = key?.end ?? behind;
    } else pattern.lastIndex = behindNested(text, at, closing) ?? behind;
  }
  items.push({ ...item, end });
  return items;
}

/** Behind the bracket, the group or the quotation that begins at `at`. */
function behindNested(
  text: CitationText,
  at: number,
  closing: (at: number) => number | undefined,
): number | undefined {
  const character = text.scan[at];
  if (character === '[') return plusOne(text.brackets.get(at));
  if (character === '"' || character === '“') return plusOne(closing(at));
  return text.groupEnd(at);
}

const plusOne = (index: number | undefined): number | undefined =>
  index === undefined ? undefined : index + 1;

/** Finds the mark that closes a quotation before `end`; each search goes on where the last one ended. */
function quoteFinder(scan: string, end: number): (at: number) => number | undefined {
  const next = { '"': 0, '“': 0 };
  return (at) => {
    const mark = scan[at] === '"' ? '"' : '“';
    const isOpening = /\S/.test(scan[at + 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(scan[at - 1] ?? '');
    if (!isOpening) return undefined;
    if (next[mark] <= at) {
      const found = scan.indexOf(mark === '"' ? '"' : '”', at + 1);
      next[mark] = found < 0 ? Infinity : found;
    }
    return next[mark] < end ? next[mark] : undefined;
  };
}
