import {
  isTextBlock,
  newStretchMemo,
  readStretches,
  type InlineText,
  type PlacedStretch,
  type Span,
  type StretchMemo,
} from '#corpus-index';
import type { Citation, Draft } from './draft';
import { findQuotations } from './quotations/find-quotations';
import { newFoundMemo, type FoundMemo } from './quotations/found-memo';
import type { PlacedBlock } from './quotations/placed-block';
import { placeProse, type Footnotes, type PlacedProse } from './quotations/placed-prose';
import { readProse, type Prose } from './quotations/prose';

/** What has been read of the last version of a draft: blocks that have not changed are not read again. */
export interface DraftMemo {
  readonly stretches: StretchMemo;
  readonly proses: WeakMap<InlineText, Prose>;
  /** Where each run of text stood. */
  readonly placed: WeakMap<Prose, PlacedProse>;
  readonly found: FoundMemo;
  examples: string;
}

export const newDraftMemo = (): DraftMemo => ({
  stretches: newStretchMemo(),
  proses: new WeakMap(),
  placed: new WeakMap(),
  found: newFoundMemo(),
  examples: '',
});

/**
 * Reads a draft: its citations as pandoc reads them, its quotations with the citations that claim them, and what is no
 * prose. Never throws. Given the `memo` of the draft's last version, it reads only what has changed since.
 */
export function parseDraft(text: string, memo: DraftMemo = newDraftMemo()): Draft {
  const stretches = readStretches(text, memo.stretches);
  const blocks = placeBlocks(text, stretches, memo);
  const citations = blocks.flatMap(({ placed }) => (placed ? citationsOf(placed) : []));
  return {
    text,
    citations: citations.sort((a, b) => a.span.start - b.span.start),
    ...findQuotations(text, blocks, footnotesOf(blocks), memo.found),
    opaque: stretches.flatMap(({ start, opaque }) =>
      opaque.map((span): Span => ({ start: start + span.start, end: start + span.end })),
    ),
  };
}

function placeBlocks(text: string, stretches: readonly PlacedStretch[], memo: DraftMemo): PlacedBlock[] {
  const read = stretches.flatMap(({ start, end, blocks }, stretch) => {
    const markdown = text.slice(start, end);
    return blocks.map((block) => ({
      block,
      stretch,
      start,
      prose: isTextBlock(block) ? proseOf(block.inline, markdown, memo) : undefined,
    }));
  });
  const examples = new Set(read.flatMap(({ prose }) => prose?.exampleLabels ?? []));
  const labels = [...examples].sort().join('\n');
  const isKept = memo.examples === labels;
  memo.examples = labels;
  return read.map(({ block, stretch, start, prose }) => {
    if (!prose || !isTextBlock(block)) return { block, stretch, base: start, placed: undefined };
    const before = isKept ? memo.placed.get(prose) : undefined;
    const placed =
      before?.base === start ? before : placeProse(prose, start, block, (key) => examples.has(key));
    memo.placed.set(prose, placed);
    return { block, stretch, base: start, placed };
  });
}

function proseOf(inline: InlineText, markdown: string, { proses }: DraftMemo): Prose {
  const prose = proses.get(inline) ?? readProse(inline, markdown);
  proses.set(inline, prose);
  return prose;
}

const citationsOf = ({ citations, notes }: PlacedProse): Citation[] => [
  ...citations.values(),
  ...notes.flatMap(citationsOf),
];

function footnotesOf(blocks: readonly PlacedBlock[]): Footnotes {
  const footnotes = new Map<string, PlacedProse[]>();
  for (const { block, placed } of blocks) {
    const label = block.containers.findLast(({ kind }) => kind === 'footnote')?.label;
    if (label === undefined || !placed) continue;
    const texts = footnotes.get(label);
    if (texts) texts.push(placed);
    else footnotes.set(label, [placed]);
  }
  return footnotes;
}
