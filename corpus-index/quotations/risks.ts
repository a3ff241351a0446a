import type { Alignment, PlacedPart } from './align';
import { isAttribution, isHedge, isNegation, isNegatingAffix } from './lexicon';
import { endsSentence, sentenceEnd, sentenceStart } from './token-sentences';
import { formAt, isWord, QUOTE_MARK, type Tokens } from './tokens';
import type { Risk, RiskKind } from './verdict';

/** What a reader should look at in an accepted quotation. */
export interface RiskContext {
  readonly quotation: Tokens;
  readonly source: Tokens;
  /** Bounds of the paragraph that the quotation begins and the one that it ends in, in tokens of the source. */
  readonly bounds: () => readonly [number, number];
  readonly textOf: (from: number, to: number) => string;
}

/** What the editor's omissions and brackets did, one risk of each kind for each place. */
export const risksInside = (alignment: Alignment, context: RiskContext): Risk[] =>
  alignment.parts
    .filter((placed) => !placed.literal)
    .flatMap((placed) =>
      placed.part.kind === 'gap'
        ? [...gapRisks(placed.from, placed.to, context), ...stopRisks(placed, context)]
        : bracketRisks(placed, context),
    );

/** A full stop of the writer's in front of an ellipsis, where the source's sentence goes on. */
function stopRisks({ part, from, to }: PlacedPart, { quotation, source, textOf }: RiskContext): Risk[] {
  if (formAt(quotation, part.from) !== '.' || /^[.!?]$/.test(formAt(source, from))) return [];
  return [{ kind: 'cut-sentence', text: textOf(from, Math.max(to, from + 1)) }];
}

/** How a quotation is cut out of its source's sentences. */
export interface Cut {
  /** An ellipsis of the editor's stands there. */
  readonly marked: boolean;
  /** It is given as the beginning or the end of a sentence: a capital and a full stop, or the full stop alone. */
  readonly givenWhole: boolean;
}

/**
 * What stands in the source's sentence in front of the quotation and behind it, where a marked omission or the form of a
 * whole sentence hides it: of each side the gravest, or that the sentence was cut.
 */
export function risksAround({ from, to }: Alignment, lead: Cut, tail: Cut, context: RiskContext): Risk[] {
  const { source, textOf } = context;
  if (![lead, tail].some(({ marked, givenWhole }) => marked || givenWhole)) return [];
  const [first, last] = context.bounds();
  const start = sentenceStart(source, from, first);
  const end = endsSentence(source, to - 1) ? to : sentenceEnd(source, to, last);
  const side = ({ marked, givenWhole }: Cut, lost: readonly [number, number]): Risk[] => {
    if ((!marked && !givenWhole) || lost[1] <= lost[0]) return [];
    const [gravest] = gapRisks(lost[0], lost[1], context);
    if (gravest) return [gravest];
    return givenWhole && formsOf(source, ...lost).length > 0
      ? [{ kind: 'cut-sentence', text: textOf(...lost) }]
      : [];
  };
  return [...side(lead, [start, from]), ...side(tail, [to, end])];
}

/** Words left out: what they deny, weaken, attribute; marks of speech of which only one is left out. */
function gapRisks(from: number, to: number, { source, textOf }: RiskContext): Risk[] {
  if (to <= from) return [];
  const forms = formsOf(source, from, to);
  const kinds: RiskKind[] = [];
  if (forms.some(isNegation)) kinds.push('negation');
  if (forms.some(isHedge)) kinds.push('hedge');
  if (forms.some(isAttribution)) kinds.push('attribution');
  if (range(from, to).filter((token) => formAt(source, token) === QUOTE_MARK).length % 2 === 1)
    kinds.push('speaker');
  return kinds.map((kind) => ({ kind, text: textOf(from, to) }));
}

/** The editor's words in brackets, and those of the source that they stand for. */
function bracketRisks({ part, from, to }: PlacedPart, { quotation, source, textOf }: RiskContext): Risk[] {
  if (part.kind === 'bracket' && part.comment) return [];
  const own =
    part.kind === 'patched-word'
      ? patches(quotation, part.from, part.to)
      : formsOf(quotation, part.from, part.to);
  const theirs = part.kind === 'bracket' ? formsOf(source, from, to) : [];
  const kinds: RiskKind[] = [];
  if ([...own, ...theirs].some(isNegation) || (part.kind === 'patched-word' && own.some(isNegatingAffix)))
    kinds.push('negation');
  if (theirs.some(isHedge)) kinds.push('hedge');
  if (own.some((form) => /\p{N}/u.test(form)) || theirs.some((form) => /\p{N}/u.test(form)))
    kinds.push('number');
  if (part.kind === 'bracket' && replacesName(own, theirs)) kinds.push('actor');
  const text = to > from ? textOf(from, to) : own.join(' ');
  return kinds.map((kind) => ({ kind, text }));
}

/** A name in the bracket where the source has other capitalised words. */
function replacesName(own: readonly string[], theirs: readonly string[]): boolean {
  const names = (forms: readonly string[]) => forms.filter((form) => /^\p{Lu}\p{L}+/u.test(form));
  const [mine, named] = [names(own), names(theirs)];
  return mine.length > 0 && named.length > 0 && !named.some((name) => mine.includes(name));
}

/** The letters in brackets of a patched word. */
const patches = (tokens: Tokens, from: number, to: number): string[] =>
  range(from, to)
    .filter((token) => formAt(tokens, token - 1) === '[' && token > from)
    .map((token) => formAt(tokens, token));

const formsOf = (tokens: Tokens, from: number, to: number): string[] =>
  range(from, to)
    .filter((token) => isWord(tokens, token))
    .map((token) => formAt(tokens, token));

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
