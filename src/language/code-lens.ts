import { isAccepted, type Judgement, type Place, type Span } from '#corpus-index';
import { DIRECTION_MARKS } from './direction-marks';
import { riskNotes } from './fixes/risk-note';
import type { JudgedDraft, JudgedQuotation } from './judge-draft';
import { placeIn, shortReference } from './reference';

/** Which block quotes have their verdict above them. */
export type LensMode = 'all' | 'problems' | 'off';

/** The verdict on a block quote, to be shown above its first line. */
export interface VerdictLens {
  readonly span: Span;
  /** Plain text on one line. */
  readonly title: string;
  /** What a click leads to. */
  readonly place?: Place;
}

/** Longest name of a source in a title, in UTF-16 code units. */
const LONGEST_NAME = 60;

export function verdictLenses({ draft, corpus, quotations }: JudgedDraft, mode: LensMode): VerdictLens[] {
  const nameOf = (place: Place): string => {
    const source = corpus.source(place.source);
    const name = source ? shortReference(source) : place.source;
    const short = name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).trimEnd()}…`;
    return `${short}, ${placeIn(source, place)}`;
  };
  return quotations
    .filter((one) => one.quotation.kind === 'block' && isShown(one, mode))
    .map(({ quotation, judgement }) => {
      const place = judgement.place ?? judgement.suggestion;
      return {
        span: { start: firstLine(draft.text, quotation.span.start), end: quotation.span.end },
        title: plain(verdictTitle(judgement, place && nameOf(place))),
        ...(place && { place }),
      };
    });
}

/** A writer who has cited nothing, or quoted no words, is not told so above every block quote. */
function isShown({ judgement: { verdict, reason } }: JudgedQuotation, mode: LensMode): boolean {
  if (mode === 'all') return true;
  return mode === 'problems' && !isAccepted(verdict) && reason !== 'no-citation' && reason !== 'no-words';
}

/** A verdict in a few words, `where` the place it speaks of. */
export function verdictTitle(
  { verdict, differences, risks, reason }: Judgement,
  where: string | undefined,
): string {
  const at = where === undefined ? '' : ` · ${where}`;
  switch (verdict) {
    case 'verbatim':
    case 'typographic':
      return `${verdict}${at}`;
    case 'editorial':
      return [`editorial${at}`, ...riskNotes(risks)].join(' · ');
    case 'altered':
      return `altered: ${differences.length === 1 ? '1 difference' : `${differences.length} differences`}${at}`;
    case 'elsewhere':
      return `elsewhere${at}`;
    case 'missing':
      return `in none of the sources${where === undefined ? '' : ` · similar words in ${where}`}`;
    case 'unresolved':
      return `not compared: ${WHY[reason ?? ''] ?? 'unresolved'}${at}`;
    case 'unchecked':
      return `not checked: ${WHY[reason ?? ''] ?? 'undecided'}`;
  }
}

const WHY: Readonly<Record<string, string>> = {
  'unknown-source': 'no source has this key',
  'unknown-locator': 'the source has no such place',
  ambiguous: 'in more than one place',
  'no-citation': 'no citation',
  'no-text': 'the text of the source is not here',
  'no-words': 'no words',
};

/** The block quote's own first line: an attribution may stand before the words. */
function firstLine(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*>/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/**
 * A source may be called anything: nothing in its name reorders the verdict. `$(name)` would be shown as an icon; a word
 * joiner, which has no width, comes between.
 */
const plain = (title: string): string =>
  title.replace(DIRECTION_MARKS, '').replace(/\s+/g, ' ').replaceAll('$(', '$\u2060(');
