import { MARKUP, type Span } from '#corpus-index';
import type { Anchor } from './anchors';
import { markPairs } from './mark-pairs';
import { closes, closesMixed } from './marks';
import type { PlacedProse } from './placed-prose';
import { endWithoutCitations, type QuotedPart } from './quotation';
import { trimmed } from './quoted-stretches';
import { countWords } from './word-count';

/** Most words of an attribution besides its citations: `— Anna Berg, head of the harbour office, in @key`. */
const MOST_ATTRIBUTION_WORDS = 12;
const DASH = /^\s*(?:[—–―]|-{1,3})\s*/;

export interface BlockWords {
  /** The quoted words, paragraph by paragraph. */
  readonly parts: readonly QuotedPart[];
  /** Where the words begin and end: what stands before or behind is attribution or citation. */
  readonly start: WordsEdge | undefined;
  readonly end: WordsEdge | undefined;
}

/** A unit of the first or the last run of text in a block quote. */
export interface WordsEdge {
  readonly placed: PlacedProse;
  readonly unit: number;
}

/** The words of a block quote, without its attribution, the citations at its end and the marks around the whole. */
export function blockWords(texts: readonly PlacedProse[]): BlockWords {
  const all = texts.map((placed): QuotedPart => {
    return { placed, ...trimmed(placed.prose.inline.text, 0, placed.prose.inline.text.length) };
  });
  const behindLead = withoutLead(all);
  const { parts, end } = withoutTail(behindLead);
  const [first] = behindLead;
  const start = first && { placed: first.placed, unit: first.start };
  return { parts: withoutMarks(parts), start, end };
}

/** Without a first line that names the source and leads to the words: `@key writes:`. */
function withoutLead(parts: readonly QuotedPart[]): QuotedPart[] {
  const [first, ...others] = parts;
  if (!first) return [];
  const { anchors, inline } = first.placed.prose;
  const lineEnd = inline.text.indexOf('\n', first.start);
  const end = lineEnd < 0 ? first.end : lineEnd;
  const own = anchors.filter((anchor) => anchor.end <= end);
  const isLead =
    own.length > 0 &&
    /:[*_\s]*$/.test(inline.text.slice(first.start, end).replaceAll(MARKUP, '')) &&
    wordsBesides(inline.text, first.start, end, own) <= MOST_ATTRIBUTION_WORDS;
  if (!isLead) return [...parts];
  return lineEnd < 0 ? others : [{ ...first, ...trimmed(inline.text, lineEnd, first.end) }, ...others];
}

/** Without the attribution or the citations at the end, and where the words end in the last run of text. */
function withoutTail(parts: readonly QuotedPart[]): { parts: QuotedPart[]; end: WordsEdge | undefined } {
  const last = parts.at(-1);
  if (!last) return { parts: [], end: undefined };
  const unit = attributionStart(parts) ?? endWithoutCitations(last.placed.prose, last.start, last.end);
  const kept = [...parts.slice(0, -1), withEnd(last, unit)].filter(hasWords);
  const lastKept = kept.at(-1);
  // Where the attribution was the last paragraph, the one before may end with citations as well.
  const bare =
    lastKept && withEnd(lastKept, endWithoutCitations(lastKept.placed.prose, lastKept.start, lastKept.end));
  return { parts: (bare ? kept.with(-1, bare) : kept).filter(hasWords), end: { placed: last.placed, unit } };
}

const withEnd = (part: QuotedPart, end: number): QuotedPart => ({ ...part, end: Math.max(part.start, end) });
const hasWords = ({ placed, start, end }: QuotedPart): boolean =>
  /[\p{L}\p{N}]/u.test(placed.prose.inline.text.slice(start, end));

/** Where the attribution begins, in the last run of text: a last line with a dash, or a short last paragraph with a citation. */
function attributionStart(parts: readonly QuotedPart[]): number | undefined {
  const last = parts.at(-1);
  if (!last) return undefined;
  const { prose } = last.placed;
  const { text } = prose.inline;
  const lineStart = text.lastIndexOf('\n', last.end - 1) + 1;
  if (lineStart > last.start && isDashLine(last, lineStart)) return trimmed(text, last.start, lineStart).end;
  if (parts.length < 2) return undefined;
  return isDashLine(last, last.start) || isCitedTail(last) ? last.start : undefined;
}

