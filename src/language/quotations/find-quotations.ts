import type { Container } from '#corpus-index';
import type { Quotation } from '../draft';
import type { Anchor } from './anchors';
import { blockWords } from './block-words';
import { citedGroups } from './cited-groups';
import { isSameParent, type PlacedBlock } from './placed-block';
import { claimsIn, type Footnotes, type PlacedProse } from './placed-prose';
import {
  newFoundMemo,
  rememberedFound,
  type BlockRange,
  type FoundMemo,
  type FoundQuotations,
  type ReadDraft,
} from './found-memo';
import { paragraphRuns, type ParagraphRuns } from './paragraph-runs';
import { endWithoutCitations, quotationOf, type QuotedPart } from './quotation';
import type { QuotedStretch } from './quoted-stretches';
import { textBetween } from './sentence-items';
import { isAttribution, leadingAnchors, NO_NEIGHBOURS, tieBlock, type Neighbours } from './tie-block';
import { tieInline, type TiedStretch } from './tie-inline';
import { unreadSpans } from './unread';

/** All quotations of a draft, in order. With the `memo` of its last version, only those are made whose blocks or neighbours changed. */
export function findQuotations(
  draft: string,
  blocks: readonly PlacedBlock[],
  footnotes: Footnotes,
  memo: FoundMemo = newFoundMemo(),
): FoundQuotations {
  const quotes = outermostQuotes(blocks);
  const runs = paragraphRuns(blocks.map((block, index) => (quotes[index] ? undefined : block)));
  const read: ReadDraft = { draft, blocks, footnotes, quotes, runs };
  const found: FoundQuotations[] = [];
  for (let from = 0; from < blocks.length;) {
    let to = from + 1;
    while (blocks[to]?.stretch === blocks[from]?.stretch) to++;
    const range = { from, to };
    found.push(rememberedFound(memo, read, range, () => findInBlocks(read, range)));
    from = to;
  }
  return {
    quotations: found.flatMap(({ quotations }) => quotations).sort((a, b) => a.span.start - b.span.start),
    unread: found.flatMap(({ unread }) => unread),
  };
}

/** What stands in the blocks of one stretch of the draft. */
function findInBlocks(read: ReadDraft, { from, to }: BlockRange): FoundQuotations {
  const { draft, blocks, footnotes, quotes, runs } = read;
  const quotations: Quotation[] = [];
  for (let index = from; index < to;) {
    const quote = quotes[index];
    if (quote) {
      let end = index + 1;
      while (end < to && quotes[end] === quote) end++;
      const isSecond = index >= 2 && quotes[index - 2] !== undefined;
      quotations.push(...blockQuotation(draft, blocks, { quote, start: index, end, isSecond }, footnotes));
      index = end;
    } else quotations.push(...inlineQuotations(draft, blocks, index++, footnotes, runs));
  }
  return {
    quotations,
    unread: unreadSpans(draft, blocks.slice(from, to), quotes.slice(from, to), runs),
  };
}

/** For each block the outermost block quote around it that is not a callout, a box with the writer's own words. */
function outermostQuotes(blocks: readonly PlacedBlock[]): (Container | undefined)[] {
  const callouts = new Map<Container, boolean>();
  return blocks.map(({ block, placed }) => {
    const quotes = block.containers.filter(({ kind }) => kind === 'block-quote');
    for (const quote of quotes) if (!callouts.has(quote)) callouts.set(quote, isCallout(placed));
    return quotes.find((quote) => !callouts.get(quote));
  });
}

/** `> [!NOTE]`; a `[!quote]` or `[!cite]` says that it quotes. */
const isCallout = (placed: PlacedProse | undefined): boolean =>
  /^\s*\[!(?!(?:quote|cite)\])[\w-]+\]/i.test(placed?.prose.inline.text ?? '');

