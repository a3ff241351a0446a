import type { Block, Container, Span } from '#corpus-index';
import type { Citation, Quotation } from '../draft';
import type { ParagraphRuns } from './paragraph-runs';
import type { PlacedBlock } from './placed-block';
import type { Footnotes, PlacedProse } from './placed-prose';

export interface FoundQuotations {
  /** In order. */
  readonly quotations: readonly Quotation[];
  /** Where a quotation seems to stand that cannot be read; in order. */
  readonly unread: readonly Span[];
}

/** A draft whose blocks have been read. */
export interface ReadDraft {
  readonly draft: string;
  readonly blocks: readonly PlacedBlock[];
  readonly footnotes: Footnotes;
  /** The block quote around each block. */
  readonly quotes: readonly (Container | undefined)[];
  readonly runs: ParagraphRuns;
}

/** The blocks of one stretch of a draft; `to` is exclusive. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** How far from a stretch, in blocks, lies what its quotations depend on: the paragraph before a block quote, and what stands before that. */
const BLOCKS_BEFORE = 2;
const BLOCKS_BEHIND = 1;

/** What was found in the stretches of a draft's last version, by the first block of each. */
export type FoundMemo = WeakMap<Block, Found>;

export const newFoundMemo = (): FoundMemo => new WeakMap();

/** What was found in a stretch, and all that it was found by. */
interface Found {
  readonly base: number;
  /** The blocks of the stretch and around it: a block stays the same object while its stretch of text does. */
  readonly blocks: readonly (Block | undefined)[];
  /** The runs of text in them, inline notes too, and of the footnotes that they refer to. */
  readonly texts: readonly PlacedProse[];
  readonly found: FoundQuotations;
  /** For each quotation its citations, each as one of a run of text. */
  readonly citations: readonly (readonly CitationIn[])[];
}

interface CitationIn {
  readonly text: number;
  /** Which of the citations of that run it is. */
  readonly own: Citation;
}

/** What `find` finds in a stretch of a draft; where nothing has changed that it depends on, what it found before, in its new place. */
export function rememberedFound(
  memo: FoundMemo,
  read: ReadDraft,
  range: BlockRange,
  find: () => FoundQuotations,
): FoundQuotations {
  const first = read.blocks[range.from];
  if (!first || isInRun(read, range)) return find();
  const blocks = blocksAround(read, range);
  const texts = textsAround(read, range);
  const before = memo.get(first.block);
  const known = before && isSame(before, blocks, texts) ? movedFound(before, first.base, texts) : undefined;
  const found = known ?? find();
  const citations = known ? before?.citations : citationsIn(found, texts);
  if (citations) memo.set(first.block, { base: first.base, blocks, texts, found, citations });
  return found;
}

/** A quotation over several paragraphs can go on through any number of stretches. */
function isInRun({ blocks, runs }: ReadDraft, { from, to }: BlockRange): boolean {
  if (runs.marks.size === 0) return false;
  return blocks
    .slice(from, to)
    .some(
      ({ placed }, at) =>
        runs.before.has(from + at) || placed?.prose.unpaired.some((mark) => runs.marks.has(mark)),
    );
}

function blocksAround({ blocks }: ReadDraft, { from, to }: BlockRange): (Block | undefined)[] {
  const around: (Block | undefined)[] = [];
  for (let at = from - BLOCKS_BEFORE; at < to + BLOCKS_BEHIND; at++) around.push(blocks[at]?.block);
  return around;
}

function textsAround({ blocks, footnotes }: ReadDraft, { from, to }: BlockRange): PlacedProse[] {
  const texts: PlacedProse[] = [];
  for (let at = Math.max(0, from - BLOCKS_BEFORE); at < to + BLOCKS_BEHIND; at++) {
    const placed = blocks[at]?.placed;
    if (placed) addWithNotes(placed, texts);
  }
  const own = texts.length;
  for (let at = 0; at < own; at++)
    for (const { label } of texts[at]?.prose.anchors ?? [])
      if (label !== undefined) texts.push(...(footnotes.get(label) ?? []));
  return texts;
}

function addWithNotes(placed: PlacedProse, texts: PlacedProse[]): void {
  texts.push(placed);
  for (const note of placed.notes) addWithNotes(note, texts);
}

/** The same runs of text with the same citations: a label of an example elsewhere can make one none. */
const isSame = (
  before: Found,
  blocks: readonly (Block | undefined)[],
  texts: readonly PlacedProse[],
): boolean =>
  before.blocks.length === blocks.length &&
  before.texts.length === texts.length &&
  before.blocks.every((block, at) => block === blocks[at]) &&
  before.texts.every((text, at) => isSameText(text, texts[at]));

const isSameText = (one: PlacedProse, other: PlacedProse | undefined): boolean =>
  one === other ||
  (one.prose === other?.prose &&
    one.citations.size === other.citations.size &&
    [...one.citations.keys()].every((citation) => other.citations.has(citation)));

/** Which citations of which run of text claim each quotation; undefined if one is of none. */
function citationsIn(
  { quotations }: FoundQuotations,
  texts: readonly PlacedProse[],
): CitationIn[][] | undefined {
  const places = new Map<Citation, CitationIn>();
  texts.forEach(({ citations }, text) => {
    for (const [own, placed] of citations) places.set(placed, { text, own });
  });
  const found = quotations.map(({ citations }) =>
    citations.flatMap((citation) => places.get(citation) ?? []),
  );
  return found.every((one, at) => one.length === quotations[at]?.citations.length) ? found : undefined;
}

function movedFound(
  { base, found, citations, texts: before }: Found,
  now: number,
  texts: readonly PlacedProse[],
): FoundQuotations {
  const by = now - base;
  if (by === 0 && before.every((text, at) => text === texts[at])) return found;
  return {
    quotations: found.quotations.map((quotation, at) =>
      movedQuotation(
        quotation,
        by,
        (citations[at] ?? []).flatMap(({ text, own }) => texts[text]?.citations.get(own) ?? []),
      ),
    ),
    unread: found.unread.map((span) => movedSpan(span, by)),
  };
}

function movedQuotation(
  { kind, span, text, reading }: Quotation,
  by: number,
  citations: readonly Citation[],
): Quotation {
  if (by === 0) return { kind, span, text, reading, citations };
  const { starts, ends } = reading;
  const moved = {
    text: reading.text,
    ...(starts && { starts: movedOffsets(starts, by) }),
    ...(ends && { ends: movedOffsets(ends, by) }),
  };
  return { kind, span: movedSpan(span, by), text, reading: moved, citations };
}

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedOffsets(offsets: Uint32Array, by: number): Uint32Array {
  const moved = new Uint32Array(offsets.length);
  for (let at = 0; at < offsets.length; at++) moved[at] = (offsets[at] ?? 0) + by;
  return moved;
}
