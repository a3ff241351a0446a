import { MARKUP } from '#corpus-index';
import type { Anchor } from './anchors';
import type { Prose } from './prose';
import type { QuotedStretch } from './quoted-stretches';
import { sentenceAt } from './sentences';
import { countWords } from './word-count';

/*
 * Which citation a quotation in running text belongs to.
 *
 * A bracket or a note closes what stands before it; an author in the sentence (`@key says`) opens what follows, and
 * closes what stands before only where nothing follows. The rules, the first that answers wins:
 *
 * 1. A citation inside the quotation marks.
 * 2. A citation that touches the quotation: between them stand only spaces and punctuation. Citations that touch each
 *    other count together.
 * 3. In the same sentence, the next citation behind and the last one before, if they look its way; of two, the one
 *    with fewer words between (quotations not counted), a bracket if it names the same source as the author before it.
 *    So one citation may serve several quotations of its sentence, but not reach over another citation.
 * 4. In the next sentence, a citation within its first words that claims no quotation there (`"..." @key tells it so.`).
 * 5. If the block has one quotation and one citation in all, and they stand in the same or in neighbouring sentences.
 *
 * Else the quotation stays uncited: a wrong tie would call true words false.
 */

/** Fewest words of a quotation that no citation touches: below it are titles, terms and scare quotes. */
export const FEWEST_WORDS = 3;

/** How far into the next sentence a citation still speaks of the last one: `The mayor wrote this [@key].` */
const NEXT_SENTENCE_WORDS = 4;

/** How many words nearer a bracket must be to what follows it to claim that instead of what it closes. */
const FORWARD_ADVANTAGE = 2;

/** Most words between the halves of `"...", writes @key, "..."` and its author. */
const INTERRUPTION_WORDS = 3;

export interface TiedStretch {
  readonly stretch: QuotedStretch;
  readonly anchors: readonly Anchor[];
}

/** The quotations of a run of text with their citations; `anchors` are those of its citations that name a source. */
export function tieInline(prose: Prose, anchors: readonly Anchor[]): TiedStretch[] {
  const close = prose.quotations.map((stretch) => ({ stretch, anchors: closeAnchors(prose, stretch, anchors) }));
  const quotations = close.filter(({ stretch, anchors: own }) => own.length > 0 || isLong(prose, stretch));
  const scene = new Scene(prose, quotations, anchors);
  return quotations.map((tied) => (tied.anchors.length > 0 ? tied : { ...tied, anchors: scene.anchorsFor(tied.stretch) }));
}

const isLong = ({ inline }: Prose, { start, end }: QuotedStretch): boolean =>
  countWords(inline.text.slice(start, end)) >= FEWEST_WORDS;

/** Rules 1 and 2. */
function closeAnchors(prose: Prose, stretch: QuotedStretch, anchors: readonly Anchor[]): Anchor[] {
  const inside = anchors.filter(({ start, end }) => start > stretch.open && end <= stretch.close);
  if (inside.length > 0) return inside;
  const behind = anchors.findIndex(({ start }) => start > stretch.close);
  const touching = behind < 0 ? [] : touchingRun(prose, stretch.close + 1, anchors.slice(behind));
  if (touching.length > 0) return touching;
  const before = anchors[(behind < 0 ? anchors.length : behind) - 1];
  return before?.kind === 'in-text' && introduces(textBetween(prose, before.end, stretch.open)) ? [before] : [];
}

/** The citations that follow at `from` with nothing but punctuation between. */
function touchingRun(prose: Prose, from: number, anchors: readonly Anchor[]): Anchor[] {
  const run: Anchor[] = [];
  let end = from;
  for (const anchor of anchors) {
    if (anchor.start > end && !/^[\s.,;:!?…)\]—–-]*$/.test(textBetween(prose, end, anchor.start))) break;
    if (anchor.kind === 'in-text' && opensQuotation(prose, anchor)) break;
    run.push(anchor);
    end = Math.max(end, anchor.end);
  }
  return run;
}

const opensQuotation = ({ quotations, sentences }: Prose, { end }: Anchor): boolean => {
  const next = quotations.find(({ open }) => open >= end);
  return next !== undefined && sentenceAt(sentences, next.open) === sentenceAt(sentences, end - 1);
};

const introduces = (between: string): boolean => /^(?:['’]s)?[\s:,(—–-]*$/.test(between);

const textBetween = ({ inline }: Prose, start: number, end: number): string =>
  inline.text.slice(start, end).replaceAll(MARKUP, '');
