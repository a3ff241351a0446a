import { type Hashing, quotationLine, type ReviewPlace, type Span } from '#corpus-index';
import type { Draft } from '../draft';

/** Where a citation stands: the paragraph that it is in, and its neighbours. */
export type Surroundings = Pick<ReviewPlace, 'paragraph' | 'before' | 'behind'>;

/** So many digits of a hash tell paragraphs of one draft apart. */
const DIGITS = 16;

/** Tells what stands around an offset of a draft; each paragraph is hashed once, when first asked for. */
export function surroundingsIn(draft: Draft, { ofText }: Hashing): (at: number) => Surroundings {
  const paragraphs = paragraphsOf(draft.text);
  const known = new Map<number, string>();
  const hashOf = (index: number): string | undefined => {
    const paragraph = paragraphs[index];
    if (!paragraph) return undefined;
    const hash = known.get(index) ?? ofText(textWithoutCitations(draft, paragraph)).slice(0, DIGITS);
    known.set(index, hash);
    return hash;
  };
  return (at) => {
    const index = firstIndex(paragraphs, ({ end }) => at < end);
    return { paragraph: hashOf(index) ?? '', before: hashOf(index - 1), behind: hashOf(index + 1) };
  };
}

/** Stretches between lines that are blank but for the marks of a block quote. */
function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start: number | undefined;
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const isBlank = /^[\s>]*$/.test(text.slice(at, end));
    if (isBlank && start !== undefined) paragraphs.push({ start, end: at });
    start = isBlank ? undefined : (start ?? at);
    at = end + 1;
  }
  if (start !== undefined) paragraphs.push({ start, end: text.length });
  return paragraphs;
}

/** The number of a paragraph that is cited may be corrected without what stands around it saying another thing. */
function textWithoutCitations({ text, citations }: Draft, { start, end }: Span): string {
  let left = '';
  let at = start;
  for (
    let next = firstIndex(citations, ({ group }) => start <= group.start);
    next < citations.length;
    next++
  ) {
    const group = citations[next]?.group;
    if (!group || group.start >= end) break;
    if (group.start < at) continue;
    left += text.slice(at, group.start).trimEnd();
    at = Math.min(end, group.end);
  }
  return quotationLine((left + text.slice(at, end)).replace(/^[ \t]*>[ \t]?/gm, ''));
}

/** Of a list in whose end part the condition holds: where that begins. */
function firstIndex<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
