import type { Block } from './split-text';
import type { SourceMetadata } from './source';
import { readByline } from './byline';
import { endsSentence, looksLikeHeading, startsLowerCase } from './heading';
import { furnitureReason, isCaption, noteReason } from './web-furniture';

/** A title may be longer than a section's heading; in UTF-16 code units. */
const LONGEST_TITLE = 220;

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
  for (const [index, block] of blocks.entries()) {
    const bodyFollows = index + 1 < blocks.length;
    const role = bodyFollows ? headRole(block, metadata, blocks[index + 1]) : undefined;
    if (!role) break;
    taken.push(role.block);
    metadata = { ...metadata, ...role.metadata };
  }
  return { blocks: taken, metadata };
}

interface Role {
  readonly block: Block;
  readonly metadata?: Partial<SourceMetadata>;
}

function headRole(block: Block, known: SourceMetadata, next: Block | undefined): Role | undefined {
  const { words } = block;
  const byline = readByline(words);
  if (byline) return { block: { ...block, reason: 'byline' }, metadata: newlyKnown(byline, known) };
  const reason = furnitureReason(words) ?? noteReason(words) ?? (isCaption(words) ? 'caption' : undefined);
  if (reason) return { block: { ...block, reason } };
  if (known.title === undefined) return bannerRole(block, next) ?? titleRole(block);
  return looksLikeHeading(words) ? { block: { ...block, reason: 'subtitle' } } : undefined;
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

function titleRole(block: Block): Role | undefined {
  if (!isTitle(block.words)) return undefined;
  const [title = '', site] = block.words.replace(/\s+/g, ' ').split(/\s+\|\s+/);
  return { block: { ...block, reason: 'title' }, metadata: { title, ...(site ? { site } : {}) } };
}

function isTitle(words: string): boolean {
  if (words.length > LONGEST_TITLE || /[\n\r]/.test(words) || startsLowerCase(words)) return false;
  return !endsSentence(words) || /[?!][”"’']?$/.test(words);
}
