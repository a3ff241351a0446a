import type { PatternPart } from './pattern';
import type { TokenRun, Tokens } from './tokens';
import { findRun, formAt, isWord, runOf, standsAt } from './tokens';

/** One part of a quotation at its place in the source: tokens `from` to `to` (exclusive); empty where it stands for nothing. */
export interface PlacedPart {
  readonly part: PatternPart;
  readonly from: number;
  readonly to: number;
  /** The part stands in the source as it does in the quotation: nothing is the editor's. */
  readonly literal: boolean;
}

/** Where the whole quotation stands in the source. */
export interface Alignment {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly PlacedPart[];
}

/** The most words of the source that one bracket may stand for. */
const MOST_REPLACED_WORDS = 8;

/** So many places of the first words are tried; a quotation that fits more is not placed by its words. */
const MOST_STARTS = 2000;

/** So many steps one quotation may take: a bound against hostile input, far above what real ones need. */
const MOST_STEPS = 200_000;

/**
 * All places where the parts stand in the source in order: literal parts token by token, gaps for any
 * stretch (the shortest first), brackets first as they are written, then as the editor's. One alignment for each
 * place of the first literal part.
 */
export function alignments(quotation: Tokens, parts: readonly PatternPart[], source: Tokens): Alignment[] {
  const anchor = parts.findIndex((part) => part.kind === 'literal');
  const anchorPart = parts[anchor];
  if (!anchorPart) return [];
  const run = runOf(quotation, anchorPart.from, anchorPart.to);
  const first = findRun(source, run);
  if (first < 0 || !standsInOrder(quotation, parts.slice(anchor + 1), source, first + run.to - run.from))
    return [];
  if (parts.length === 1) return literalPlaces(anchorPart, source, run, first);
  const walk = new Walk(quotation, parts, source);
  const found: Alignment[] = [];
  let tries = 0;
  for (let at = first; at >= 0 && tries < MOST_STARTS; at = findRun(source, run, at + 1), tries++) {
    const lead = walk.backwards(anchor, at);
    if (!lead) continue;
    const rest = walk.forwards(anchor, at);
    if (rest) found.push({ from: lead[0]?.from ?? at, to: rest.at(-1)?.to ?? at, parts: [...lead, ...rest] });
  }
  return found;
}

/** Most quotations are one literal part: it stands where its words do. */
function literalPlaces(part: PatternPart, source: Tokens, run: TokenRun, first: number): Alignment[] {
  const found: Alignment[] = [];
  for (let from = first; from >= 0 && found.length < MOST_STARTS; from = findRun(source, run, from + 1)) {
    const to = from + part.to - part.from;
    found.push({ from, to, parts: [{ part, from, to, literal: true }] });
  }
  return found;
}

/** Whether each literal part stands somewhere behind the one before: without that no way has to be tried. */
function standsInOrder(
  quotation: Tokens,
  parts: readonly PatternPart[],
  source: Tokens,
  from: number,
): boolean {
  let at = from;
  for (const { kind, from: first, to } of parts) {
    if (kind !== 'literal') continue;
    const stands = findRun(source, runOf(quotation, first, to), at);
    if (stands < 0) return false;
    at = stands + to - first;
  }
  return true;
}

class Walk {
  private readonly failed = new Set<number>();
  private steps = 0;

  constructor(
    private readonly quotation: Tokens,
    private readonly parts: readonly PatternPart[],
    private readonly source: Tokens,
  ) {}

  /** Places parts from `index` on at source token `at`; undefined where they do not stand. */
  forwards(index: number, at: number): PlacedPart[] | undefined {
    const part = this.parts[index];
    if (!part) return [];
    const known = index * (this.source.length + 1) + at;
    if (this.failed.has(known) || ++this.steps > MOST_STEPS) return undefined;
    for (const placed of this.placesOf(index, part, at)) {
      const rest = this.forwards(index + 1, placed.to);
      if (rest) return [placed, ...rest];
    }
    this.failed.add(known);
    return undefined;
  }

  /** Places the brackets in front of the first literal part, which stands at `at`; the shortest stretch holds. */
  backwards(anchor: number, at: number): PlacedPart[] | undefined {
    const start = this.leadOf(0, anchor, at);
    return start === undefined ? undefined : this.between(0, anchor, start, at);
  }

  private between(index: number, to: number, at: number, end: number): PlacedPart[] | undefined {
    if (index === to) return at === end ? [] : undefined;
    const part = this.parts[index];
    if (!part || ++this.steps > MOST_STEPS) return undefined;
    for (const placed of part.kind === 'gap'
      ? [{ part, from: at, to: at, literal: false }]
      : this.placesOf(index, part, at)) {
      if (placed.to > end) continue;
      const rest = this.between(index + 1, to, placed.to, end);
      if (rest) return [placed, ...rest];
    }
    return undefined;
  }

  private *placesOf(index: number, part: PatternPart, at: number): Generator<PlacedPart> {
    const written = this.literalEnd(part, at);
    if (written !== undefined) yield { part, from: at, to: written, literal: true };
    switch (part.kind) {
      case 'literal':
        return;
      case 'gap':
        yield* this.gapPlaces(index, part, at);
        return;
      case 'bracket':
        yield* this.bracketPlaces(part, at);
        return;
      case 'patched-word':
        if (at < this.source.length && part.fits.test(formAt(this.source, at))) {
          yield { part, from: at, to: at + 1, literal: false };
        }
    }
  }

  /** Where the part's own tokens end in the source if they all stand at `at`. */
  private literalEnd(part: PatternPart, at: number): number | undefined {
    const run = runOf(this.quotation, part.from, part.to);
    return standsAt(this.source, at, run) ? at + part.to - part.from : undefined;
  }

  /** A gap ends wherever the literal part behind it stands next; brackets between the two come in front of that. */
  private *gapPlaces(index: number, part: PatternPart, at: number): Generator<PlacedPart> {
    const anchor = this.parts.findIndex((next, later) => later > index && next.kind === 'literal');
    const next = this.parts[anchor];
    if (!next) {
      yield { part, from: at, to: at, literal: false };
      return;
    }
    const run = runOf(this.quotation, next.from, next.to);
    for (
      let stands = findRun(this.source, run, at);
      stands >= 0;
      stands = findRun(this.source, run, stands + 1)
    ) {
      const lead = this.leadOf(index + 1, anchor, stands);
      if (lead !== undefined && lead >= at) yield { part, from: at, to: lead, literal: false };
    }
  }

  /** Where the parts `from` to `anchor` begin if the anchor stands at `at`: the shortest stretch that holds them. */
  private leadOf(from: number, anchor: number, at: number): number | undefined {
    if (from === anchor) return at;
    for (let start = at; start >= 0 && at - start <= MOST_REPLACED_WORDS * (anchor - from); start--) {
      if (this.between(from, anchor, start, at)) return start;
    }
    return undefined;
  }

  /** Put in beside the source's words, or in place of a few of them. */
  private *bracketPlaces(part: PatternPart & { kind: 'bracket' }, at: number): Generator<PlacedPart> {
    yield { part, from: at, to: at, literal: false };
    if (part.comment) return;
    let words = 0;
    for (let to = at; to < this.source.length && words < MOST_REPLACED_WORDS; to++) {
      if (/[.!?]/.test(formAt(this.source, to))) return;
      if (!isWord(this.source, to)) continue;
      words++;
      yield { part, from: at, to: to + 1, literal: false };
    }
  }
}
