import {
  BOUNDARY,
  isAccepted,
  overlaps,
  readingSpans,
  type Corpus,
  type Passage,
  type Source,
  type Span,
} from '#corpus-index';
import { riskMessage } from '../checks/editorial-risk';
import { ownWords } from '../fixes/draft-words';
import type { JudgedQuotation } from '../judge-draft';
import { passageText } from '../passage-text';
import { admiraltyCode, placeIn } from '../reference';
import { piecesOf, type Piece } from './pieces';
import type { ReviewItem } from './review-items';

/** So many cited paragraphs of one citation are shown. */
const MOST_PASSAGES = 5;

/** A quotation as a reviewer sees it. */
export interface QuotationSide {
  /** The words a reader sees; those marked differ from the source. */
  readonly pieces: readonly Piece[];
  readonly differences: readonly {
    readonly kind: string;
    readonly quotationText: string;
    readonly sourceText: string;
  }[];
  readonly risks: readonly string[];
  /** Where the words stand instead, or similar ones: `@wall, para. 2`, `@book, p. 12, para. 3`. */
  readonly instead?: { readonly place: string; readonly isSame: boolean };
}

export const quotationSide = (
  { quotation: { reading }, judgement: { verdict, differences, risks, suggestion } }: JudgedQuotation,
  corpus: Corpus,
): QuotationSide => ({
  pieces: piecesOf(
    reading.text,
    differences.map(({ quotation }) => ownWords(reading, quotation)),
  ),
  differences: differences.map(({ kind, quotationText, sourceText }) => ({
    kind,
    quotationText,
    sourceText,
  })),
  risks: risks.map(riskMessage),
  ...(suggestion &&
    !isAccepted(verdict) && {
      instead: {
        place: `@${suggestion.source}, ${placeIn(corpus.source(suggestion.source), suggestion)}`,
        isSame: verdict === 'elsewhere' || verdict === 'unresolved',
      },
    }),
});

/** A cited passage as a reviewer sees it: what the quotations were found at is marked, and in it the words that differ. */
export function passagePieces(
  source: Source,
  passage: Passage,
  quotations: readonly JudgedQuotation[],
): Piece[] {
  const places = quotations.flatMap(({ judgement: { place } }) =>
    place?.source === source.key && overlaps(place, passage) ? place : [],
  );
  const different = quotations.flatMap(({ judgement: { place, differences } }) =>
    place?.source === source.key
      ? differences
          .map(({ source: [start, end] }) => ({ start, end }))
          .filter((one) => overlaps(one, passage))
      : [],
  );
  const [own = passage, ...read] = readingSpans(source, [passage, ...places, ...different]);
  const text = source.reading.text.slice(own.start, own.end).replaceAll(BOUNDARY, ' ');
  const shown = read.map(({ start, end }) => ({
    start: Math.max(0, start - own.start),
    end: Math.min(text.length, end - own.start),
  }));
  return piecesOf(text, shown.slice(0, places.length), shown.slice(places.length));
}

export const shownPassages = ({ passages }: ReviewItem): readonly Passage[] =>
  passages.slice(0, MOST_PASSAGES);

/**
 * Why no passage of a source is shown: the key names nothing, or a record without a text at hand; the place that is cited is
 * not found in the source; or the source is cited as a whole.
 */
export type NoPassage = 'unknown-key' | 'no-text' | 'no-place' | 'whole';

/** Undefined where passages are shown. */
export function whyNoPassage({
  source,
  isKnown,
  passages,
  citation,
}: Pick<ReviewItem, 'source' | 'isKnown' | 'passages' | 'citation'>): NoPassage | undefined {
  if (!source) return isKnown ? 'no-text' : 'unknown-key';
  if (passages.length > 0) return undefined;
  return citation.locator ? 'no-place' : 'whole';
}

/**
 * Where a reviewer looks: the first cited passage, else where the quoted words were found instead; undefined: nowhere in
 * particular. Words that stand in another source of the same bracket are no reason to look there.
 */
export function lookedUp({
  passages,
  quotations,
}: Pick<ReviewItem, 'passages' | 'quotations'>): (Span & { readonly source?: string }) | undefined {
  const instead = quotations.flatMap(({ judgement: { verdict, place, suggestion } }) =>
    isAccepted(verdict) ? [] : (place ?? suggestion ?? []),
  );
  return passages[0] ?? instead[0];
}

/** What stands around shown passages of a source, and what its record says of it. */
export interface Surroundings {
  /** The paragraphs right before and behind. */
  readonly before?: string;
  readonly behind?: string;
  /** Admiralty code, such as `B2`. */
  readonly admiralty?: string;
}

export function surroundingsOf(shown: readonly Passage[], source: Source): Surroundings {
  const code = admiraltyCode(source);
  const [first, last] = [shown[0], shown.at(-1)];
  const before = first && source.passages[first.n - 2];
  const behind = last && source.passages[last.n];
  return {
    ...(before && { before: passageText(source, before) }),
    ...(behind && { behind: passageText(source, behind) }),
    ...(code !== undefined && { admiralty: code }),
  };
}
