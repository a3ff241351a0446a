import { readMarkdownSource, type MarkdownBlock } from '../markdown/read-markdown-source';
import type { MappedText } from '../text/mapped-text';
import { readByline } from './byline';
import { readFrontMatter } from './front-matter';
import { applyOverrides, type PassageOverrides } from './overrides';
import type { DropReason } from './passage';
import type { SourceMetadata } from './source';
import { bodyRoles, numberPassages, type Block, type Split } from './split-text';

export interface MarkdownSplit extends Split {
  readonly reading: MappedText;
}

/** Splits a Markdown source: its paragraphs, list items, notes and tables are passages; front matter gives metadata. */
export function splitMarkdown(markdown: string, overrides?: PassageOverrides): MarkdownSplit {
  const { reading, blocks } = readMarkdownSource(markdown);
  const titleAt = blocks.findIndex((block) => block.kind === 'heading');
  const isTitle = (at: number) =>
    at === titleAt && !blocks.slice(0, at).some((block) => block.kind === 'paragraph');
  const title = blocks[titleAt];
  const stated = frontMatterOf(markdown, blocks);
  const head = headLines(blocks, titleAt);
  const given = blocks.map((block, at) =>
    asBlock(block, isTitle(at) ? 'title' : head.has(block) ? 'byline' : undefined),
  );
  const metadata: SourceMetadata = {
    ...(title && isTitle(titleAt) ? { title: oneLine(title.text) } : {}),
    ...bylineMetadata(head),
    ...stated,
    author: stated.author.length > 0 ? stated.author : (bylineMetadata(head).author ?? []),
  };
  return {
    reading,
    metadata,
    ...numberPassages(applyOverrides(bodyRoles(given, metadata.title), overrides)),
  };
}

const DROPPED: Partial<Record<MarkdownBlock['kind'], DropReason>> = {
  heading: 'heading',
  code: 'code',
  image: 'caption',
  'front-matter': 'front-matter',
  definition: 'separator',
  rule: 'separator',
};

function asBlock({ kind, start, end, text }: MarkdownBlock, known: DropReason | undefined): Block {
  const reason = known ?? DROPPED[kind] ?? (text.trim() === '' ? 'separator' : undefined);
  return { start, end, words: text, isItem: kind !== 'paragraph', ...(reason ? { reason } : {}) };
}

function frontMatterOf(markdown: string, blocks: readonly MarkdownBlock[]): SourceMetadata {
  const block = blocks.find(({ kind }) => kind === 'front-matter');
  return block ? readFrontMatter(markdown.slice(block.start, block.end)) : { author: [] };
}

type Head = ReadonlyMap<MarkdownBlock, NonNullable<ReturnType<typeof readByline>>>;

/** Bylines and dates that stand right below the title, or above everything. */
function headLines(blocks: readonly MarkdownBlock[], titleAt: number): Head {
  const lines = new Map<MarkdownBlock, NonNullable<ReturnType<typeof readByline>>>();
  for (const block of blocks.slice(Math.max(titleAt, -1) + 1)) {
    const byline = block.kind === 'paragraph' ? readByline(oneLine(block.text)) : undefined;
    if (byline) lines.set(block, byline);
    else if (block.kind !== 'front-matter' && block.kind !== 'image') break;
  }
  return lines;
}

function bylineMetadata(head: Head): Partial<SourceMetadata> {
  const bylines = [...head.values()];
  const author = bylines.flatMap((byline) => byline.author);
  const issued = bylines.find((byline) => byline.issued !== undefined)?.issued;
  return { ...(author.length > 0 ? { author } : {}), ...(issued === undefined ? {} : { issued }) };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
