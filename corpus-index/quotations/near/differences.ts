import { isNegation, isNumber } from '../lexicon';
import type { Tokens } from '../tokens';
import { findRun, formAt, isWord, runOf } from '../tokens';
import type { Difference, DifferenceKind } from '../verdict';
import type { Step } from './edit-script';

/** A run of steps that are not the same, in tokens of either side, end exclusive; empty sides stand where they belong. */
export interface Change {
  readonly quotation: readonly [number, number];
  readonly source: readonly [number, number];
}

/** So many words left out in one place without a mark are no slip: two places were joined. */
export const SPLICE_WORDS = 12;

/** So many words must stand together elsewhere in the source to be words moved or joined, and not common ones. */
export const MOVED_WORDS = 3;

/** Gathers the steps that differ; `marked` steps are the editor's and part changes. Steps begin at these tokens of either side. */
export function changesOf(steps: readonly Step[], firstSource: number, firstQuotation = 0): Change[] {
  const changes: Change[] = [];
  let open: { quotation: [number, number]; source: [number, number] } | undefined;
  let [nextQuotation, nextSource] = [firstQuotation, firstSource];
  for (const step of steps) {
    if (step.kind === 'same' || step.kind === 'marked') {
      if (open) changes.push(open);
      open = undefined;
    } else {
      // A marked part has one step, however many tokens it is of: what comes behind it begins with its own.
      const first = step.quotation >= 0 ? step.quotation : nextQuotation;
      open ??= { quotation: [first, first], source: [nextSource, nextSource] };
      if (step.quotation >= 0) open.quotation[1] = step.quotation + 1;
      if (step.source >= 0) open.source[1] = step.source + 1;
    }
    if (step.quotation >= 0) nextQuotation = step.quotation + 1;
    if (step.source >= 0) nextSource = step.source + 1;
  }
  if (open) changes.push(open);
  return changes;
}

/** What reads offsets off tokens: into the quotation as given, and into the source's text. */
export interface Offsets {
  readonly quotation: (from: number, to: number) => readonly [number, number];
  readonly source: (from: number, to: number) => readonly [number, number];
  readonly quotationText: (from: number, to: number) => string;
  readonly sourceText: (from: number, to: number) => string;
}

/** The changes as a reader is told them, each with its kind. */
export function differencesOf(
  changes: readonly Change[],
  quotation: Tokens,
  source: Tokens,
  offsets: Offsets,
  isName: (word: string) => boolean,
): Difference[] {
  return changes.map((change) => ({
    kind: kindOf(change, quotation, source, isName),
    quotation: offsets.quotation(...change.quotation),
    source: offsets.source(...change.source),
    quotationText: offsets.quotationText(...change.quotation),
    sourceText: offsets.sourceText(...change.source),
  }));
}

function kindOf(
  change: Change,
  quotation: Tokens,
  source: Tokens,
  isName: (word: string) => boolean,
): DifferenceKind {
  const own = words(quotation, change.quotation);
  const theirs = words(source, change.source);
  if (own.length === 0 && theirs.length === 0) return 'punctuation';
  const moved = movedKind(change, own, quotation, source);
  if (moved) return moved;
  if (own.length === 0 && theirs.length >= SPLICE_WORDS) return 'splice';
  const differs = (test: (word: string) => boolean) =>
    own.filter(test).join(' ') !== theirs.filter(test).join(' ');
  if (differs(isNegation)) return 'negation';
  if (differs(isNumber)) return 'number';
  if (own.length > 0 && theirs.length > 0 && differs(isName)) return 'actor';
  if (own.length === 0) return 'omitted';
  return theirs.length === 0 ? 'added' : 'word';
}

const words = (tokens: Tokens, [from, to]: readonly [number, number]): string[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)
    .filter((token) => isWord(tokens, token))
    .map((token) => formAt(tokens, token));

/** Added words that stand elsewhere in the source: before the place (moved), or behind it (joined to it). */
function movedKind(
  { quotation: [from, to], source: [at] }: Change,
  own: readonly string[],
  quotation: Tokens,
  source: Tokens,
): DifferenceKind | undefined {
  if (own.length < MOVED_WORDS) return undefined;
  const elsewhere = findRun(source, runOf(quotation, from, to));
  if (elsewhere < 0) return undefined;
  return Math.abs(elsewhere - at) <= quotation.length * 2 ? 'order' : 'splice';
}
