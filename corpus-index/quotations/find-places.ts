import type { MappedText } from '../text/mapped-text';
import { originalSpan } from '../text/mapped-text';
import type { Source } from '../passages/source';
import { alignments, type Alignment } from './align';
import { passageAt } from './passage-at';
import { patternOf, trimGaps, type PatternPart } from './pattern';
import { risksOf } from './risks';
import { sourceTokens } from './source-tokens';
import { countWords, findRun, formAt, QUOTE_MARK, runOf, tokensOf, type Tokens } from './tokens';
import type { Place, Risk, Verdict } from './verdict';

/** How far on, in tokens, a bracket of the source's is looked for. */
const BRACKET_REACH = 40;

/** A place in a source where a quotation stands acceptably. */
export interface FoundPlace extends Place {
  readonly verdict: Verdict & ('verbatim' | 'typographic' | 'editorial');
  readonly risks: readonly Risk[];
}

/** The words of a quotation, in each way they can be read: as typed, and as Markdown shows them. */
export type Readings = readonly MappedText[];

/** A fragment between omissions needs so many words to be placed by itself, paragraphs away from the next. */
const FEWEST_WORDS_APART = 3;

/**
 * Where the quotation stands acceptably in the source: the first reading and the least liberty that finds
 * any place. Titles, headings and captions count only where the body has no place.
 */
export function findPlaces(readings: Readings, source: Source): FoundPlace[] {
  const { body, whole } = sourceTokens(source);
  for (const tokens of body.length === whole.length ? [body] : [body, whole]) {
    for (const liberty of liberties(readings)) {
      const places = placesWith(liberty, tokens, source);
      if (places.length > 0) return places;
    }
  }
  return [];
}

/** One way to take a quotation's words: which tokens, and the full stop that was the writer's own. */
interface Liberty {
  readonly tokens: Tokens;
  readonly reading: MappedText;
  readonly parts: readonly PatternPart[];
  readonly ownStop: '' | '.' | ',';
}

/** Exactly as written; without marks around it; without a comma or full stop that closes the writer's sentence. */
function* liberties(readings: Readings): Generator<Liberty> {
  for (const reading of readings) {
    const tokens = tokensOf(reading.text);
    if (countWords(tokens) === 0) continue;
    const all: PatternPart = { kind: 'literal', from: 0, to: tokens.length };
    yield { tokens, reading, parts: [all], ownStop: '' };
    const inner = withoutMarks(tokens, all);
    if (inner.from !== all.from || inner.to !== all.to)
      yield { tokens, reading, parts: [inner], ownStop: '' };
    const stopped = withoutStop(tokens, inner);
    if (stopped) yield { tokens, reading, ...stopped, parts: [stopped.part] };
    const parts = trimGaps(patternOf(tokens));
    if (parts.every((part) => part.kind === 'literal') && parts.length < 2 && parts[0]?.to === tokens.length)
      continue;
    yield { tokens, reading, parts, ownStop: '' };
    yield* editorialVariants(tokens, reading, parts);
  }
}

function* editorialVariants(
  tokens: Tokens,
  reading: MappedText,
  parts: readonly PatternPart[],
): Generator<Liberty> {
  const last = parts.at(-1);
  if (last?.kind !== 'literal') return;
  const inner = withoutMarks(tokens, last);
  if (inner.to !== last.to && inner.to > inner.from)
    yield { tokens, reading, parts: [...parts.slice(0, -1), { ...last, to: inner.to }], ownStop: '' };
  const stopped = withoutStop(tokens, { ...last, to: inner.to });
  if (stopped)
    yield { tokens, reading, parts: [...parts.slice(0, -1), stopped.part], ownStop: stopped.ownStop };
}

function withoutMarks(tokens: Tokens, part: PatternPart): PatternPart & { kind: 'literal' } {
  let { from, to } = part;
  while (from < to && formAt(tokens, from) === QUOTE_MARK) from++;
  while (to > from && formAt(tokens, to - 1) === QUOTE_MARK) to--;
  return { kind: 'literal', from, to };
}

function withoutStop(tokens: Tokens, part: PatternPart) {
  const form = formAt(tokens, part.to - 1);
  if (part.to - part.from < 2 || (form !== '.' && form !== ',')) return undefined;
  return { part: { kind: 'literal' as const, from: part.from, to: part.to - 1 }, ownStop: form } as const;
}

