import type { Citation } from '../draft';
import type { Anchor } from './anchors';
import { wordsBesides } from './attribution';
import type { BlockWords, WordsEdge } from './block-words';
import { claimsIn, type Footnotes, type PlacedProse } from './placed-prose';
import { textBetween } from './sentence-items';
import { sentenceAt } from './sentences';

/*
 * Which citations a block quote belongs to; the first rule that answers wins:
 *
 * 1. Those behind its words: at its end or in its attribution; else those in a first line that leads to its words.
 * 2. Those among its words.
 * 3. Those that begin the paragraph right behind it: a bracket, or a paragraph that is nothing but an attribution.
 * 4. The last one in the last sentence of the paragraph right before it, if that sentence leads to the quote (it ends
 *    with a colon, a comma, a dash or the citation itself) and the citation does not touch a quotation there; or those
 *    of an attribution there that does not stand behind another block quote.
 */

/** Most words of a paragraph behind a block quote, besides its citations, that is an attribution. */
const MOST_ATTRIBUTION_WORDS = 8;

/** The paragraphs right before and behind a block quote. */
export interface Neighbours {
  readonly before: PlacedProse | undefined;
  readonly behind: PlacedProse | undefined;
}

export const NO_NEIGHBOURS: Neighbours = { before: undefined, behind: undefined };

export function tieBlock(
  texts: readonly PlacedProse[],
  { start, end }: BlockWords,
  neighbours: Neighbours,
  footnotes: Footnotes,
): readonly Citation[] {
  const inside = texts.flatMap((placed) => claimsIn(placed, footnotes).map((anchor) => ({ placed, anchor })));
  const last = inside.filter(({ placed, anchor }) => placed === end?.placed && anchor.start >= end.unit);
  const first = inside.filter(({ placed, anchor }) => isBefore(texts, placed, anchor, start));
  const own = [last, first, inside].find((some) => some.length > 0);
  if (own) return own.flatMap(({ anchor }) => anchor.citations);
  const { before, behind } = neighbours;
  const follows = behind && openingAnchors(behind, claimsIn(behind, footnotes));
  if (follows && follows.length > 0) return follows.flatMap((anchor) => anchor.citations);
  return before
    ? leadingAnchors(before, claimsIn(before, footnotes)).flatMap((anchor) => anchor.citations)
    : [];
}

function isBefore(
  texts: readonly PlacedProse[],
  placed: PlacedProse,
  { end }: Anchor,
  start: WordsEdge | undefined,
): boolean {
  if (!start) return false;
  return placed === start.placed ? end <= start.unit : texts.indexOf(placed) < texts.indexOf(start.placed);
}

/** Rule 3: the citations at the start of a paragraph, as far as they touch each other. */
function openingAnchors({ prose }: PlacedProse, anchors: readonly Anchor[]): Anchor[] {
  const opening: Anchor[] = [];
  let end = 0;
  for (const anchor of anchors) {
    if (!/^[\s—–―\-(.,;]*$/.test(textBetween(prose, end, anchor.start))) break;
    opening.push(anchor);
    end = anchor.end;
  }
  if (opening.some(({ kind }) => kind !== 'in-text')) return opening;
  return isAttribution({ prose }, anchors) ? [...anchors] : [];
}

/**
 * Whether a paragraph is nothing but an attribution: a citation and few words in one sentence without a stop, which
 * begin or lead to the citation as attributions do (`— @key`, `Source: @key`, `Anna Berg, in @key`).
 */
export function isAttribution({ prose }: Pick<PlacedProse, 'prose'>, anchors: readonly Anchor[]): boolean {
  const [first] = anchors;
  if (!first || prose.sentences.length > 1 || prose.quotations.length > 0) return false;
  const words = wordsBesides(prose.inline.text, 0, prose.inline.text.length, anchors);
  if (words === 0) return true;
  const text = textBetween(prose, 0, prose.inline.text.length);
  const before = textBetween(prose, 0, first.start);
  const isMarked = /^[\s(]*(?:[—–―\-([@]|\p{L}+:\s)/u.test(text) || LEADS_TO_SOURCE.test(before);
  return isMarked && words <= MOST_ATTRIBUTION_WORDS && !/[.!?]\s*$/.test(text.replace(/\)\s*$/, ''));
}

const LEADS_TO_SOURCE = /(?:[,:(—–―-]|(?<!\p{L})(?:in|by|from|after|von|aus|nach))\s*$/iu;

/** Rule 4. */
export function leadingAnchors({ prose }: PlacedProse, anchors: readonly Anchor[]): readonly Anchor[] {
  const { inline, sentences, quotations } = prose;
  const last = anchors.at(-1);
  if (!last) return [];
  if (isAttribution({ prose }, anchors)) return anchors;
  const tail = textBetween(prose, last.end, inline.text.length).trim();
  const leads =
    tail === '' ? !/[.!?]$/.test(inline.text.slice(0, last.start).trim()) : /[:,—–―-]$/.test(tail);
  if (!leads || sentenceAt(sentences, last.start) < sentences.length - 1) return [];
  const touches = quotations.some(
    ({ close }) => close < last.start && /^[\s.,;:]*$/.test(textBetween(prose, close + 1, last.start)),
  );
  return last.kind !== 'in-text' && touches ? [] : [last];
}
