import type { Token } from 'micromark-util-types';
import type { Span } from '../text/span';
import { decodeCharacterReference } from './character-reference';
import { InlineTextBuilder } from './inline-text-builder';
import { MARKUP, type InlineText } from './inline-text';

const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

/** Tags that strike out or hide what stands between them: it is no word like those around it, and the tag is not passed over. */
const CANCELLING_TAG =
  /^<\/?(?:del|s|strike)[\s>]|^<[^>]*\s(?:hidden[\s=>]|style\s*=[^>]*(?:display\s*:\s*none|visibility\s*:\s*hidden))/i;

type Handler = (reader: InlineReader, token: Token) => void;

/** What micromark's tokens for inline content become in the inline text. */
const ENTER: Readonly<Record<string, Handler>> = {
  data: (reader, token) => {
    reader.copy('text', token);
  },
  characterEscape: (reader, token) => {
    reader.replaceWhole('literal', reader.slice(token).slice(1), token);
  },
  characterReference: (reader, token) => {
    reader.replaceWhole('literal', decodeCharacterReference(reader.slice(token)), token);
  },
  codeText: (reader, token) => {
    reader.keepOut(token);
    reader.inCode = true;
  },
  codeTextSequence: markup,
  codeTextPadding: markup,
  codeTextData: (reader, token) => {
    reader.copy('opaque', token);
  },
  lineEnding: (reader, token) => {
    if (reader.inCode) reader.replace('opaque', ' ', token);
    else reader.lineBreak(token);
  },
  hardBreakEscape: markup,
  emphasis: (reader) => {
    reader.builder.openGroup('emphasis');
  },
  strong: (reader) => {
    reader.builder.openGroup('emphasis');
  },
  emphasisSequence: markup,
  strongSequence: markup,
  link: (reader) => {
    reader.builder.openGroup('link');
  },
  image: (reader) => {
    reader.builder.openGroup('image');
  },
  labelImageMarker: markup,
  labelMarker: markup,
  resource: opaqueMarkup,
  reference: opaqueMarkup,
  autolinkMarker: markup,
  autolink: (reader, token) => {
    reader.keepOut(token);
  },
  autolinkProtocol: (reader, token) => {
    reader.copyWhole('opaque', token);
  },
  autolinkEmail: (reader, token) => {
    reader.copyWhole('opaque', token);
  },
  htmlText: (reader, token) => {
    reader.keepOut(token);
    if (LINE_BREAK_TAG.test(reader.slice(token))) reader.replaceWhole('literal', '\n', token);
    else if (CANCELLING_TAG.test(reader.slice(token))) reader.copyWhole('opaque', token);
    else reader.markupWhole(token);
  },
  gfmFootnoteCall: (reader, token) => {
    const label = reader.slice(token).slice(2, -1);
    reader.note(label.toLowerCase(), token);
  },
};

const EXIT: Readonly<Record<string, Handler>> = {
  codeText: (reader) => {
    reader.inCode = false;
  },
  emphasis: closeGroup,
  strong: closeGroup,
  link: closeGroup,
  image: closeGroup,
};

function markup(reader: InlineReader, token: Token): void {
  reader.markup(token);
}

function opaqueMarkup(reader: InlineReader, token: Token): void {
  reader.keepOut(token);
  reader.markupWhole(token);
}

function closeGroup(reader: InlineReader): void {
  reader.builder.closeGroup();
}

/** Builds the inline text of one block from micromark's events. */
export class InlineReader {
  readonly builder = new InlineTextBuilder();
  inCode = false;
  /** The token whose inside is not looked at. */
  private ignored: Token | undefined;

  /**
   * The tokens' offsets are those of `markdown`; the inline text's are theirs and `base`. Stretches that are not prose
   * are added to `opaque`.
   */
  constructor(
    private readonly markdown: string,
    private readonly opaque: Span[],
    private readonly base = 0,
  ) {}

  enter(token: Token): void {
    if (!this.ignored) ENTER[token.type]?.(this, token);
  }

  exit(token: Token): void {
    if (this.ignored === token) this.ignored = undefined;
    else if (!this.ignored) EXIT[token.type]?.(this, token);
  }

  finish(): InlineText {
    return this.builder.finish();
  }

  slice(token: Token): string {
    return this.markdown.slice(token.start.offset, token.end.offset);
  }

  copy(kind: 'text' | 'opaque', token: Token): void {
    this.replace(kind, this.slice(token), token);
  }

  copyWhole(kind: 'opaque', token: Token): void {
    this.replaceWhole(kind, this.slice(token), token);
  }

  replace(kind: 'text' | 'literal' | 'opaque', text: string, token: Token): void {
    const { start, end } = this.span(token);
    this.builder.add(kind, text, start, end);
  }

  replaceWhole(kind: 'literal' | 'opaque', text: string, token: Token): void {
    this.replace(kind, text, token);
    this.ignored = token;
  }

  markup(token: Token): void {
    const { start, end } = this.span(token);
    this.builder.markup(start, end);
  }

  markupWhole(token: Token): void {
    this.markup(token);
    this.ignored = token;
  }

  note(label: string, token: Token): void {
    const { start, end } = this.span(token);
    this.builder.add('note', MARKUP, start, end, { label });
    this.ignored = token;
  }

  lineBreak(token: Token): void {
    const { start, end } = this.span(token);
    this.builder.lineBreak(start, end);
  }

  keepOut(token: Token): void {
    this.opaque.push(this.span(token));
  }

  private span(token: Token): Span {
    return { start: this.base + token.start.offset, end: this.base + token.end.offset };
  }
}