function placesWith(liberty: Liberty, tokens: Tokens, source: Source): FoundPlace[] {
  const places = tightest(
    alignments(liberty.tokens, liberty.parts, tokens).filter(
      (one) => !borrowsBracket(one, liberty.tokens, tokens),
    ),
  ).flatMap((alignment) => placeOf(alignment, liberty, tokens, source) ?? []);
  const together = places.filter((place) => !place.risks.some(({ kind }) => kind === 'fragments-apart'));
  return together.length > 0 ? together : places;
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
function tightest(found: readonly Alignment[]): Alignment[] {
  const chosen: Alignment[] = [];
  for (const alignment of [...found].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const isEmpty = alignment.to <= alignment.from;
    if (!isEmpty && !chosen.some((other) => alignment.from < other.to && other.from < alignment.to))
      chosen.push(alignment);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function placeOf(
  alignment: Alignment,
  liberty: Liberty,
  tokens: Tokens,
  source: Source,
): FoundPlace | undefined {
  const at = (token: number) => tokens.start[token] ?? 0;
  const readFrom = at(alignment.from);
  const readTo = tokens.end[alignment.to - 1] ?? 0;
  const span = originalSpan(source.reading, readFrom, readTo);
  const passage = passageAt(source, span.start);
  const text = source.reading.text.slice(readFrom, readTo);
  const apart = fragmentsApart(alignment, tokens, source);
  if (apart === 'unsafe') return undefined;
  const textOf = (from: number, to: number) => source.reading.text.slice(at(from), tokens.end[to - 1]);
  const risks: Risk[] = risksOf(alignment, liberty.tokens, tokens, textOf);
  if (apart === 'apart') risks.push({ kind: 'fragments-apart', text });
  if (liberty.ownStop === '.' && sentenceGoesOn(tokens, alignment.to))
    risks.push({ kind: 'cut-sentence', text });
  const editorial = alignment.parts.some((part) => !part.literal) || risks.length > 0 || leavesEnds(liberty);
  const written = liberty.reading.text.trim();
  const verbatim = written === text || written === source.text.slice(span.start, span.end);
  return {
    ...span,
    source: source.key,
    ...(passage ? { n: passage.n } : {}),
    text,
    verdict: verbatim ? 'verbatim' : editorial ? 'editorial' : 'typographic',
    risks,
  };
}

/** Whether the quotation begins or ends with an ellipsis of the editor's. */
function leavesEnds(liberty: Liberty): boolean {
  const first = liberty.parts[0]?.from ?? 0;
  const end = liberty.parts.at(-1)?.to ?? 0;
  const ends = [
    ...Array(first).keys(),
    ...Array.from({ length: liberty.tokens.length - end }, (_, index) => end + index),
  ];
  return ends.some((token) => formAt(liberty.tokens, token) === '…');
}

/** The source's sentence is not over at token `to`, closing or opening quote marks apart. */
function sentenceGoesOn(tokens: Tokens, to: number): boolean {
  let next = to;
  while (next < tokens.length && formAt(tokens, next) === QUOTE_MARK) next++;
  return next < tokens.length && !/^[.!?…]$/.test(formAt(tokens, next));
}

/**
 * How far the fragments between omissions stand from each other. A fragment of one or two words stands
 * almost anywhere: it counts only in the paragraph of its neighbours.
 */
function fragmentsApart(
  alignment: Alignment,
  tokens: Tokens,
  source: Source,
): 'together' | 'apart' | 'unsafe' {
  const gaps = alignment.parts.filter((placed) => placed.part.kind === 'gap' && placed.to > placed.from);
  const crossing = gaps.filter(
    (gap) => passageNumberAt(source, tokens, gap.from - 1) !== passageNumberAt(source, tokens, gap.to),
  );
  if (crossing.length === 0) return 'together';
  return crossing.every((gap) =>
    [fragmentBefore(alignment, gap.from), fragmentBehind(alignment, gap.to)].every(
      ([from, to]) => countWords(tokens, from, to) >= FEWEST_WORDS_APART,
    ),
  )
    ? 'apart'
    : 'unsafe';
}

const passageNumberAt = (source: Source, tokens: Tokens, token: number): number | undefined =>
  passageAt(source, originalSpan(source.reading, tokens.start[token] ?? 0, tokens.end[token] ?? 0).start)?.n;

function fragmentBefore(alignment: Alignment, at: number): [number, number] {
  const earlier = alignment.parts.filter((placed) => placed.part.kind === 'gap' && placed.to < at).at(-1);
  return [earlier?.to ?? alignment.from, at];
}

function fragmentBehind(alignment: Alignment, at: number): [number, number] {
  const later = alignment.parts.find((placed) => placed.part.kind === 'gap' && placed.from > at);
  return [at, later?.from ?? alignment.to];
}
