import approximate from 'approx-string-match';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';

/** A quotation may differ from its source by this share of its characters. */
const MOST_ERRORS = 0.4;

/** approx-string-match: all places within so many errors, best first (Myers' algorithm). */
export function approximateMatch(text: string, quotation: string): number {
  const matches = approximate(text, quotation, Math.floor(quotation.length * MOST_ERRORS));
  return matches.sort((a, b) => a.errors - b.errors)[0]?.start ?? -1;
}

const differ = new DiffMatchPatch();

/** diff-match-patch: the difference of text and quotation, made readable. */
export function difference(text: string, quotation: string): number {
  const parts = differ.diff_main(text, quotation);
  differ.diff_cleanupSemantic(parts);
  return parts.length;
}