/** `— @key, p. 3`, `— Anna Berg`: a dash, few words, and either a citation or no stop; not a line of a dialogue. */
function isDashLine({ placed, start, end }: QuotedPart, lineStart: number): boolean {
  const { prose, block } = placed;
  const line = prose.inline.text.slice(lineStart, end);
  const isItem = lineStart === start && block.containers.at(-1)?.kind === 'list-item';
  if (!DASH.test(line.replaceAll(MARKUP, '')) && !isItem) return false;
  const anchors = anchorsFrom(prose.anchors, lineStart);
  if (wordsBesides(prose.inline.text, lineStart, end, anchors) > MOST_ATTRIBUTION_WORDS) return false;
  if (anchors.length > 0) return true;
  const isDialogue = prose.inline.text
    .slice(0, lineStart)
    .split('\n')
    .some((other) => DASH.test(other));
  return !isItem && !isDialogue && lineStart > start && !/[.!?…]["”’»)]?$/.test(line);
}

/** A last paragraph such as `Anna Berg, in @key [p. 3]`: a citation, few words, none of them a sentence of its own. */
function isCitedTail({ placed, start, end }: QuotedPart): boolean {
  const { anchors, inline } = placed.prose;
  const first = anchorsFrom(anchors, start)[0];
  if (!first || wordsBesides(inline.text, start, end, anchors) > MOST_ATTRIBUTION_WORDS) return false;
  const before = inline.text.slice(start, first.start).replaceAll(MARKUP, '');
  return /^\s*(?:$|[\p{Lu}(])/u.test(before) && !/[.!?…]["”’»)]?\s*$/.test(before);
}

const anchorsFrom = (anchors: readonly Anchor[], start: number): Anchor[] =>
  anchors.filter((anchor) => anchor.start >= start);

function wordsBesides(text: string, start: number, end: number, anchors: readonly Span[]): number {
  let from = start;
  let words = 0;
  for (const anchor of anchors) {
    words += countWords(text.slice(from, Math.max(from, anchor.start)));
    from = Math.max(from, anchor.end);
  }
  return words + countWords(text.slice(from, Math.max(from, end)));
}

/**
 * Without the quotation marks around the whole: one pair, or, as is usual where a quotation runs over paragraphs, a mark
 * at the start of each and one at the end of the last.
 */
function withoutMarks(parts: readonly QuotedPart[]): QuotedPart[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  const open = firstVisible(first);
  const close = lastVisible(last);
  const mark = first.placed.prose.inline.text.charAt(open);
  const closing = last.placed.prose.inline.text.charAt(close);
  if (!closes(mark, closing) && !closesMixed(mark, closing)) return [...parts];
  if (!pairs(first, open, last, close)) return [...parts];
  return parts.map((part) => {
    const { text } = part.placed.prose.inline;
    const at = firstVisible(part);
    const begins = part === first || text[at] === mark || text[at] === closing;
    return {
      placed: part.placed,
      ...trimmed(text, begins ? at + 1 : part.start, part === last ? close : part.end),
    };
  });
}

/** Whether the marks at the two ends belong together: nothing closes the first one before. */
function pairs(first: QuotedPart, open: number, last: QuotedPart, close: number): boolean {
  const pair = markPairs(first.placed.prose.inline, []).find((one) => one.open === open);
  return first === last ? pair?.close === close : pair === undefined;
}

function firstVisible({ placed, start }: QuotedPart): number {
  let at = start;
  while (placed.prose.inline.text[at] === MARKUP) at++;
  return at;
}

function lastVisible({ placed, end }: QuotedPart): number {
  let at = end - 1;
  while (placed.prose.inline.text[at] === MARKUP) at--;
  return at;
}
