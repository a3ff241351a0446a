import { readingSpans } from '../passages/reading';
import type { Source } from '../passages/source';
import { originalSpan } from '../text/mapped-text';
import type { FoundPlace } from './find-places';

/**
 * Characters whose words are written in one way only: no invisible characters, combining marks, ligatures or other compatibility
 * forms, nothing that changes the direction of writing. Basic Latin, the letters and signs of Latin-1, Latin Extended-A and -B,
 * and the usual marks.
 */
const HAS_OTHER = /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac]/;

/** What can stand in front of a word and is no part of it, and behind it. */
const BEFORE_WORD = ' \n("“';
const BEHIND_WORD = ' \n,;:!?.)';
const SENTENCE_ENDS = '.!?';
const MARKS = ',;:' + SENTENCE_ENDS;

/**
 * What `placeInside` says of a quotation that stands in a paragraph character for character, told by the characters around it,
 * without reading the tokens of either: most quotations stand so where they are cited. Undefined wherever it is not sure.
 */
export function verbatimInside(text: string, source: Source, n: number): FoundPlace | undefined {
  const passage = source.passages[n - 1];
  if (passage?.n !== n) return undefined;
  const [span] = readingSpans(source, [passage]);
  if (!span) return undefined;
  const body = source.reading.text.slice(span.start, span.end);
  const written = text.trim();
  const at = body.indexOf(written);
  if (at < 1 || !isPlain(written) || !standsApart(body, at, written) || !isFirst(body, at, written))
    return undefined;
  const from = span.start + at;
  const { start, end } = originalSpan(source.reading, from, from + written.length);
  return { start, end, source: source.key, n, text: written, verdict: 'verbatim', risks: [] };
}

/** From a letter to a letter or mark; not given as a whole sentence, whose beginning would have to be looked for. */
function isPlain(written: string): boolean {
  const [first, last] = [written.charCodeAt(0), written.charAt(written.length - 1)];
  if (!isLetter(first) || !(isLetter(last.charCodeAt(0)) || MARKS.includes(last))) return false;
  // Two commas are a quotation mark, and what stands in front of one may end a sentence.
  return !(isCapital(first) && SENTENCE_ENDS.includes(last)) && !written.endsWith(',,');
}

/** Tokens of the paragraph stand on either side, and none of them goes on in the quotation. */
function standsApart(body: string, at: number, written: string): boolean {
  const end = at + written.length;
  const behind = body.charAt(end);
  if (end >= body.length - 1 || !BEFORE_WORD.includes(body.charAt(at - 1))) return false;
  if (LINE_HYPHEN.test(body.slice(Math.max(0, at - LINE_HYPHEN_REACH), at))) return false;
  if (!isShown(body, 0) || !isShown(body, body.length - 1)) return false;
  if (isLetter(body.charCodeAt(end - 1))) return BEHIND_WORD.includes(behind);
  // A full stop may belong to an ellipsis with spaces in it.
  return (behind === ' ' || behind === '\n') && !'.…'.includes(body.charAt(end + 1));
}

/** What a half of a word stands behind. */
const LINE_HYPHEN = /[-‐‑][ \t]*\r?\n[ \t]*$/;
const LINE_HYPHEN_REACH = 8;

const isShown = (body: string, at: number): boolean => /\S/.test(body.charAt(at));

/** The words do not stand in the paragraph before, in whatever typography: where they are written in one way only, one of them does not. */
function isFirst(body: string, at: number, written: string): boolean {
  const word = longWord(written);
  if (!word || body.indexOf(word[0]) !== at + word.index) return false;
  return !HAS_OTHER.test(body.slice(0, at + written.length));
}

/** Words that most paragraphs have once, the likeliest first. */
const LONG_WORDS = [/[A-Za-z]{9,}/, /[A-Za-z]{6,}/, /[A-Za-z]{4,}/];

function longWord(written: string): RegExpExecArray | undefined {
  for (const pattern of LONG_WORDS) {
    const found = pattern.exec(written);
    if (found) return found;
  }
  return undefined;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isCapital(code) || (code >= 97 && code <= 122);
