import type { Event, Token } from 'micromark-util-types';
import type { Span } from '../text/span';
import type { Block, Container, OpaqueBlock, OpenEnd, Stretch, TextBlock } from './block';
import { isDense, readDense } from './dense-text';
import { InlineReader } from './inline-reader';
import type { EventReader } from './micromark-events';
import { plainParagraphs, trimmedLength, type PlainParagraph } from './plain-blocks';
import { readInline } from './read-inline';
import { openHtmlEnd } from './open-html';
import { refineInline } from './refine-inline';

/**
 * The blocks of a stretch of Markdown. What plainly is one paragraph is taken as one, and what plainly has no markup is
 * taken as it stands; all else micromark reads.
 */
export function readStretch(markdown: string, events: EventReader): Stretch {
  const length = trimmedLength(markdown);
  if (length === 0) return { blocks: [], opaque: [] };
  const paragraphs = plainParagraphs(markdown);
  if (paragraphs) return readParagraphs(paragraphs, events);
  return isDense(markdown)
    ? readDense(markdown)
    : readEvents(markdown, events.blocks(markdown.slice(0, length)));
}

function readParagraphs(paragraphs: readonly PlainParagraph[], events: EventReader): Stretch {
  const opaque: Span[] = [];
  const blocks = paragraphs.map((paragraph): TextBlock => {
    const { start, end, containers, content } = paragraph;
    const inline = refineInline(readInline(content, start, events, opaque), opaque, false);
    return { kind: 'paragraph', start, end, containers, inline };
  });
  return { blocks, opaque: outermost(opaque) };
}

function readEvents(markdown: string, events: readonly Event[]): Stretch {
  const reader = new StretchReader(markdown);
  for (const [kind, token] of events) {
    if (kind === 'enter') reader.enter(token);
    else reader.exit(token);
  }
  return reader.finish();
}

const CONTAINERS: Readonly<Record<string, Container['kind']>> = {
  blockQuote: 'block-quote',
  listOrdered: 'list',
  listUnordered: 'list',
  gfmFootnoteDefinition: 'footnote',
  table: 'table',
  tableRow: 'table-row',
};

/** Tokens whose content is a block's inline text. */
const TEXT_TOKENS: Readonly<Record<string, TextBlock['kind']>> = {
  paragraph: 'paragraph',
  atxHeadingText: 'heading',
  setextHeadingText: 'heading',
  tableContent: 'table-cell',
};

const OPAQUE_TOKENS: Readonly<Record<string, OpaqueBlock['kind']>> = {
  codeFenced: 'code',
  codeIndented: 'code',
  htmlFlow: 'html',
  definition: 'definition',
  thematicBreak: 'rule',
};

const spanOf = (token: Token): Span => ({ start: token.start.offset, end: token.end.offset });

type Draft<T> = { -readonly [K in keyof T]: T[K] };

class StretchReader {
  private readonly blocks: Draft<Block>[] = [];
  private readonly opaque: Span[] = [];
  private containers: readonly Draft<Container>[] = [];
  private text: { kind: TextBlock['kind']; token: Token; inline: InlineReader } | undefined;
  private level = 1;
  private skipped: Token | undefined;
  private fences: string[] = [];
  private openEnd: OpenEnd | undefined;

  constructor(private readonly markdown: string) {}

  enter(token: Token): void {
    if (this.text) this.text.inline.enter(token);
    else if (this.skipped) this.enterSkipped(token);
    else this.enterBlock(token);
  }

  private enterBlock(token: Token): void {
    const container = CONTAINERS[token.type];
    const text = TEXT_TOKENS[token.type];
    const opaque = OPAQUE_TOKENS[token.type];
    if (container) this.push({ kind: container, ...spanOf(token) });
    else if (text) this.text = { kind: text, token, inline: new InlineReader(this.markdown, this.opaque) };
    else if (opaque) this.skip(opaque, token);
    else if (token.type === 'listItemPrefix') this.beginItem(token);
    else if (token.type === 'gfmFootnoteDefinitionLabelString') this.nameFootnote(token);
    else if (token.type === 'atxHeading' || token.type === 'setextHeading') this.beginHeading(token);
    else if (token.type === 'tableDelimiterRow') this.skipped = token;
  }

  exit(token: Token): void {
    if (this.text) this.exitText(token, this.text);
    else if (this.skipped) this.exitSkipped(token);
    else if (CONTAINERS[token.type]) this.pop(token);
  }

  finish(): Stretch {
    const { blocks, opaque, openEnd } = this;
    return { blocks, opaque: outermost(opaque), ...(openEnd && { openEnd }) };
  }

  private exitText(token: Token, text: NonNullable<typeof this.text>): void {
    if (token !== text.token) {
      text.inline.exit(token);
      return;
    }
    this.text = undefined;
    const { kind } = text;
    const inline = refineInline(text.inline.finish(), this.opaque, kind === 'heading');
    const level = kind === 'heading' ? { level: this.level } : {};
    this.blocks.push({ kind, ...level, ...spanOf(token), containers: this.containers, inline });
  }

  private beginHeading(token: Token): void {
    const line = this.markdown.slice(token.start.offset, token.end.offset);
    const underline = /[=-](?=[ \t]*$)/.exec(line)?.[0];
    this.level = token.type === 'atxHeading' ? line.search(/[^#]|$/) : underline === '=' ? 1 : 2;
  }

  private skip(kind: OpaqueBlock['kind'], token: Token): void {
    this.blocks.push({ kind, ...spanOf(token), containers: this.containers });
    this.opaque.push(spanOf(token));
    this.skipped = token;
    this.fences = [];
  }

  private enterSkipped(token: Token): void {
    if (token.type === 'codeFencedFenceSequence')
      this.fences.push(this.markdown.slice(token.start.offset, token.end.offset));
  }

  private exitSkipped(token: Token): void {
    if (token !== this.skipped) return;
    this.skipped = undefined;
    if (this.containers.length > 0) return;
    const closing =
      token.type === 'htmlFlow'
        ? openHtmlEnd(this.markdown.slice(token.start.offset, token.end.offset))
        : this.fenceEnd();
    this.openEnd = closing && { closing };
  }

  /** What closes the fenced code that has begun and not ended. */
  private fenceEnd(): RegExp | undefined {
    const fence = this.fences[0];
    if (this.fences.length !== 1 || fence === undefined) return undefined;
    return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`, 'm');
  }

  private push(container: Container): void {
    this.containers = [...this.containers, container];
  }

  private pop(token: Token): void {
    const ended = CONTAINERS[token.type] === 'list' ? this.containers.slice(-2) : this.containers.slice(-1);
    for (const container of ended) container.end = token.end.offset;
    this.containers = this.containers.slice(0, -ended.length);
  }

  private beginItem(token: Token): void {
    const last = this.containers.at(-1);
    if (last?.kind === 'list-item') {
      last.end = token.start.offset;
      this.containers = this.containers.slice(0, -1);
    }
    this.push({ kind: 'list-item', start: token.start.offset, end: token.end.offset });
  }

  private nameFootnote(token: Token): void {
    const footnote = this.containers.at(-1);
    if (footnote) footnote.label = this.markdown.slice(token.start.offset, token.end.offset).toLowerCase();
  }
}

/** Spans, put in order, without those that lie in another one. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? -1)) kept.push(span);
  return kept;
}