/** A block quote and the blocks `start` to `end` in it. */
interface QuotedBlocks {
  readonly quote: Container;
  readonly start: number;
  readonly end: number;
  /** Whether only one block stands between it and another block quote: an attribution there is the other one's. */
  readonly isSecond: boolean;
}

function blockQuotation(
  draft: string,
  blocks: readonly PlacedBlock[],
  quoted: QuotedBlocks,
  footnotes: Footnotes,
): Quotation[] {
  const { start, end } = quoted;
  const texts = blocks.slice(start, end).flatMap(({ placed }) => placed ?? []);
  const groups = citedGroups(texts, footnotes);
  if (groups.length > 1)
    return groups.flatMap((group) => quotationOfTexts(draft, group, NO_NEIGHBOURS, footnotes));
  const before = neighbour(blocks, start - 1, quoted);
  const isTaken = before && quoted.isSecond && isAttribution(before, claimsIn(before, footnotes));
  const neighbours = { before: isTaken ? undefined : before, behind: neighbour(blocks, end, quoted) };
  return quotationOfTexts(draft, texts, neighbours, footnotes);
}

function quotationOfTexts(
  draft: string,
  texts: readonly PlacedProse[],
  neighbours: Neighbours,
  footnotes: Footnotes,
): Quotation[] {
  const words = blockWords(texts);
  if (words.parts.length === 0) return [];
  return [quotationOf(draft, 'block', words.parts, tieBlock(texts, words, neighbours, footnotes))];
}

/** The paragraph at `index`, next to a block quote, if it stands in the same list item, note or column of text. */
function neighbour(
  blocks: readonly PlacedBlock[],
  index: number,
  { quote, start }: QuotedBlocks,
): PlacedProse | undefined {
  const next = blocks[index];
  const quoted = blocks[start];
  if (next?.block.kind !== 'paragraph' || !quoted) return undefined;
  const outside = quoted.block.containers.slice(0, quoted.block.containers.indexOf(quote));
  return isSameParent(next, quoted, outside) ? next.placed : undefined;
}

function inlineQuotations(
  draft: string,
  blocks: readonly PlacedBlock[],
  index: number,
  footnotes: Footnotes,
  runs: ParagraphRuns,
): Quotation[] {
  const placed = blocks[index]?.placed;
  if (!placed) return [];
  const notes = placed.notes.flatMap((note) =>
    quotationsIn(draft, note, tieInline(note.prose, claimsIn(note, footnotes))),
  );
  if (placed.prose.quotations.length === 0) return notes;
  const anchors = claimsIn(placed, footnotes);
  const tied = tieInline(placed.prose, anchors);
  const far = farAnchors(blocks, index, anchors, footnotes);
  return [
    ...notes,
    ...quotationsIn(
      draft,
      placed,
      tied.map((one) => (one.anchors.length > 0 ? one : { ...one, anchors: far(one) })),
      runs.before.get(index),
    ),
  ];
}

/** `before`: the paragraphs with which the first quotation began, if it runs over several. */
function quotationsIn(
  draft: string,
  placed: PlacedProse,
  tied: readonly TiedStretch[],
  before: readonly QuotedPart[] = [],
): Quotation[] {
  return tied.map(({ stretch, anchors }) => {
    const end = endWithoutCitations(placed.prose, stretch.start, stretch.end);
    const citations = anchors.flatMap((anchor) => anchor.citations);
    const last = { placed, start: stretch.start, end: end > stretch.start ? end : stretch.end };
    const isRun = stretch === placed.prose.quotations[0];
    return quotationOf(draft, 'inline', isRun ? [...before, last] : [last], citations);
  });
}

/**
 * Citations outside the block for quotations that have none in it: of the last sentence in an attribution that is the
 * next paragraph of the same list item or text; of the quotation that the block begins with in a paragraph that leads to it; of
 * the one cell of a table's row that quotes in the one that cites.
 */
