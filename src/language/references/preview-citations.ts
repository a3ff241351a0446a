import { isAccepted, type Corpus, type Source, type Span } from '#corpus-index';
import { verdictTitle } from '../code-lens';
import { isCrossReference } from '../cross-reference';
import type { Citation } from '../draft';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { paragraphsOf } from '../locators';
import { placeIn, shortReference } from '../reference';
import type { PrintedReferences } from './print-references';
import { groupsOf, type DraftGroup } from './references-of';
import type { RichText } from './rich-text';

/** How a reader of the preview sees at a glance what the check has found. */
export type MarkState = 'accepted' | 'refused' | 'unchecked';

/** A group of citations as the preview shows it. */
export interface PreviewCitation {
  /** The offset of the group in the draft, and what stands there, without the signs that begin a quoted line. */
  readonly start: number;
  readonly written: string;
  readonly author?: RichText;
  readonly text: RichText;
  /** The number of its note, in a style that cites in notes. */
  readonly note?: number;
  readonly mark: { readonly state: MarkState; readonly title: string };
  /** The stretch of the draft that the mark speaks of: quotations and citation. */
  readonly judged: string;
  /** Where it leads. */
  readonly target?: { readonly source: Source; readonly span: Span };
}

/** What the preview shows in place of a draft's citations; without `printed` they stay as they are written. */
export function previewCitations(
  judged: JudgedDraft,
  printed: PrintedReferences | undefined,
): PreviewCitation[] {
  const quotations = quotationsByCitation(judged.quotations);
  const inNotes = printed?.inNotes === true;
  let next = 0;
  const groups = groupsOf(judged).filter((group) => !isOfCrossReferences(judged.corpus, group));
  return groups.map((group) => {
    const at = group.cited ? next++ : -1;
    const shown = printed?.groups[at];
    const { start, end } = group.citations[0]?.group ?? { start: 0, end: 0 };
    const written = judged.draft.text.slice(start, end).replace(/\r?\n[ \t>]*/g, '\n');
    const found = [...new Set(group.citations.flatMap(({ span }) => quotations.get(span.start) ?? []))];
    const target = targetOf(judged.corpus, group.citations, found);
    return {
      start,
      written,
      text: shown?.text ?? [{ text: written }],
      ...(shown?.author && { author: shown.author }),
      ...(inNotes && shown && { note: at + 1 }),
      mark: markOf(judged, group, found),
      judged: judged.draft.text.slice(
        Math.min(start, ...found.map(({ quotation }) => quotation.span.start)),
        Math.max(end, ...found.map(({ quotation }) => quotation.span.end)),
      ),
      ...(target && { target }),
    };
  });
}

/** Nothing of it is for the sources to say. */
const isOfCrossReferences = (corpus: Corpus, { citations }: DraftGroup): boolean =>
  citations.every(({ key }) => isCrossReference(corpus, key));

/** By where the citation stands. */
function quotationsByCitation(quotations: readonly JudgedQuotation[]): Map<number, JudgedQuotation[]> {
  const found = new Map<number, JudgedQuotation[]>();
  for (const judged of quotations)
    for (const { span } of judged.quotation.citations)
      found.set(span.start, [...(found.get(span.start) ?? []), judged]);
  return found;
}

/** The gravest of its quotations speaks; without one, whether the citation leads anywhere. */
function markOf(
  judged: JudgedDraft,
  { citations }: DraftGroup,
  quotations: readonly JudgedQuotation[],
): PreviewCitation['mark'] {
  const lost = judged.citations.find(
    ({ citation: { key, span }, resolved, isUnread }) =>
      !resolved &&
      !isUnread &&
      !isCrossReference(judged.corpus, key) &&
      citations.some((one) => one.span.start === span.start),
  );
  if (lost) return { state: 'refused', title: `@${lost.citation.key} leads to no place in the sources` };
  const gravest = quotations.toSorted((a, b) => gravity(b) - gravity(a))[0];
  if (!gravest) return { state: 'unchecked', title: 'No quotation stands here, so nothing was compared' };
  const { judgement } = gravest;
  const place = judgement.place ?? judgement.suggestion;
  const source = place && judged.corpus.source(place.source);
  const where = place && `${source ? shortReference(source) : place.source}, ${placeIn(source, place)}`;
  return { state: stateOf(gravest), title: verdictTitle(judgement, where) };
}

const stateOf = ({ judgement: { verdict } }: JudgedQuotation): MarkState => {
  if (isAccepted(verdict)) return 'accepted';
  return verdict === 'unchecked' ? 'unchecked' : 'refused';
};

const gravity = (judged: JudgedQuotation): number =>
  ['accepted', 'unchecked', 'refused'].indexOf(stateOf(judged));

/** The place of the quoted words; else the cited paragraph, else the source's beginning. */
function targetOf(
  corpus: Corpus,
  citations: readonly Citation[],
  quotations: readonly JudgedQuotation[],
): PreviewCitation['target'] {
  const place = quotations.map(({ judgement }) => judgement.place).find((one) => one !== undefined);
  const quoted = place && corpus.source(place.source);
  if (place && quoted) return { source: quoted, span: place };
  const [citation] = citations.filter(({ key }) => corpus.source(key));
  const source = citation && corpus.source(citation.key);
  if (!source) return undefined;
  const [n] = (citation.locator && paragraphsOf(source, citation.locator)) ?? [];
  const passage = n === undefined ? source.passages[0] : source.passages[n - 1];
  return { source, span: passage ?? { start: 0, end: 0 } };
}
