import { MARKUP } from '#corpus-index';
import type { UnpairedMark } from './mark-pairs';
import { closes, closesMixed } from './marks';
import { isSameParent, type PlacedBlock } from './placed-block';
import type { PlacedProse } from './placed-prose';
import type { QuotedPart } from './quotation';
import { trimmed } from './quoted-stretches';

/**
 * Quotations over several paragraphs, with a mark at the start of each and one that closes at the end of the last.
 */
export interface ParagraphRuns {
  /** For the block that such a quotation ends in (it is the first of that block): the words in the blocks before. */
  readonly before: ReadonlyMap<number, readonly QuotedPart[]>;
  /** The marks without a partner that begin their paragraphs. */
  readonly marks: ReadonlySet<UnpairedMark>;
}

/** `blocks`: those outside of block quotes. */
export function paragraphRuns(blocks: readonly (PlacedBlock | undefined)[]): ParagraphRuns {
  const before = new Map<number, readonly QuotedPart[]>();
  const marks = new Set<UnpairedMark>();
  for (let index = 0; index < blocks.length; index++) {
    const run = runFrom(blocks, index);
    if (!run) continue;
    before.set(
      index + run.length,
      run.map(({ part }) => part),
    );
    for (const { mark } of run) marks.add(mark);
    index += run.length - 1;
  }
  return { before, marks };
}

interface Begun {
  readonly part: QuotedPart;
  readonly mark: UnpairedMark;
}

function runFrom(blocks: readonly (PlacedBlock | undefined)[], index: number): Begun[] | undefined {
  const first = blocks[index];
  const opening = first?.placed && lastOpening(first.placed);
  if (!first?.placed || !opening) return undefined;
  const run = [begun(first.placed, opening)];
  for (let at = index + 1; ; at++) {
    const next = blocks[at];
    const placed = next && paragraphBeside(next, first);
    if (!placed) return undefined;
    const start = firstVisible(placed.prose.inline.text);
    if (!goesOn(first.placed, opening, placed.prose.inline.text.charAt(start))) return undefined;
    if (placed.prose.quotations[0]?.open === start) return run;
    const mark = onlyOpening(placed);
    if (mark?.at !== start) return undefined;
    run.push(begun(placed, mark));
  }
}

function paragraphBeside(next: PlacedBlock, first: PlacedBlock): PlacedProse | undefined {
  const isBeside = next.block.kind === 'paragraph' && isSameParent(next, first, first.block.containers);
  return isBeside ? next.placed : undefined;
}

function onlyOpening({ prose }: PlacedProse): UnpairedMark | undefined {
  const openings = prose.unpaired.filter(({ opens }) => opens);
  return openings.length === 1 ? openings[0] : undefined;
}

/** Whether a paragraph that begins with `mark` may go on with a quotation. */
function goesOn({ prose }: PlacedProse, { at }: UnpairedMark, mark: string): boolean {
  const sign = prose.inline.text.charAt(at);
  return mark !== '' && (mark === sign || closes(sign, mark) || closesMixed(sign, mark));
}

const begun = (placed: PlacedProse, mark: UnpairedMark): Begun => {
  const { text } = placed.prose.inline;
  return { part: { placed, ...trimmed(text, mark.at + 1, text.length) }, mark };
};

/** The mark that opens behind all quotations of a paragraph. */
function lastOpening({ prose, block }: PlacedProse): UnpairedMark | undefined {
  const mark = prose.unpaired.findLast(({ opens }) => opens);
  const isLast = mark && mark.at > (prose.quotations.at(-1)?.close ?? -1);
  return block.kind === 'paragraph' && isLast ? mark : undefined;
}

function firstVisible(text: string): number {
  let at = 0;
  while (text[at] === MARKUP || /\s/.test(text[at] ?? '')) at++;
  return at;
}
