import type { MappedText } from '../text/mapped-text';
import type { PatternPart } from './pattern';
import { shapeOf } from './quotation-shape';
import { countWords, ELLIPSIS, formAt, QUOTE_MARK, type Tokens } from './tokens';

/** The words of a quotation, in each way they can be read: as typed, and as Markdown shows them. */
export type Readings = readonly MappedText[];

/** One way to take a quotation's words: which tokens, and the full stop that was the writer's own. */
export interface Liberty {
  readonly tokens: Tokens;
  readonly reading: MappedText;
  readonly parts: readonly PatternPart[];
  /** The mark left off at the end, which closes the writer's sentence and not the source's; else empty. */
  readonly ownStop: string;
}

type LiteralPart = PatternPart & { readonly kind: 'literal' };

/** Marks that close a writer's sentence inside the quotation marks: full stop and comma of the scripts that put them there. */
const OWN_STOPS = new Set(['.', ',', '。', '，', '、', '،']);

const FULL_STOPS = new Set(['.', '。']);

/** Whether a mark closes a statement. */
export const isFullStop = (mark: string): boolean => FULL_STOPS.has(mark);

/** Exactly as written; without marks around it; without a comma or full stop that closes the writer's sentence, at the end or in front of an ellipsis. */
export function* liberties(readings: Readings): Generator<Liberty> {
  for (const reading of readings) {
    const { tokens, parts } = shapeOf(reading);
    if (countWords(tokens) === 0) continue;
    const all: LiteralPart = { kind: 'literal', from: 0, to: tokens.length };
    yield { tokens, reading, parts: [all], ownStop: '' };
    yield* shorter(tokens, reading, [], all);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'literal' && only.from === 0 && only.to === tokens.length)
      continue;
    yield { tokens, reading, parts, ownStop: '' };
    yield* shorterAtEnd(tokens, reading, parts);
    const cut = withStopsInGaps(tokens, parts);
    if (!cut) continue;
    yield { tokens, reading, parts: cut, ownStop: '' };
    yield* shorterAtEnd(tokens, reading, cut);
  }
}

function* shorterAtEnd(
  tokens: Tokens,
  reading: MappedText,
  parts: readonly PatternPart[],
): Generator<Liberty> {
  const last = parts.at(-1);
  if (last?.kind === 'literal') yield* shorter(tokens, reading, parts.slice(0, -1), last);
}

/**
 * With the full stops right in front of an ellipsis taken for the writer's own: behind a sentence that is cut short where it could
 * end, usage puts one (Chicago Manual of Style, "Ellipses with periods"). Undefined where there is none.
 */
function withStopsInGaps(tokens: Tokens, parts: readonly PatternPart[]): PatternPart[] | undefined {
  const isCut = (part: PatternPart | undefined, next: PatternPart | undefined): boolean =>
    part?.kind === 'literal' &&
    part.to - part.from > 1 &&
    next?.kind === 'gap' &&
    next.from === part.to &&
    formAt(tokens, part.to - 1) === '.' &&
    formAt(tokens, next.from) === ELLIPSIS;
  if (!parts.some((part, at) => isCut(part, parts[at + 1]))) return undefined;
  return parts.map((part, at) => {
    if (isCut(part, parts[at + 1])) return { ...part, to: part.to - 1 };
    return isCut(parts[at - 1], part) ? { ...part, from: part.from - 1 } : part;
  });
}

/** The last part without quotation marks at its ends, then without the writer's own stop. */
function* shorter(
  tokens: Tokens,
  reading: MappedText,
  before: readonly PatternPart[],
  last: LiteralPart,
): Generator<Liberty> {
  const inner = withoutMarks(tokens, last, before.length === 0);
  if (inner.to <= inner.from) return;
  if (inner.from !== last.from || inner.to !== last.to)
    yield { tokens, reading, parts: [...before, inner], ownStop: '' };
  const stop = formAt(tokens, inner.to - 1);
  if (inner.to - inner.from > 1 && OWN_STOPS.has(stop)) {
    yield { tokens, reading, parts: [...before, { ...inner, to: inner.to - 1 }], ownStop: stop };
  }
}

function withoutMarks(tokens: Tokens, part: LiteralPart, isFirst: boolean): LiteralPart {
  let { from, to } = part;
  while (isFirst && from < to && formAt(tokens, from) === QUOTE_MARK) from++;
  while (to > from && formAt(tokens, to - 1) === QUOTE_MARK) to--;
  return { kind: 'literal', from, to };
}
