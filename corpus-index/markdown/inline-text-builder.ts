import {
  LITERAL,
  MARKUP,
  OPAQUE,
  type InlineGroup,
  type InlineText,
  type Piece,
  type PieceKind,
} from './inline-text';

/** What `scan` shows for one unit of a piece; undefined: the unit itself. */
const MASK: Readonly<Partial<Record<PieceKind, string>>> = { literal: LITERAL, opaque: OPAQUE };

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Collects an inline text piece by piece, in the order of the Markdown. */
export class InlineTextBuilder {
  private readonly texts: string[] = [];
  private readonly scans: string[] = [];
  private readonly pieces: Draft<Piece>[] = [];
  private readonly groups: InlineGroup[] = [];
  private readonly open: { kind: InlineGroup['kind']; start: number }[] = [];
  private length = 0;

  /** Where the next piece will stand. */
  get at(): number {
    return this.length;
  }

  /** Adds a piece that is read as `text`. */
  add(
    kind: PieceKind,
    text: string,
    start: number,
    end: number,
    note: Pick<Piece, 'label' | 'content'> = {},
  ): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    if (last?.kind === 'break') last.end = start;
    this.pieces.push({ kind, at: this.length, length: text.length, start, end, ...note });
    const mask = MASK[kind];
    this.texts.push(text);
    this.scans.push(mask === undefined ? text : mask.repeat(text.length));
    this.length += text.length;
  }

  /** Adds markup that a reader does not see. */
  markup(start: number, end: number): void {
    this.add('markup', MARKUP, start, end);
  }

  /** Adds the end of a line; it reaches up to the next line's first piece, over its prefix. */
  lineBreak(start: number, end: number): void {
    this.add('break', '\n', start, end);
  }

  openGroup(kind: InlineGroup['kind']): void {
    this.open.push({ kind, start: this.length });
  }

  closeGroup(): void {
    const group = this.open.pop();
    if (group) this.groups.push({ ...group, end: this.length });
  }

  finish(): InlineText {
    this.groups.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.texts.join(''), scan: this.scans.join(''), pieces: this.pieces, groups: this.groups };
  }
}
