import { originalSpan, readingSpans, type Difference } from '#corpus-index';
import { offsetsOf } from './draft-words';
import type { Misquotation } from './misquotation';

/**
 * The misquotation with the mark that belongs to one of the source's: where a restored `not built to last` begins behind
 * the mark that opens it, a reader should see both. Undefined where the marks at the place are in pairs.
 */
export function withPairedMarks(misquotation: Misquotation): Misquotation | undefined {
  const { quotation, source, place, differences } = misquotation;
  if (!differences.some(({ sourceText }) => /[“”„«»]/.test(sourceText))) return undefined;
  const { text } = source.reading;
  const [{ start, end } = place] = readingSpans(source, [place]);
  const words = text.slice(start, end);
  const surplus = count(words, /[”»]/g) - count(words, /[“„«]/g);
  const open = surplus > 0 ? /[“„«]$/.exec(text.slice(0, start))?.[0] : undefined;
  const close = surplus < 0 ? /^[.,!?]?[”»]/.exec(text.slice(end))?.[0] : undefined;
  if (open === undefined && close === undefined) return undefined;
  const added = (unit: number, from: number, mark: string): Difference => ({
    kind: 'punctuation',
    quotation: offsetsOf(quotation.reading, { start: unit, end: unit }),
    source: offsetsOf(source.reading, { start: from, end: from + mark.length }),
    quotationText: '',
    sourceText: mark,
  });
  if (open !== undefined) {
    const first = originalSpan(source.reading, start - open.length, start).start;
    return {
      ...misquotation,
      place: { ...place, start: first },
      differences: [added(0, start - open.length, open), ...differences],
    };
  }
  const mark = close ?? '';
  return {
    ...misquotation,
    place: { ...place, end: originalSpan(source.reading, end, end + mark.length).end },
    differences: [...differences, added(quotation.reading.text.length, end, mark)],
  };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
