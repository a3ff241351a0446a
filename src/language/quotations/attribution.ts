import { MARKUP, type Span } from '#corpus-index';
import type { Anchor } from './anchors';
import type { QuotedPart } from './quotation';
import { trimmed } from './quoted-stretches';
import { countWords } from './word-count';

/** Most words of an attribution besides its citations: `— Anna Berg, head of the harbour office, in @key`. */
export const MOST_ATTRIBUTION_WORDS = 12;

const DASH = /^\s*(?:[—–―]|-{1,3})\s*/;
const SENTENCE_END = /[.!?…]["”’»)]?\s*$/;

/**
 * Where the attribution of a block quote begins, in its last run of text: a last line with a dash, or a short last
 * paragraph with a citation.
 */
export function attributionStart(parts: readonly QuotedPart[]): number | undefined {
  const last = parts.at(-1);
  if (!last) return undefined;
  const { text } = last.placed.prose.inline;
  const lineStart = text.lastIndexOf('\n', last.end - 1) + 1;
  if (lineStart > last.start)
    return isDashLine(last, lineStart) ? trimmed(text, last.start, lineStart).end : undefined;
  if (parts.length < 2) return undefined;
  const isAttribution = isOnlyItem(parts, last)
    ? isCitedLine(last, last.start)
    : isDashLine(last, last.start) || isCitedTail(last);
  return isAttribution ? last.start : undefined;
}

/** `— @key, p. 3`, `— Anna Berg`: a dash, few words, and either a citation or no stop; not a line of a dialogue. */
function isDashLine(part: QuotedPart, lineStart: number): boolean {
  const { text } = part.placed.prose.inline;
  const line = text.slice(lineStart, part.end).replaceAll(MARKUP, '');
  if (!DASH.test(line)) return false;
  const isDialogue = text
    .slice(0, lineStart)
    .split('\n')
    .some((other) => DASH.test(other));
  if (isCitedLine(part, lineStart)) return !isDialogue || !SENTENCE_END.test(beforeCitation(part, lineStart));
  return (
    !isDialogue &&
    lineStart > part.start &&
    !SENTENCE_END.test(line) &&
    countWords(line) <= MOST_ATTRIBUTION_WORDS
  );
}

/** A citation, and few words besides. */
function isCitedLine({ placed, end }: QuotedPart, lineStart: number): boolean {
  const anchors = anchorsFrom(placed.prose.anchors, lineStart);
  const words = wordsBesides(placed.prose.inline.text, lineStart, end, anchors);
  return anchors.length > 0 && words <= MOST_ATTRIBUTION_WORDS;
}

/** A last paragraph such as `Anna Berg, in @key [p. 3]`: a citation, few words, none of them a sentence of its own. */
function isCitedTail(part: QuotedPart): boolean {
  const before = beforeCitation(part, part.start);
  return isCitedLine(part, part.start) && /^\s*(?:$|[\p{Lu}(])/u.test(before) && !SENTENCE_END.test(before);
}

/** `- @key`: a dash that Markdown takes for a list of one item. */
function isOnlyItem(parts: readonly QuotedPart[], { placed }: QuotedPart): boolean {
  const list = placed.block.containers.at(-2);
  if (list?.kind !== 'list') return false;
  return parts.filter((part) => part.placed.block.containers.includes(list)).length === 1;
}

function beforeCitation({ placed }: QuotedPart, lineStart: number): string {
  const [first] = anchorsFrom(placed.prose.anchors, lineStart);
  return placed.prose.inline.text.slice(lineStart, first?.start).replaceAll(MARKUP, '');
}

const anchorsFrom = (anchors: readonly Anchor[], start: number): Anchor[] =>
  anchors.filter((anchor) => anchor.start >= start);

/** How many words stand from `start` to `end` in none of the spans. */
export function wordsBesides(text: string, start: number, end: number, spans: readonly Span[]): number {
  let from = start;
  let words = 0;
  for (const span of spans) {
    words += countWords(text.slice(from, Math.max(from, span.start)));
    from = Math.max(from, span.end);
  }
  return words + countWords(text.slice(from, Math.max(from, end)));
}
