import type { Alignment, PlacedPart } from './align';
import { isAttribution, isHedge, isNegation } from './lexicon';
import { formAt, isWord, QUOTE_MARK, type Tokens } from './tokens';
import type { Risk, RiskKind } from './verdict';

/** What the editor's omissions and brackets did that a reader should look at, one risk of each kind for each place. */
export function risksOf(
  alignment: Alignment,
  quotation: Tokens,
  source: Tokens,
  textOf: (from: number, to: number) => string,
): Risk[] {
  return alignment.parts
    .filter((placed) => !placed.literal)
    .flatMap((placed) => risksAt(placed, quotation, source, textOf));
}

function risksAt(
  { part, from, to }: PlacedPart,
  quotation: Tokens,
  source: Tokens,
  textOf: (from: number, to: number) => string,
): Risk[] {
  const lost = range(from, to);
  const own = part.kind === 'bracket' && !part.comment ? range(part.from, part.to) : [];
  const text = to > from ? textOf(from, to) : own.map((token) => formAt(quotation, token)).join(' ');
  const has = (test: (form: string) => boolean) =>
    lost.some((token) => isWord(source, token) && test(formAt(source, token))) ||
    own.some((token) => isWord(quotation, token) && test(formAt(quotation, token)));
  const kinds: RiskKind[] = [];
  if (has(isNegation)) kinds.push('negation');
  if (has(isHedge)) kinds.push('hedge');
  if (part.kind === 'gap' && has(isAttribution)) kinds.push('attribution');
  const marks = lost.filter((token) => formAt(source, token) === QUOTE_MARK).length;
  if (part.kind === 'gap' && marks % 2 === 1) kinds.push('speaker');
  return kinds.map((kind) => ({ kind, text }));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset);
