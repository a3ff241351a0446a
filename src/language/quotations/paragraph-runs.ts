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
  const sign = first.placed.prose.inline.text.charAt(opening.at);
  const run = [begun(first.placed, opening)];
  for (let at = index + 1; ; at++) {
    const next = blocks[at];
    if (
      next?.block.kind !== 'paragraph' ||
      !next.placed ||
      !isSameParent(next, first, first.block.containers)
    )
      return undefined;
    const { text } = next.placed.prose.inline;
    const start = firstVisible(text);
    const mark = text.charAt(start);
    if (mark === '' || (mark !== sign && !closes(sign, mark) && !closesMixed(sign, mark))) return undefined;
    if (next.placed.prose.quotations[0]?.open === start) return run;
    const only = next.placed.prose.unpaired.filter(({ opens }) => opens);
    if (only.length !== 1 || only[0]?.at !== start) return undefined;
    run.push(begun(next.placed, only[0]));
  }
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
