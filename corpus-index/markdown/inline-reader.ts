import type { Token } from 'micromark-util-types';
import type { Span } from '../text/span';
import { decodeCharacterReference } from './character-reference';
import { InlineTextBuilder } from './inline-text-builder';
import type { InlineText } from './inline-text';


const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

type Handler = (reader: InlineReader, token: Token) => void;

/** What micromark's tokens for inline content become in the inline text. */
const ENTER: Readonly<Record<string, Handler>> = {
  data: (reader, token) => {
    reader.copy('text', token);
  },
  characterEscapeValue: (reader, token) => {
    reader.copy('literal', token);
  },
  escapeMarker: markup,
  characterReference: (reader, token) => {
    reader.replaceWhole('literal', decodeCharacterReference(reader.slice(token)), token);
  },
  codeText: (reader, token) => {
    reader.opaque.push(spanOf(token));
    reader.inCode = true;
  },
  codeTextSequence: markup,
  codeTextPadding: markup,
  codeTextData: (reader, token) => {
    reader.copy('opaque', token);
  },
  lineEnding: (reader, token) => {
    if (reader.inCode) reader.replace('opaque', ' ', token);
    else reader.builder.lineBreak(token.start.offset, token.end.offset);
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
    reader.opaque.push(spanOf(token));
  },
  autolinkProtocol: (reader, token) => {
    reader.copyWhole('opaque', token);
  },
  autolinkEmail: (reader, token) => {
    reader.copyWhole('opaque', token);
  },
  htmlText: (reader, token) => {
    reader.opaque.push(spanOf(token));
    if (LINE_BREAK_TAG.test(reader.slice(token))) reader.replaceWhole('literal', '\n', token);
    else reader.markupWhole(token);
  },
  gfmFootnoteCall: (reader, token) => {
    const label = reader.slice(token).slice(2, -1);
    reader.builder.add('note', '\uFFFC', token.start.offset, token.end.offset, { label: label.toLowerCase() });
    reader.ignored = token;
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
  reader.builder.markup(token.start.offset, token.end.offset);
}

function opaqueMarkup(reader: InlineReader, token: Token): void {
  reader.opaque.push(spanOf(token));
  reader.markupWhole(token);
}

function closeGroup(reader: InlineReader): void {
  reader.builder.closeGroup();
}

export const spanOf = (token: Token): Span => ({ start: token.start.offset, end: token.end.offset });

/** Builds the inline text of one block from micromark's events. */
export class InlineReader {
  readonly builder = new InlineTextBuilder();
  inCode = false;
  /** The token whose inside is not looked at. */
  ignored: Token | undefined;

  /** Adds the stretches that are not prose to `opaque`. */
  constructor(
    private readonly markdown: string,
    readonly opaque: Span[],
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

  copy(kind: 'text' | 'literal' | 'opaque', token: Token): void {
    this.builder.add(kind, this.slice(token), token.start.offset, token.end.offset);
  }

  copyWhole(kind: 'opaque', token: Token): void {
    this.copy(kind, token);
    this.ignored = token;
  }

  replace(kind: 'literal' | 'opaque', text: string, token: Token): void {
    this.builder.add(kind, text, token.start.offset, token.end.offset);
  }

  replaceWhole(kind: 'literal', text: string, token: Token): void {
    this.replace(kind, text, token);
    this.ignored = token;
  }

  markupWhole(token: Token): void {
    this.builder.markup(token.start.offset, token.end.offset);
    this.ignored = token;
  }
}
