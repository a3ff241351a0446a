import { MARKUP } from '#corpus-index';
import type { Anchor } from './anchors';
import type { Prose } from './prose';
import type { QuotedStretch } from './quoted-stretches';
import { sentenceAt } from './sentences';
import { countWords } from './word-count';

/** A quotation or a citation of a sentence; `start` to `end` with the quotation's marks. */
export type SentenceItem = {
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
} & (
  | { readonly quotation: QuotedStretch; readonly inside: readonly Anchor[]; readonly anchor?: undefined }
  | { readonly anchor: Anchor; readonly quotation?: undefined }
);

/** How far into the next sentence a citation still speaks of the last one: `The mayor wrote this [@key].` */
const NEXT_SENTENCE_WORDS = 4;

/** The quotations and citations of each sentence, in order. A citation in a quotation's marks is an item `inside` it. */
export function sentenceItems(prose: Prose, anchors: readonly Anchor[]): SentenceItem[][] {
  const { quotations, sentences } = prose;
  const bySentence: SentenceItem[][] = sentences.map(() => []);
  const put = (item: SentenceItem) => bySentence[sentenceAt(sentences, item.start)]?.push(item);
  const startOf = (unit: number) => sentences[sentenceAt(sentences, unit) - 1] ?? 0;
  let next = 0;
  for (const quotation of quotations) {
    for (; (anchors[next]?.start ?? Infinity) < quotation.open; next++) putAnchor(anchors[next]);
    const inside: Anchor[] = [];
    for (; (anchors[next]?.start ?? Infinity) < quotation.close; next++)
      inside.push(...anchors.slice(next, next + 1));
    const { open, close } = quotation;
    put({ quotation, inside, start: open, end: close + 1, sentenceStart: startOf(open) });
  }
  for (; next < anchors.length; next++) putAnchor(anchors[next]);
  return bySentence;

  function putAnchor(anchor: Anchor | undefined): void {
    if (anchor) put({ anchor, start: anchor.start, end: anchor.end, sentenceStart: startOf(anchor.start) });
  }
}

/** The citation within the first words of a sentence, before any quotation. */
export function opensSentence(prose: Prose, items: readonly SentenceItem[]): Anchor | undefined {
  const [first] = items;
  if (!first?.anchor) return undefined;
  return wordsBetween(prose, [], first.sentenceStart, first.start) <= NEXT_SENTENCE_WORDS
    ? first.anchor
    : undefined;
}

/** The words from `start` to `end` that stand in none of the items. */
export function wordsBetween(
  { inline }: Prose,
  items: readonly SentenceItem[],
  start: number,
  end: number,
): number {
  let words = 0;
  let from = start;
  for (const item of items) {
    if (item.end <= start || item.start >= end) continue;
    words += countWords(inline.text.slice(from, item.start));
    from = item.end;
  }
  return words + countWords(inline.text.slice(from, end));
}

/** What a reader sees between two places: no markup and no marks of direction. */
export const textBetween = ({ inline }: Prose, start: number, end: number): string =>
  inline.text.slice(start, Math.max(start, end)).replace(INVISIBLE, '');

const INVISIBLE = new RegExp(`[${MARKUP}\\p{Cf}]`, 'gu');
