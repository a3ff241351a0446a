import { MARKUP } from '#corpus-index';
import { attributionStart, textBesidesCitations } from './attribution';
import { isAttributionText, isLeadText } from './attribution-words';
import { markPairs } from './mark-pairs';
import { closes, closesMixed } from './marks';
import type { PlacedProse } from './placed-prose';
import { endWithoutCitations, startWithoutCitations, type QuotedPart } from './quotation';
import { trimmed } from './quoted-stretches';

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
  const behindLead = withoutFirstCitations(withoutLead(withoutCalloutHead(all)));
  const { parts, end } = withoutTail(behindLead);
  const [first] = behindLead;
  const start = first && { placed: first.placed, unit: first.start };
  return { parts: withoutMarks(parts), start, end };
}

function withoutFirstCitations([first, ...others]: readonly QuotedPart[]): QuotedPart[] {
  if (!first) return [];
  const start = startWithoutCitations(first.placed.prose, first.start, first.end);
  return start < first.end ? [{ ...first, start }, ...others] : [first, ...others];
}

/** Without `[!quote]` and a title behind it that is nothing but names: `[!quote] Anna Berg, in @key`. */
function withoutCalloutHead(parts: readonly QuotedPart[]): readonly QuotedPart[] {
  const [first, ...others] = parts;
  const { text } = first?.placed.prose.inline ?? { text: '' };
  const head = /^\s*\[!(?:quote|cite)\][-+]?[ \t]*/i.exec(text)?.[0];
  if (!first || head === undefined) return parts;
  const lineEnd = text.indexOf('\n', head.length);
  const end = lineEnd < 0 ? first.end : lineEnd;
  const isTitle = isAttributionText(textBesidesCitations(first.placed, head.length, end));
  const rest = { ...first, ...trimmed(text, isTitle ? end : head.length, first.end) };
  return rest.end > rest.start ? [rest, ...others] : others;
}

/** Without a first line that does nothing but name the source and lead to the words: `@key writes:`. */
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
    isLeadText(textBesidesCitations(first.placed, first.start, end));
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
