import type { Block } from './split-text';
import type { SourceMetadata } from './source';
import { readByline } from './byline';
import { readDate } from './dates';
import { endsSentence, looksLikeHeading, startsLowerCase } from './heading';
import { hasSpeaker, isListItem } from './list-marks';
import { isMailHeader, readMailHeader } from './mail-header';
import { isCaption, noteReason } from './notes-and-captions';
import { isPageNumber } from './running-heads';
import { furnitureOfLines, furnitureReason } from './web-furniture';

/** A title may be longer than a section's heading; in UTF-16 code units. */
const LONGEST_TITLE = 220;

/** What an agency or an editor writes above a title; a date may stand behind it. */
const KICKER =
  /^(?:breaking(?: news)?|for immediate release|embargoed(?: until\b.{0,60})?|exclusive|press release|news release|media release|news|opinion|analysis|comment|editorial|feature|interview|live|update|developing|memorandum|memo|eilmeldung|pressemitteilung|communiqué de presse|exklusiv|urgent|última hora|comunicato stampa|persbericht)(?:\s*[:!–—-]*|\s*[:–—,-]\s*.{0,40}\d{4})$/i;

/** So many lines between title and body are subtitles; more are a list, which is body. */
const MOST_SUBTITLES = 3;

/** Parts of a site's banner or a trail of breadcrumbs. */
const BANNER_PART = /\s+[-–—|»›>·•]\s+/;

interface Head {
  readonly blocks: readonly Block[];
  readonly metadata: SourceMetadata;
}

/**
 * What stands above the first paragraph of the body: banner, title, subtitle, byline, date.
 * Ends at the first paragraph that is none of these.
 */
export function articleHead(blocks: readonly Block[]): Head {
  const taken: Block[] = [];
  let metadata: SourceMetadata = { author: [] };
  let subtitles = 0;
  for (const [index, block] of blocks.entries()) {
    if (index + 1 === blocks.length) break;
    const mail = mailHeader(blocks, index);
    if (mail) return { blocks: [...taken, ...mail.blocks], metadata: { ...metadata, ...mail.metadata } };
    const role = menuRole(block, taken.at(-1)) ?? headRole(block, metadata, blocks[index + 1]);
    if (!role) break;
    taken.push(role.block);
    if (role.block.reason === 'subtitle') subtitles++;
    metadata = { ...metadata, ...role.metadata };
  }
  if (subtitles <= MOST_SUBTITLES) return { blocks: taken, metadata };
  return {
    blocks: taken.slice(
      0,
      taken.findIndex(({ reason }) => reason === 'subtitle'),
    ),
    metadata,
  };
}

/** The header of an e-mail or a memo that begins at a block, where body is left below it. */
function mailHeader(blocks: readonly Block[], from: number): Head | undefined {
  let length = 0;
  while (isMailHeader(blocks[from + length]?.words ?? '')) length++;
  if (length < 2 || from + length >= blocks.length) return undefined;
  const header = blocks.slice(from, from + length);
  const metadata = readMailHeader(header.map(({ words }) => words));
  if (!metadata) return undefined;
  return {
    blocks: header.map((block) => ({ ...block, reason: 'byline' as const })),
    metadata: { author: [], ...metadata },
  };
}

interface Role {
  readonly block: Block;
  readonly metadata?: Partial<SourceMetadata>;
}

function headRole(block: Block, known: SourceMetadata, next: Block | undefined): Role | undefined {
  const { words } = block;
  const byline = readByline(words);
  if (byline) return { block: { ...block, reason: 'byline' }, metadata: newlyKnown(byline, known) };
  const reason =
    furnitureReason(words) ??
    furnitureOfLines(words) ??
    noteReason(words) ??
    (isCaption(words) ? 'caption' : undefined);
  if (reason) return { block: { ...block, reason } };
  if (isPageNumber(words)) return { block: { ...block, reason: 'running-head' } };
  if (known.title === undefined)
    return kickerRole(block, next) ?? bannerRole(block, next) ?? titleRole(block, next);
  return looksLikeHeading(words) ? { block: { ...block, reason: 'subtitle' } } : undefined;
}

/** The rest of a menu, below "Home" or "Menu": several lines, each no more than a name. */
function menuRole(block: Block, above: Block | undefined): Role | undefined {
  const lines = block.words.split(/[\n\r]+/).map((line) => line.trim());
  if (above?.reason !== 'site-banner' || lines.length < 2) return undefined;
  return lines.every((line) => line.split(/\s+/).length <= 3 && looksLikeHeading(line))
    ? { block: { ...block, reason: 'site-banner' } }
    : undefined;
}

/** What a byline adds: the first author and the first date hold, as those below are of updates. */
function newlyKnown(
  byline: { author: readonly string[]; issued?: string },
  known: SourceMetadata,
): Partial<SourceMetadata> {
  return {
    ...(known.author.length === 0 ? { author: byline.author } : {}),
    ...(known.issued === undefined && byline.issued !== undefined ? { issued: byline.issued } : {}),
  };
}

/** "Section - Subsection - Site" above a title: three parts at least, or a mark that only banners have. */
function bannerRole(block: Block, next: Block | undefined): Role | undefined {
  const parts = block.words.split(BANNER_PART);
  const marked = /\s[|»›>]\s/.test(block.words) ? 2 : 3;
  if (parts.length < marked || !looksLikeHeading(block.words) || !next || !isTitle(next.words))
    return undefined;
  const site = parts.at(-1)?.trim() ?? '';
  return { block: { ...block, reason: 'site-banner' }, metadata: { site } };
}

function kickerRole(block: Block, next: Block | undefined): Role | undefined {
  if (!KICKER.test(block.words) || !next) return undefined;
  const date = readDate(block.words);
  const titled = isTitle(next.words) || readByline(next.words) || isMailHeader(next.words);
  if (!titled && !/^\p{Lu}{2,}/u.test(block.words)) return undefined;
  return { block: { ...block, reason: 'site-banner' }, ...(date ? { metadata: { issued: date.iso } } : {}) };
}

function titleRole(block: Block, next: Block | undefined): Role | undefined {
  if (!isTitle(block.words) || isOneOfMany(block.words, next?.words ?? '')) return undefined;
  const [title = '', site] = block.words.replace(/\s+/g, ' ').split(/\s+\|\s+/);
  return { block: { ...block, reason: 'title' }, metadata: { title, ...(site ? { site } : {}) } };
}

/** The first of several items, speeches or verses, and so no title. */
const isOneOfMany = (words: string, next: string): boolean =>
  (hasSpeaker(words) && hasSpeaker(next)) || (isListItem(words) && isListItem(next));

function isTitle(words: string): boolean {
  if (words.length > LONGEST_TITLE || /[\n\r]/.test(words) || startsLowerCase(words)) return false;
  if (/[,;:]$/.test(words) || /^(?:[–—-]\s|[“"„«][^”"“»]*[?!][”"“»]$)/.test(words)) return false;
  return !endsSentence(words) || /[?!][”"’']?$/.test(words);
}
