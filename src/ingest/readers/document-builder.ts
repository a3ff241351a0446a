import { BOUNDARY } from '#corpus-index';
import type {
  DocumentBlock,
  DropReason,
  PageStretch,
  ReadingEdit,
  SourceDocument,
  SourceMetadata,
} from '#corpus-index';

const SENTENCE_END = /[.!?…:;。！？؟][\p{Pe}\p{Pf}"'\s]*$/u;

/** Most characters of one source's text: a book of a thousand pages has three million. */
const LONGEST_TEXT = 64_000_000;

/** Stands in a text for what a reader found and could not read: one of the characters that Unicode keeps out of all texts. */
export const GAP = '\uFDD0';

/** What the text has in its place. */
const GAP_SHOWN = '[…]';

/** What of the file is not in the text. */
export interface Missing {
  /** Parts that could not be read. */
  readonly unread?: readonly string[];
  /** Whether there are words that the file itself strikes out. */
  readonly withdrawn?: boolean;
}

/** Collects a source's text block by block, with what of it is read otherwise than it stands. */
export class DocumentBuilder {
  private readonly pieces: string[] = [];
  private readonly blocks: DocumentBlock[] = [];
  private readonly edits: ReadingEdit[] = [];
  private readonly pages: { start: number; label: string; n: number }[] = [];
  private length = 0;
  private page: { readonly label: string; readonly n: number } | undefined;
  private open: { readonly kind: DocumentBlock['kind']; readonly reason?: DropReason } | undefined;
  private openedAt = { length: 0, pieces: 0, edits: 0, pages: 0 };
  private begun = false;

  /** What is added from here on is a block of its own. Ends the block before it. */
  begin(kind: DocumentBlock['kind'], reason?: DropReason): void {
    this.end();
    this.open = { kind, ...(reason ? { reason } : {}) };
    this.openedAt = {
      length: this.length,
      pieces: this.pieces.length,
      edits: this.edits.length,
      pages: this.pages.length,
    };
    this.begun = false;
  }

  /** Text as it stands. A block begins with its first character that is no white space. */
  add(text: string): void {
    const [before = '', ...behind] = text.split(GAP);
    this.addWords(before);
    for (const words of behind) {
      this.addGap();
      this.addWords(words);
    }
  }

  private addWords(text: string): void {
    const words = this.begun ? text : text.trimStart();
    if (words === '') return;
    if (!this.open) this.begin('paragraph');
    if (!this.begun) this.start();
    if (this.length + words.length > LONGEST_TEXT) throw new RangeError('the text is too long');
    this.pieces.push(words);
    this.length += words.length;
  }

  /** Text that stands there and is no part of the words, as the mark of a note. */
  addUnread(text: string): void {
    if (!this.begun) return;
    const start = this.length;
    this.add(text);
    this.edits.push({ start, end: this.length, text: '' });
  }

  /** Text that is read as other text. */
  addReadAs(text: string, reading: string): void {
    const start = this.length;
    this.add(text);
    this.edits.push({ start, end: this.length, text: reading });
  }

  /** The border of a cell: no quotation runs over it. */
  border(separator: '\t' | '\n'): void {
    if (!this.begun) return;
    this.addReadAs(separator, separator + BOUNDARY);
  }

  /** Where something of the file could not be read, no quotation runs over the place. */
  private addGap(): void {
    if (!this.open) this.begin('paragraph');
    if (!this.begun) this.start();
    this.addReadAs(GAP_SHOWN, BOUNDARY);
  }

  /** What follows stands on this page. */
  onPage(label: string, n: number): void {
    this.page = { label, n };
    if (this.begun) this.markPage();
  }

  /** Ends the block; one without words is none. */
  end(): void {
    const { open } = this;
    this.open = undefined;
    if (!open || !this.begun) return;
    this.begun = false;
    const last = this.trimEnd();
    const start = this.blocks.length === 0 ? this.openedAt.length : this.openedAt.length + 2;
    if (this.length <= start || !/\S/.test(last)) {
      this.rollBack();
      return;
    }
    this.blocks.push({ start, end: this.length, ...open });
  }

  finish(metadata: SourceMetadata, { unread = [], withdrawn = false }: Missing = {}): SourceDocument {
    this.end();
    const pages: PageStretch[] = this.pages.map((page, at) => ({
      ...page,
      end: this.pages[at + 1]?.start ?? this.length,
    }));
    return {
      text: this.pieces.join(''),
      blocks: this.blocks,
      edits: this.edits,
      ...(pages.length > 0 ? { pages } : {}),
      ...(unread.length > 0 ? { unread } : {}),
      ...(withdrawn ? { withdrawn } : {}),
      metadata,
    };
  }

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  get characters(): number {
    return this.length;
  }

  /** Whether there are words that are no title, heading or the like. */
  get hasBody(): boolean {
    return this.blocks.some(({ reason }) => reason === undefined);
  }

  /** Whether white space follows what was added last to the block, or nothing was. */
  get endsInSpace(): boolean {
    return !this.begun || /\s$/.test(this.pieces.at(-1) ?? '');
  }

  /** How many pages have begun. */
  get pageCount(): number {
    return this.page?.n ?? 0;
  }

  /** The blank line in front of a block. Items that end no sentence do not run on into the next. */
  private start(): void {
    this.begun = true;
    const last = this.blocks.at(-1);
    if (last) {
      const parted = last.kind === 'item' && this.open?.kind === 'item' && !this.endsSentence();
      if (parted) this.edits.push({ start: this.length, end: this.length + 2, text: `\n\n${BOUNDARY}` });
      this.pieces.push('\n\n');
      this.length += 2;
    }
    this.markPage();
  }

  private endsSentence(): boolean {
    return SENTENCE_END.test(this.pieces.at(-1) ?? '');
  }

  private markPage(): void {
    if (this.page && this.pages.at(-1)?.n !== this.page.n)
      this.pages.push({ start: this.length, ...this.page });
  }

  /** Takes white space off the end; answers the last piece. */
  private trimEnd(): string {
    for (let last = this.pieces.pop(); last !== undefined; last = this.pieces.pop()) {
      const trimmed = last.trimEnd();
      this.length -= last.length - trimmed.length;
      while ((this.edits.at(-1)?.end ?? 0) > this.length && (this.edits.at(-1)?.start ?? 0) >= this.length)
        this.edits.pop();
      if (trimmed !== '') {
        this.pieces.push(trimmed);
        return trimmed;
      }
    }
    return '';
  }

  private rollBack(): void {
    this.pieces.length = this.openedAt.pieces;
    this.edits.length = this.openedAt.edits;
    this.pages.length = this.openedAt.pages;
    this.length = this.openedAt.length;
  }
}
