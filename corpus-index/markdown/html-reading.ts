import type { MappedTextBuilder } from '../text/mapped-text';
import { decodeCharacterReference } from './character-reference';

/** Comments, scripts, styles and tags; entities (group 2); words (group 3). */
const HTML =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?/a-z][^>]*(?:>|$)|(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});)|([^<&]+|[<&])/gi;

interface HtmlPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Adds what a reader sees of a block of HTML that stands in Markdown; answers how many units it added. */
export function appendHtmlReading(
  builder: MappedTextBuilder,
  markdown: string,
  start: number,
  end: number,
): number {
  const pieces = trimPieces(htmlPieces(markdown, start, end));
  for (const piece of pieces) {
    if (piece.text === markdown.slice(piece.start, piece.end)) builder.copy(markdown, piece.start, piece.end);
    else builder.replace(piece.text, piece.start, piece.end);
  }
  return pieces.reduce((length, { text }) => length + text.length, 0);
}

function htmlPieces(markdown: string, start: number, end: number): HtmlPiece[] {
  return Array.from(markdown.slice(start, end).matchAll(HTML)).flatMap(
    ({ 0: whole, 2: entity, 3: words, index }) => {
      const text = entity === undefined ? words : decodeCharacterReference(entity);
      return text === undefined ? [] : [{ text, start: start + index, end: start + index + whole.length }];
    },
  );
}

/** Without the white space around the words. */
function trimPieces(pieces: readonly HtmlPiece[]): HtmlPiece[] {
  const first = pieces.findIndex(({ text }) => /\S/.test(text));
  const last = pieces.findLastIndex(({ text }) => /\S/.test(text));
  if (first < 0) return [];
  return pieces.slice(first, last + 1).map((piece, at, kept) => {
    const begun = at === 0 ? trimStart(piece) : piece;
    return at === kept.length - 1 ? trimEnd(begun) : begun;
  });
}

const trimStart = ({ text, start, end }: HtmlPiece): HtmlPiece => {
  const trimmed = text.trimStart();
  return { text: trimmed, start: start + text.length - trimmed.length, end };
};

const trimEnd = ({ text, start, end }: HtmlPiece): HtmlPiece => {
  const trimmed = text.trimEnd();
  return { text: trimmed, start, end: end - (text.length - trimmed.length) };
};
