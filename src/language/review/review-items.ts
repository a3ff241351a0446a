import { overlaps, quotationLine, type Corpus, type Passage, type Source, type Span } from '#corpus-index';
import { isCrossReference } from '../cross-reference';
import type { Citation, Draft } from '../draft';
import type { JudgedCitation, JudgedDraft, JudgedQuotation } from '../judge-draft';
import { paragraphsOf } from '../locators';
import { type CitationWords, wordsOfCitation } from './citation-words';
import { claimSentence } from './claim-sentence';

/** What a reviewer decides on: one citation of a draft, with both sides of it. */
export interface ReviewItem extends JudgedCitation {
  /** What its draft is judged against. */
  readonly corpus: Corpus;
  /** Number of the item among those of the draft, from 0. */
  readonly at: number;
  /** As the draft has it: `para. 1`. */
  readonly locator: string | undefined;
  /** What it says beside its key. */
  readonly words: CitationWords;
  /** The quotations that it claims for its source, in order; often none. */
  readonly quotations: readonly JudgedQuotation[];
  /** The sentence that stands on it, on one line, without any citations; empty where there is none. */
  readonly sentence: string;
  readonly source: Source | undefined;
  /** Whether the key names a source or at least a record. */
  readonly isKnown: boolean;
  /** What is cited: the paragraphs of the locator, else those that the quotations stand in; none: the source as a whole. */
  readonly passages: readonly Passage[];
}

/** Every citation of a draft, in its order; what refers to the draft's own figures and tables is for no source to say. */
export function reviewItems(judged: JudgedDraft): ReviewItem[] {
  const { draft, corpus, citations } = judged;
  const quotationsOf = quotationsByCitation(judged);
  const ofSources = citations
    .map((judged, near) => ({ ...judged, near }))
    .filter(({ citation }) => !isCrossReference(corpus, citation.key));
  return ofSources.map(({ citation, resolved, isUnread, near }, at) => {
    const source = corpus.source(citation.key);
    const quotations = quotationsOf.get(citation) ?? [];
    const sentence = claimSentence(draft.text, citation.span.start);
    const locator = citation.locator && oneLine(textAt(draft.text, citation.locator.span));
    return {
      corpus,
      at,
      citation,
      resolved,
      isUnread,
      locator,
      words: wordsOfCitation(citation, locator, source),
      quotations,
      sentence: sentence ? oneLine(withoutCitations(draft, sentence, near)) : '',
      source,
      isKnown: corpus.isKnownKey(citation.key),
      passages: source ? citedPassages(source, citation, quotations) : [],
    };
  });
}

function quotationsByCitation({
  quotations,
}: JudgedDraft): ReadonlyMap<Citation, readonly JudgedQuotation[]> {
  const claimed = new Map<Citation, JudgedQuotation[]>();
  for (const one of quotations)
    for (const citation of one.quotation.citations)
      claimed.set(citation, [...(claimed.get(citation) ?? []), one]);
  return claimed;
}

/**
 * The number of a paragraph may be corrected without the sentence saying another thing.
 * @param near number of the citation that the sentence belongs to: the others of the sentence stand around it
 */
function withoutCitations({ text, citations }: Draft, { start, end }: Span, near: number): string {
  let first = near;
  while ((citations[first - 1]?.group.end ?? -1) > start) first--;
  let left = '';
  let at = start;
  for (let next = first; next < citations.length; next++) {
    const group = citations[next]?.group;
    if (!group || group.start >= end) break;
    if (group.start < at || group.end > end) continue;
    left += text.slice(at, group.start).trimEnd();
    at = group.end;
  }
  return left + text.slice(at, end);
}

const textAt = (text: string, { start, end }: Span): string => text.slice(start, end);

function citedPassages(
  source: Source,
  { locator }: Citation,
  quotations: readonly JudgedQuotation[],
): readonly Passage[] {
  const numbers = locator && paragraphsOf(source, locator);
  if (numbers) return source.passages.filter(({ n }) => numbers.includes(n));
  const places = quotations.flatMap(({ judgement: { place } }) =>
    place?.source === source.key ? place : [],
  );
  return source.passages.filter((passage) => places.some((place) => overlaps(place, passage)));
}

/** A stretch of Markdown on one line, without the marks of a block quote. */
const oneLine = (markdown: string): string => quotationLine(markdown.replace(/^[ \t]*>[ \t]?/gm, ''));
