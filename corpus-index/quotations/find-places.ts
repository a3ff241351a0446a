import { originalSpan } from '../text/mapped-text';
import type { Source } from '../passages/source';
import { BOUNDARY } from '../text/boundary';
import { OVERRIDES } from '../text/direction-overrides';
import { alignments, type Alignment } from './align';
import { cutsWords } from './cut-words';
import { jointsOf } from './fragments';
import { isFullStop, liberties, type Liberty, type Readings } from './liberties';
import { passageAt } from './passage-at';
import { shapeOf } from './quotation-shape';
import { risksAround, risksInside, type RiskContext } from './risks';
import { sourceTokens, type SourceTokens } from './source-tokens';
import { ELLIPSIS, findRun, formAt, isWord, QUOTE_MARK, runOf, type Tokens } from './tokens';
import type { Place, Risk, Verdict } from './verdict';

/** How far on, in tokens, a bracket of the source's is looked for. */
const BRACKET_REACH = 40;

/** A place in a source where a quotation stands acceptably. */
export interface FoundPlace extends Place {
  readonly verdict: Verdict & ('verbatim' | 'typographic' | 'editorial');
  readonly risks: readonly Risk[];
}

/**
 * Where the quotation stands acceptably in the source: the first reading and the least liberty that finds
 * any place. Titles, headings and captions count only where the body has no place. With `stretches` of the source, only in them.
 */
export function findPlaces(
  readings: Readings,
  source: Source,
  stretches: readonly SourceTokens[] = [sourceTokens(source)],
): FoundPlace[] {
  const safe = readings.filter(
    ({ text }, at) =>
      readings.findIndex((other) => other.text === text) === at &&
      (!OVERRIDES.test(text) || OVERRIDES.test(source.reading.text)),
  );
  for (const readOf of IN_TURN) {
    const tokens = stretches.flatMap(readOf);
    if (tokens.length === 0) continue;
    for (const liberty of liberties(safe)) {
      const places = tokens.flatMap((one) => placesWith(liberty, one, source));
      if (places.length > 0) return togetherIfAny(places);
    }
  }
  return [];
}

/** The readings of a source, each made only where those before it have no place. */
const IN_TURN: readonly ((stretch: SourceTokens) => readonly Tokens[])[] = [
  ({ body }) => [body],
  ({ body, whole }) => (body.length === whole.length ? [] : [whole]),
  ({ joined }) => (joined ? [joined] : []),
];

/**
 * Where the quotation stands as it is written, inside a paragraph of the source and at neither of its ends: there is no better
 * place, and nothing around the paragraph could tell more. Undefined says nothing: it may stand there in another way. With `alone`,
 * undefined also where it stands there twice.
 */
export function placeInside(
  readings: Readings,
  source: Source,
  n: number,
  alone = false,
): FoundPlace | undefined {
  const [reading] = readings;
  if (!reading || n < 1 || n > source.passages.length || OVERRIDES.test(reading.text)) return undefined;
  const { tokens: quotation } = shapeOf(reading);
  const tokens = sourceTokens(source, { from: n - 1, to: n }).body;
  const run = runOf(quotation);
  const at = findRun(tokens, run);
  if (at < 1 || at + quotation.length >= tokens.length) return undefined;
  // Whether a sentence begins behind a quotation mark, what stands before the paragraph tells.
  if (isQuoteMark(tokens, 0) || isQuoteMark(tokens, at - 1)) return undefined;
  if (alone && findRun(tokens, run, at + 1) >= 0) return undefined;
  const [asWritten] = liberties([reading]);
  return asWritten && placesWith(asWritten, tokens, source)[0];
}

const isQuoteMark = (tokens: Tokens, at: number): boolean => formAt(tokens, at) === QUOTE_MARK;

function placesWith(liberty: Liberty, tokens: Tokens, source: Source): FoundPlace[] {
  return tightest(
    alignments(liberty.tokens, liberty.parts, tokens).filter(
      (one) => !borrowsBracket(one, liberty.tokens, tokens),
    ),
  ).flatMap((alignment) => placeOf(alignment, liberty, tokens, source) ?? []);
}

