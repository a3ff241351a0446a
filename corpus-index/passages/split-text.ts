import type { DroppedStretch, DropReason, Passage } from './passage';
import type { SourceMetadata } from './source';
import { articleHead } from './article-head';
import { looksLikeHeading } from './heading';
import { applyOverrides, type PassageOverrides } from './overrides';
import { hasSpeaker, isListItem, isNumbered, numberDepth } from './list-marks';
import { isCaption, noteReason } from './notes-and-captions';
import { endOfRelease } from './press-release';
import { commentsStart } from './readers-comments';
import { runningHeads } from './running-heads';
import { furnitureOfLines, furnitureReason } from './web-furniture';
import { textBlocks } from './text-blocks';

/** A paragraph of a source and what it is; `undefined` is body. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly reason?: DropReason;
  /** A list's item or a table: short as it may be, no heading. */
  readonly isItem?: boolean;
}

export interface Split {
  readonly passages: readonly Passage[];
  readonly dropped: readonly DroppedStretch[];
  readonly metadata: SourceMetadata;
}

/** Notes of translators and publishers stand among this many paragraphs at the head or the tail. */
const NOTE_REACH = 4;

/** So many headings in a row are a list or a menu, not headings. */
const LIST_LENGTH = 4;

/** Longest line, in UTF-16 code units, that a rule below makes a heading. */
const LONGEST_UNDERLINED = 120;

/** Splits plain text into passages and what is not one. */
export function splitText(text: string, overrides?: PassageOverrides): Split {
  const blocks: Block[] = textBlocks(text).map(({ start, end }) => ({
    start,
    end,
    words: text.slice(start, end),
  }));
  const head = articleHead(blocks);
  const underlined = withUnderlines(text, blocks.slice(head.blocks.length));
  const body = bodyRoles(underlined, head.metadata.title);
  const found = rescueHeadings([...head.blocks, ...body]);
  return { ...numberPassages(applyOverrides(found, overrides)), metadata: head.metadata };
}

/** Numbers what is body, from 1; the rest is dropped with its reason. */
export function numberPassages(blocks: readonly Block[]): Pick<Split, 'passages' | 'dropped'> {
  const passages: Passage[] = [];
  const dropped: DroppedStretch[] = [];
  for (const { start, end, reason } of blocks) {
    if (reason) dropped.push({ start, end, reason });
    else passages.push({ n: passages.length + 1, start, end });
  }
  return { passages, dropped };
}

/** What each paragraph below the head is, comments of readers and the site's own words apart. */
export function bodyRoles(blocks: readonly Block[], title?: string): Block[] {
  const commentsFrom = commentsStart(blocks, title);
  const lastText = lastTextAt(blocks, commentsFrom);
  const released = endOfRelease(blocks, commentsFrom);
  const runningHead = runningHeads(blocks, title);
  return blocks.map((block, index) => {
    if (block.reason) return block;
    const reason =
      released(index) ?? furnitureReason(block.words) ?? furnitureOfLines(block.words) ?? runningHead(block);
    if (index >= commentsFrom) return { ...block, reason: reason ?? 'comment' };
    return withReason(
      block,
      reason ?? noteAt(block, index, commentsFrom) ?? headingAt(blocks, index, lastText),
    );
  });
}

/** A short line with a rule of about its length right below it is a heading, whatever its words. */
function withUnderlines(text: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (!next || !/^(?:=+|-+|~+)$/.test(next.words) || block.words.length > LONGEST_UNDERLINED) return block;
    const apart = Math.abs(next.words.length - block.words.length);
    const between = text.slice(block.end, next.start).replace(/\r\n/g, '\n');
    if (/[\n\r]/.test(block.words) || apart > 3 || between.split(/[\n\r]/).length > 2) return block;
    return { ...block, reason: 'heading' };
  });
}

const withReason = (block: Block, reason: DropReason | undefined): Block =>
  reason ? { ...block, reason } : block;

function noteAt(block: Block, index: number, bodyEnd: number): DropReason | undefined {
  return index < NOTE_REACH || index >= bodyEnd - NOTE_REACH ? noteReason(block.words) : undefined;
}

function headingAt(blocks: readonly Block[], index: number, lastText: number): DropReason | undefined {
  const words = blocks[index]?.words ?? '';
  if (isCaption(words)) return 'caption';
  if (!looksLikeHeading(words) || blocks[index]?.isItem || isBulleted(words)) return undefined;
  if (isNumbered(words) && isInNumberedList(blocks, index)) return undefined;
  if (hasSpeaker(words) && isBesideSpeech(blocks, index)) return undefined;
  if (lastText <= index || isInListOfLines(blocks, index)) return undefined;
  return namesSomething(words, blocks) ? 'caption' : 'heading';
}

/** Index of the last paragraph that cannot be a heading: above it headings have a text. */
const lastTextAt = (blocks: readonly Block[], bodyEnd: number): number =>
  blocks.findLastIndex(({ reason, words }, at) => at < bodyEnd && !reason && !looksLikeHeading(words));

const isBulleted = (words: string): boolean => isListItem(words) && !/^[\p{Lu}\d(§[]/u.test(words);

/** Beside another numbered paragraph of its depth: "1. Sand", "2. Wind"; not "1. Causes", "1.1 Sand". */
function isInNumberedList(blocks: readonly Block[], index: number): boolean {
  const words = blocks[index]?.words ?? '';
  return [blocks[index - 1], blocks[index + 1]].some(
    (beside) =>
      beside !== undefined && isNumbered(beside.words) && numberDepth(beside.words) === numberDepth(words),
  );
}

const isBesideSpeech = (blocks: readonly Block[], index: number): boolean =>
  [blocks[index - 1], blocks[index + 1]].some((beside) => beside !== undefined && hasSpeaker(beside.words));

/** Whether so many paragraphs in a row around `index` have the shape of a heading that they are a list. */
function isInListOfLines(blocks: readonly Block[], index: number): boolean {
  const shaped = (at: number) => looksLikeHeading(blocks[at]?.words ?? 'No heading.');
  let first = index;
  let last = index;
  while (index - first < LIST_LENGTH && first > 0 && shaped(first - 1)) first--;
  while (last - index < LIST_LENGTH && last + 1 < blocks.length && shaped(last + 1)) last++;
  return last - first + 1 >= LIST_LENGTH;
}

/**
 * A line of two or more capitalised words that a body paragraph also has in mid-sentence is a name:
 * a name alone on its line is what stands under a picture.
 */
function namesSomething(words: string, blocks: readonly Block[]): boolean {
  const name = /^\p{Lu}[\p{L}'’-]+\s+(?:al-|el-|bin |ibn |von |van |de )?\p{Lu}[\p{L}'’-]+/u.exec(
    words.split(/[,(:–—]/, 1)[0] ?? '',
  );
  if (!name) return false;
  return blocks.some((block) => block.words.length > words.length && block.words.indexOf(name[0], 1) > 0);
}

/** Where nothing would be left to cite, what looked like headings is the text. */
function rescueHeadings(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => !block.reason)) return blocks;
  return blocks.map((block) =>
    block.reason === 'heading' || block.reason === 'subtitle'
      ? { start: block.start, end: block.end, words: block.words }
      : block,
  );
}
