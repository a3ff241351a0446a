import { MARKUP, type Span } from '#corpus-index';
import type { Anchor } from './anchors';
import { isAttributionText } from './attribution-words';
import type { PlacedProse } from './placed-prose';
import type { QuotedPart } from './quotation';
import { trimmed } from './quoted-stretches';
import { countWords } from './word-count';

const DASH = /^\s*(?:[—–―]|-{1,3})\s*/;
const SENTENCE_END = /[.!?…]["”’»)]?\s*$/;

/** What stands right before a source in an attribution: `Anna Berg, in @key`. */
const LEADS_TO_SOURCE = /(?:^|[,:(—–―-]|(?<!\p{L})(?:in|by|from|after|von|aus|nach))\s*$/iu;

/**
 * Where the attribution of a block quote begins, in its last run of text: a last line with a dash, or a last paragraph
 * with a citation. Neither may say more than whose words they are and where they stand: what could be a statement is
 * compared.
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

/** `— @key, p. 3`, `— Anna Berg`: a dash, names, and either a citation or no stop; not a line of a dialogue. */
function isDashLine(part: QuotedPart, lineStart: number): boolean {
  const { text } = part.placed.prose.inline;
  const line = text.slice(lineStart, part.end).replaceAll(MARKUP, '');
  if (!DASH.test(line)) return false;
  const isDialogue = text
    .slice(0, lineStart)
    .split('\n')
    .some((other) => DASH.test(other));
  if (isCitedLine(part, lineStart)) return !isDialogue || !SENTENCE_END.test(beforeCitation(part, lineStart));
  if (anchorsFrom(part.placed.prose.anchors, lineStart).length > 0) return false;
  return !isDialogue && lineStart > part.start && !SENTENCE_END.test(line) && isAttributionText(line);
}

/** A citation, and nothing but names and signals besides. */
function isCitedLine({ placed, end }: QuotedPart, lineStart: number): boolean {
  return (
    anchorsFrom(placed.prose.anchors, lineStart).length > 0 &&
    isAttributionText(textBesidesCitations(placed, lineStart, end))
  );
}

/** A last paragraph such as `Anna Berg, in @key [p. 3]`: names that lead to a citation, no sentence of its own. */
function isCitedTail(part: QuotedPart): boolean {
  const before = beforeCitation(part, part.start);
  return isCitedLine(part, part.start) && LEADS_TO_SOURCE.test(before) && !SENTENCE_END.test(before);
}

/** `- @key`: a dash that Markdown takes for a list of one item. */
function isOnlyItem(parts: readonly QuotedPart[], { placed }: QuotedPart): boolean {
  const list = placed.block.containers.at(-2);
  if (list?.kind !== 'list') return false;
  const item = placed.block.containers.at(-1);
  const isDash = placed.prose.markdown[item?.start ?? 0] === '-';
  return isDash && parts.filter((part) => part.placed.block.containers.includes(list)).length === 1;
}

function beforeCitation({ placed }: QuotedPart, lineStart: number): string {
  const [first] = anchorsFrom(placed.prose.anchors, lineStart);
  return placed.prose.inline.text.slice(lineStart, first?.start).replaceAll(MARKUP, '');
}

const anchorsFrom = (anchors: readonly Anchor[], start: number): Anchor[] =>
  anchors.filter((anchor) => anchor.start >= start);

/** The text of a stretch with a comma in place of what its citations are made of, but for words of their own. */
export function textBesidesCitations(
  { prose }: Pick<PlacedProse, 'prose'>,
  start: number,
  end: number,
): string {
  const { text } = prose.inline;
  let words = '';
  let from = start;
  for (const cut of prose.anchors.flatMap(({ cuts }) => cuts)) {
    if (cut.start < from || cut.end > end) continue;
    words += `${text.slice(from, cut.start)} , `;
    from = cut.end;
  }
  return words + text.slice(from, end);
}

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
