import { BOUNDARY } from '../text/boundary';
import { MappedTextBuilder, type MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';
import { isTextBlock, type Block, type Container, type TextBlock } from './block';
import { appendCode } from './code-reading';
import { appendHtmlReading } from './html-reading';
import { appendReading } from './reading';
import { MARKUP } from './inline-text';
import { readStretches } from './read-stretches';

/** What a block of a Markdown source is. A table's rows are one block; an `image` is a paragraph of nothing but images. */
export type MarkdownBlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'footnote'
  | 'table'
  | 'image'
  | 'code'
  | 'html'
  | 'front-matter'
  | 'definition'
  | 'rule';

/** A block of a Markdown source: `start` to `end` of the Markdown. */
export interface MarkdownBlock extends Span {
  readonly kind: MarkdownBlockKind;
  /** What a reader sees of it; of front matter and link definitions nothing. */
  readonly text: string;
  /** Where `text` stands in the reading: units `textStart` to `textEnd`. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** Whether it stands in a block quote. */
  readonly quoted: boolean;
}

/** A Markdown source, read. */
export interface MarkdownSource {
  /**
   * What a reader sees of the whole: blocks parted by blank lines, rows of a table by line ends, its cells by tabs; a
   * `BOUNDARY` behind each of the latter two, and between list items that end no sentence: they are no running text.
   */
  readonly reading: MappedText;
  /** All blocks in order, also those without words. */
  readonly blocks: readonly MarkdownBlock[];
}

const SENTENCE_END = new RegExp(`[.!?…:;。！？؟][\\p{Pe}\\p{Pf}"'${MARKUP}\\s]*$`, 'u');

/** Reads a Markdown source: its visible text, mapped to the Markdown's offsets (UTF-16 code units), and its blocks. */
export function readMarkdownSource(markdown: string): MarkdownSource {
  const reader = new SourceReader(markdown);
  for (const stretch of readStretches(markdown))
    for (const block of stretch.blocks) reader.add(block, stretch.start);
  return reader.finish();
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

class SourceReader {
  private readonly builder = new MappedTextBuilder();
  private readonly blocks: Draft<MarkdownBlock>[] = [];
  private length = 0;
  private end = 0;
  private table: Container | undefined;
  private row: Container | undefined;
  private endsSentence = false;

  constructor(private readonly markdown: string) {}

  add(block: Block, base: number): void {
    const last = this.blocks.at(-1);
    const table = block.containers.find(({ kind }) => kind === 'table');
    const row = block.containers.at(-1);
    if (table && table === this.table && last) {
      this.part((row === this.row ? '\t' : '\n') + BOUNDARY, base + block.start);
      this.row = row;
      this.appendBlock(block, base);
      last.end = base + block.end;
      last.textEnd = this.length;
      return;
    }
    this.table = table;
    this.row = row;
    this.addBlock(block, base);
  }

  finish(): MarkdownSource {
    const reading = this.builder.finish();
    const blocks = this.blocks.map((block) => ({
      ...block,
      text: reading.text.slice(block.textStart, block.textEnd),
    }));
    return { reading, blocks };
  }

  private addBlock(block: Block, base: number): void {
    const kind = kindOf(block);
    const span = { start: base + block.start, end: base + block.end };
    const quoted = block.containers.some((container) => container.kind === 'block-quote');
    const visible = kind !== 'front-matter' && kind !== 'definition' && kind !== 'rule';
    if (visible && this.length > 0) this.part(this.isOpenItem(kind) ? `\n\n${BOUNDARY}` : '\n\n', span.start);
    const textStart = this.length;
    if (visible) this.appendBlock(block, base);
    const level = isTextBlock(block) && block.level !== undefined ? { level: block.level } : {};
    this.endsSentence = SENTENCE_END.test(visible && isTextBlock(block) ? block.inline.text : '');
    this.blocks.push({ kind, ...span, text: '', textStart, textEnd: this.length, ...level, quoted });
  }

  /** Whether a list item follows one that ends no sentence. */
  private readonly isOpenItem = (kind: MarkdownBlockKind): boolean =>
    kind === 'list-item' && this.blocks.at(-1)?.kind === 'list-item' && !this.endsSentence;

  private part(separator: string, next: number): void {
    this.builder.replace(separator, Math.min(this.end, next), next);
    this.length += separator.length;
  }

  private appendBlock(block: Block, base: number): void {
    const { builder, markdown } = this;
    if (isTextBlock(block))
      this.length += appendReading(builder, markdown, base, block.inline, 0, block.inline.text.length);
    else if (block.kind === 'code') this.length += appendCode(builder, markdown, block, base);
    else this.length += appendHtmlReading(builder, markdown, base + block.start, base + block.end);
    this.end = base + block.end;
  }
}

function kindOf(block: Block): MarkdownBlockKind {
  const inside = new Set(block.containers.map(({ kind }) => kind));
  if (block.kind === 'table-cell') return 'table';
  if (block.kind !== 'paragraph') return block.kind;
  if (inside.has('footnote')) return 'footnote';
  if (inside.has('list-item')) return 'list-item';
  return isImage(block) ? 'image' : 'paragraph';
}

/** Whether a paragraph is nothing but images and links around them. */
function isImage({ inline }: TextBlock): boolean {
  let behind = 0;
  for (const { start, end } of inline.groups) {
    if (start > behind && /\S/.test(inline.text.slice(behind, start))) return false;
    behind = Math.max(behind, end);
  }
  return inline.groups.some(({ kind }) => kind === 'image') && !/\S/.test(inline.text.slice(behind));
}
