import type { Span } from '../text/span';
import type { InlineText } from './inline-text';

/** A block that holds other blocks. */
export interface Container extends Span {
  readonly kind: 'block-quote' | 'list' | 'list-item' | 'footnote' | 'table' | 'table-row';
  /** Of a footnote's definition. */
  readonly label?: string;
}

interface BlockBase extends Span {
  /** The containers around it, outermost first; one object for each, shared by all blocks in it. */
  readonly containers: readonly Container[];
}

/** A block of words. */
export interface TextBlock extends BlockBase {
  readonly kind: 'paragraph' | 'heading' | 'table-cell';
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  readonly inline: InlineText;
}

/** A block without words of its own: nothing in it is a citation. */
export interface OpaqueBlock extends BlockBase {
  readonly kind: 'code' | 'html' | 'definition' | 'front-matter' | 'rule';
}

export type Block = TextBlock | OpaqueBlock;

export const isTextBlock = (block: Block): block is TextBlock => 'inline' in block;

/** A fenced code or HTML block that a stretch of Markdown leaves open: what would close it. */
export interface OpenEnd {
  readonly closing: RegExp;
}

/** The blocks of a stretch of Markdown that can be read by itself; offsets count from its start. */
export interface Stretch {
  readonly blocks: readonly Block[];
  /** Code, HTML, link targets, definitions: in order, not overlapping. */
  readonly opaque: readonly Span[];
  readonly openEnd?: OpenEnd;
}

/** A stretch with its place in the whole text. */
export interface PlacedStretch extends Stretch, Span {}
