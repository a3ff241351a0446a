import { judgeQuotation, touches, type Corpus, type Judgement, type Place } from '#corpus-index';
import type { Draft, Quotation } from '../draft';
import { withEdges } from '../fixes/edges';
import { placesIn, readingsOf } from '../fixes/places';
import { riskNotes } from '../fixes/risk-note';
import { judgeDraft, type JudgedQuotation } from '../judge-draft';
import { escapeMarkdown } from '../markdown-escape';
import { placeIn, shortReference } from '../reference';
import { linked, type HoverContent, type HoverContext } from './hover';
import { sideBySide } from './side-by-side';

/** On words of a quotation that are not its source's: what the source has. */
export function differenceHover(
  context: HoverContext,
  draft: Draft,
  offset: number,
): HoverContent | undefined {
  const judged = judgedAt(context.corpus, draft, offset);
  const difference = judged?.judgement.differences.find(({ quotation: [start, end] }) =>
    touches({ start, end }, offset),
  );
  return judged && difference && contentOf(context, judged);
}

/** Anywhere in a quotation: its verdict, in one quiet line where it is what the source says. */
export function quotationHover(
  context: HoverContext,
  draft: Draft,
  offset: number,
): HoverContent | undefined {
  const judged = judgedAt(context.corpus, draft, offset);
  return judged && contentOf(context, judged);
}

function judgedAt(corpus: Corpus, draft: Draft, offset: number): JudgedQuotation | undefined {
  const quotations = draft.quotations.filter(({ span }) => touches(span, offset));
  return judgeDraft(corpus, { ...draft, citations: [], quotations }).quotations[0];
}

function contentOf(context: HoverContext, judged: JudgedQuotation): HoverContent | undefined {
  const lines = linesOf(context, judged);
  return lines.length > 0 ? { span: judged.quotation.span, markdown: lines.join('\n\n') } : undefined;
}

function linesOf(context: HoverContext, { quotation, judgement }: JudgedQuotation): string[] {
  const { verdict, place, risks } = judgement;
  const at = place ? ` · ${link(context, place)}` : '';
  switch (verdict) {
    case 'verbatim':
      return [`Verbatim${at}`];
    case 'typographic':
      return [`Word for word; only typography differs${at}`];
    case 'editorial':
      return [
        `Edited, and marked as such${at}`,
        ...riskLine(risks),
        ...compared(context, quotation, judgement),
      ];
    case 'altered':
      return [`**${countOf(judgement)}**${at}`, ...compared(context, quotation, judgement)];
    case 'elsewhere':
      return [`**Not where the citation says**${suggested(context, judgement, ', but in')}`];
    case 'missing':
      return missing(context, quotation, judgement);
    case 'unresolved':
      return unresolved(context, quotation, judgement);
    case 'unchecked':
      return judgement.reason === 'no-text'
        ? ['Not checked: the text of this source is not among the sources.']
        : [];
  }
}

const countOf = ({ differences: { length } }: Judgement): string =>
  length === 1 ? 'One difference from the source' : `${length} differences from the source`;

function riskLine(risks: Judgement['risks']): string[] {
  const notes = riskNotes(risks);
  return notes.length > 0 ? [`It ${notes.join(' and ')}.`] : [];
}

function compared(
  { corpus }: HoverContext,
  quotation: Quotation,
  { place, differences }: Judgement,
): string[] {
  const source = place && corpus.source(place.source);
  return source ? [sideBySide(withEdges({ quotation, source, place, differences }))] : [];
}

function missing(context: HoverContext, quotation: Quotation, { suggestion }: Judgement): string[] {
  const head = '**In none of the sources**';
  if (!suggestion) return [head];
  const near = judgeQuotation(context.corpus, readingsOf(quotation), [{ key: suggestion.source }]);
  const nearest = near.place ?? suggestion;
  return [`${head}. Similar words: ${link(context, nearest)}`, ...compared(context, quotation, near)];
}

const UNRESOLVED: Readonly<Partial<Record<NonNullable<Judgement['reason']>, string>>> = {
  'unknown-source': 'Not compared: no source has the key that is cited',
  'unknown-locator': 'Not compared: the source has no such place',
};

function unresolved(context: HoverContext, quotation: Quotation, judgement: Judgement): string[] {
  const { reason, suggestion } = judgement;
  if (reason === 'ambiguous' && suggestion) {
    const places = placesIn(context.corpus, quotation, suggestion).map((place) => link(context, place));
    return [`**In more than one place:** ${places.join(' · ')}`];
  }
  const why = reason && UNRESOLVED[reason];
  return why === undefined ? [] : [`**${why}.**${suggested(context, judgement, ' The words stand in')}`];
}

const suggested = (context: HoverContext, { suggestion }: Judgement, lead: string): string =>
  suggestion ? `${lead} ${link(context, suggestion)}` : '';

/** `Orton 2014, para. 4`, leading to the words. */
function link({ corpus, linkTo }: HoverContext, place: Place): string {
  const source = corpus.source(place.source);
  if (!source) return escapeMarkdown(place.source);
  return linked(`${shortReference(source)}, ${placeIn(source, place)}`, linkTo(source, place));
}