function farAnchors(
  blocks: readonly PlacedBlock[],
  index: number,
  anchors: readonly Anchor[],
  footnotes: Footnotes,
): (one: TiedStretch) => readonly Anchor[] {
  const block = blocks[index];
  const placed = block?.placed;
  if (!placed || anchors.length > 0) return () => [];
  if (block.block.kind === 'table-cell') {
    const row = rowAnchors(blocks, index, footnotes);
    return () => row;
  }
  const behind = attributionBehind(blocks, index, footnotes);
  const lead = behind.length > 0 ? [] : leadingCitations(blocks, index, footnotes);
  const lastSentence = placed.prose.sentences.at(-2) ?? 0;
  return ({ stretch }) => {
    if (behind.length > 0) return stretch.close >= lastSentence ? behind : [];
    return stretch === placed.prose.quotations[0] && isFirstOf(placed, stretch) ? lead : [];
  };
}

function attributionBehind(
  blocks: readonly PlacedBlock[],
  index: number,
  footnotes: Footnotes,
): readonly Anchor[] {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || !next?.placed || next.block.kind !== 'paragraph' || !isNextIn(next, block)) return [];
  const claims = claimsIn(next.placed, footnotes);
  return isAttribution(next.placed, claims) ? claims : [];
}

/** Nothing but white space and markup stands in front of the quotation's mark. */
const isFirstOf = ({ prose }: PlacedProse, { open }: QuotedStretch): boolean =>
  /^\s*$/.test(textBetween(prose, 0, open));

/** `@key writes:` right before a paragraph, or a list, that begins with a quotation. */
function leadingCitations(
  blocks: readonly PlacedBlock[],
  index: number,
  footnotes: Footnotes,
): readonly Anchor[] {
  const block = blocks[index];
  const list = block?.block.containers.findLast(({ kind }) => kind === 'list');
  let first = index;
  while (list && blocks[first - 1]?.stretch === block?.stretch && isInList(blocks[first - 1], list)) first--;
  const [begins, lead] = [blocks[first], blocks[first - 1]];
  if (!begins || lead?.block.kind !== 'paragraph' || !lead.placed) return [];
  const outside = begins.block.containers.slice(0, list ? begins.block.containers.indexOf(list) : undefined);
  if (!isSameParent(lead, begins, outside) || !/:\s*$/.test(textBetween(lead.placed.prose, 0, Infinity)))
    return [];
  return leadingAnchors(lead.placed, claimsIn(lead.placed, footnotes));
}

const isInList = (block: PlacedBlock | undefined, list: Container): boolean =>
  block?.block.containers.includes(list) === true;

/** Whether a block stands in the same list item or text as the one before it, or in a list in that item. */
function isNextIn(next: PlacedBlock, { block, stretch }: PlacedBlock): boolean {
  const item = block.containers.at(-1);
  if (item?.kind === 'list-item' && next.stretch === stretch && next.block.containers.includes(item))
    return true;
  return isSameParent(next, { block, stretch }, block.containers);
}

/** The citations of a table's row, if one cell holds them all and no cell but the one at `index` a quotation. */
function rowAnchors(blocks: readonly PlacedBlock[], index: number, footnotes: Footnotes): readonly Anchor[] {
  const own = blocks[index];
  const row = own?.block.containers.at(-1);
  if (!row) return [];
  const inRow = (one: PlacedBlock | undefined) =>
    one?.stretch === own?.stretch && one?.block.containers.includes(row) === true;
  let start = index;
  while (inRow(blocks[start - 1])) start--;
  let end = index + 1;
  while (inRow(blocks[end])) end++;
  const others = blocks.slice(start, end).flatMap((one) => (one.placed && one !== own ? [one.placed] : []));
  if (others.some(({ prose }) => prose.quotations.length > 0)) return [];
  const cited = others.map((placed) => claimsIn(placed, footnotes)).filter((claims) => claims.length > 0);
  return cited.length === 1 ? (cited[0] ?? []) : [];
}