function togetherIfAny(places: readonly FoundPlace[]): FoundPlace[] {
  const together = places.filter((place) => !place.risks.some(({ kind }) => kind === 'fragments-apart'));
  return together.length > 0 ? together : [...places];
}

/**
 * A bracket taken for the editor's that the source itself has a few words on: words were dropped in front of it, and the bracket
 * is no mark of that.
 */
function borrowsBracket({ parts }: Alignment, quotation: Tokens, source: Tokens): boolean {
  return parts.some(({ part, to, literal }) => {
    if (literal || part.kind !== 'bracket') return false;
    const own = findRun(source, runOf(quotation, part.from, part.to), to);
    return own >= 0 && own - to <= BRACKET_REACH;
  });
}

/** Where alignments overlap, the one that leaves least out holds: the first words may stand earlier as well. */
function tightest(found: readonly Alignment[]): readonly Alignment[] {
  const [only] = found;
  if (found.length === 1 && only && only.to > only.from) return found;
  const chosen: Alignment[] = [];
  for (const alignment of [...found].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const isEmpty = alignment.to <= alignment.from;
    if (!isEmpty && !chosen.some((other) => alignment.from < other.to && other.from < alignment.to))
      chosen.push(alignment);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** The place that an alignment is; undefined where it would cut words or join what is too short. */
export function placeOf(
  alignment: Alignment,
  liberty: Liberty,
  tokens: Tokens,
  source: Source,
): FoundPlace | undefined {
  const { from, to } = alignment;
  const { text: raw } = source.reading;
  const joints = jointsOf(alignment, tokens, source);
  if (!joints.isSafe || statesQuestion(alignment, liberty, tokens)) return undefined;
  if (fragmentsOf(alignment).some(([start, end]) => cutsWords(tokens, raw, start, end))) return undefined;
  const { start, end } = originalSpan(source.reading, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0);
  const n = passageAt(source, start)?.n;
  const text = raw.slice(tokens.start[from], tokens.end[to - 1]);
  const ends = endsOf(liberty, tokens, to);
  const risks = risksOf(alignment, liberty, ends, tokens, source);
  if (joints.apart) risks.push({ kind: 'fragments-apart', text });
  if (joints.sentencesJoined) risks.push({ kind: 'sentences-joined', text });
  const editorial = ends.leads || ends.trails || ends.cutsStop || !isLiteral(alignment);
  const written = liberty.reading.text.trim();
  // A mark of a footnote behind the last word is no token, and may be quoted as well.
  const verbatim = raw.startsWith(written, tokens.start[from]) || written === source.text.slice(start, end);
  const verdict = verbatim ? 'verbatim' : editorial ? 'editorial' : 'typographic';
  // Literals, as an object that is put together of others takes V8 several times as long.
  return n === undefined
    ? { start, end, source: source.key, text, verdict, risks }
    : { start, end, source: source.key, n, text, verdict, risks };
}

/** The stretches of the source that the quotation has in one piece: between omissions. */
function fragmentsOf(alignment: Alignment): readonly (readonly [number, number])[] {
  const { from, to, parts } = alignment;
  if (isLiteral(alignment)) return [[from, to]];
  const gaps = parts.filter(
    ({ part, from: start, to: end, literal }) => !literal && part.kind === 'gap' && end > start,
  );
  const starts = [from, ...gaps.map((gap) => gap.to)];
  return starts.map((start, at) => [start, gaps[at]?.from ?? to] as const);
}

const isLiteral = ({ parts }: Alignment): boolean => parts.every(({ literal }) => literal);

/** What the writer did at the ends of a quotation: an ellipsis in front or behind, a full stop where the source's sentence goes on. */
interface Ends {
  readonly leads: boolean;
  readonly trails: boolean;
  readonly cutsStop: boolean;
}

function endsOf(liberty: Liberty, source: Tokens, to: number): Ends {
  const [leads, trails] = markedEnds(liberty);
  return { leads, trails, cutsStop: isFullStop(liberty.ownStop) && sentenceGoesOn(source, to) };
}

function risksOf(
  alignment: Alignment,
  liberty: Liberty,
  { leads, trails, cutsStop }: Ends,
  tokens: Tokens,
  source: Source,
): Risk[] {
  const { from, to } = alignment;
  const lead = { marked: leads, givenWhole: isGivenWhole(liberty) };
  const tail = { marked: trails, givenWhole: cutsStop };
  const context: RiskContext = {
    quotation: liberty.tokens,
    source: tokens,
    bounds: () => [paragraphBound(tokens, source, from, -1), paragraphBound(tokens, source, to - 1, 1)],
    textOf: (start, end) => source.reading.text.slice(tokens.start[start], tokens.end[end - 1]),
  };
  return [...risksInside(alignment, context), ...risksAround(alignment, lead, tail, context)];
}

/** The first token of the paragraph that `at` lies in (`step` -1), or the one behind its last (`step` 1). */
function paragraphBound(tokens: Tokens, source: Source, at: number, step: 1 | -1): number {
  const offsetOf = (token: number) =>
    originalSpan(source.reading, tokens.start[token] ?? 0, tokens.end[token] ?? 0).start;
  const passage = passageAt(source, offsetOf(at));
  if (!passage) return step < 0 ? at : at + 1;
  const isInside = (token: number) => {
    const offset = offsetOf(token);
    return token >= 0 && token < tokens.length && offset >= passage.start && offset < passage.end;
  };
  let bound = at;
  while (isInside(bound + step)) bound += step;
  return step < 0 ? bound : bound + 1;
}

/** Whether the quotation begins, and whether it ends, with an ellipsis of the editor's. */
function markedEnds({ tokens, parts }: Liberty): [boolean, boolean] {
  const isMarked = (from: number, to: number) => {
    for (let token = from; token < to; token++) if (formAt(tokens, token) === ELLIPSIS) return true;
    return false;
  };
  return [isMarked(0, parts[0]?.from ?? 0), isMarked(parts.at(-1)?.to ?? 0, tokens.length)];
}

/** Written as a sentence: a capital at its beginning, a full stop at its end. */
function isGivenWhole({ tokens }: Liberty): boolean {
  let last = tokens.length - 1;
  while (last > 0 && formAt(tokens, last) === QUOTE_MARK) last--;
  if (isWord(tokens, last)) return false;
  let first = 0;
  while (first < last && formAt(tokens, first) === QUOTE_MARK) first++;
  return /^\p{Lu}/u.test(formAt(tokens, first)) && /^[.!?]$/.test(formAt(tokens, last));
}

/** The source's sentence is not over at token `to`, closing or opening quote marks apart. */
function sentenceGoesOn(tokens: Tokens, to: number): boolean {
  const next = behindMarks(tokens, to);
  return next < tokens.length && !['.', '。', '!', '?', ELLIPSIS, BOUNDARY].includes(formAt(tokens, next));
}

/** What may stand between the last word of a question and its mark. */
const CLOSING = [QUOTE_MARK, '!', ')', ']'];
const QUESTION = /^[?؟‽⁇⁈⁉]$/;
/** The Greek question mark, which Unicode takes for a semicolon where texts are compared. */
const GREEK_QUESTION = '\u037e';

/** A full stop of the writer's own, at the end or in front of an ellipsis, where the source asks: "He knew?" does not say "He knew." */
function statesQuestion(
  { to, parts }: Alignment,
  { tokens: quotation, ownStop }: Liberty,
  source: Tokens,
): boolean {
  const asks = (token: number): boolean => {
    let at = token;
    while (at < source.length && CLOSING.includes(formAt(source, at))) at++;
    return (
      QUESTION.test(formAt(source, at)) ||
      source.text.startsWith(GREEK_QUESTION, (source.start[at] ?? 0) - source.offset)
    );
  };
  return (
    (isFullStop(ownStop) && asks(to)) ||
    parts.some(
      ({ part, from, literal }) =>
        !literal && part.kind === 'gap' && isFullStop(formAt(quotation, part.from)) && asks(from),
    )
  );
}

function behindMarks(tokens: Tokens, at: number): number {
  let next = at;
  while (next < tokens.length && formAt(tokens, next) === QUOTE_MARK) next++;
  return next;
}
