import type { Span } from '../text/span';

/** A stretch of lines that can be read by itself. */
export interface Block extends Span {
  /** Column of its first character. */
  readonly column: number;
}

interface Line extends Span {
  readonly indent: number;
  /** Without indentation and line break. */
  readonly text: string;
}

const ITEM = /^-(?:\s|$)/;
const ITEM_WITH_ID = /^-\s+["']?id["']?\s*:/;
const OPENS_NESTED = /:\s*$/;
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * The records of a list by the look of the lines: items in the column of the first, and items that
 * start with `id:` in a wrong column; lists of other names apart. For files that do not parse as a whole, or are too big to.
 */
export function recordBlocks(text: string, listName: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let listColumn: number | undefined;
  let nestedColumn: number | undefined;
  let section = listName;
  const close = (end: number): void => {
    if (open) blocks.push({ ...open, end });
    open = undefined;
  };
  for (const line of linesOf(text, 0, text.length)) {
    section = sectionOf(line) ?? section;
    if (section !== listName) {
      close(line.start);
      continue;
    }
    const nested = nestedColumn !== undefined && line.indent >= nestedColumn;
    if (startsRecord(line, listColumn, nested)) {
      close(line.start);
      listColumn ??= line.indent;
      nestedColumn = undefined;
      open = { start: line.start, end: 0, column: line.indent };
    } else if (open && leavesList(line, open.column)) {
      close(line.start);
    } else if (!ITEM.test(line.text)) {
      if (nested && line.indent !== nestedColumn) continue;
      nestedColumn = OPENS_NESTED.test(line.text) ? line.indent : undefined;
    }
  }
  close(text.length);
  return blocks;
}

/**
 * The fields of one record by the look of its lines: `name: value` in the column of the first name,
 * or left of it, with the deeper lines that follow.
 */
export function fieldBlocks(text: string, record: Span): Block[] {
  const dash = /^\s*-\s*/.exec(text.slice(record.start, record.end))?.[0].length ?? 0;
  const first = record.start + dash;
  const column = first - (text.lastIndexOf('\n', first - 1) + 1);
  const starts = [{ start: first, column }];
  for (const line of linesOf(text, first, record.end)) {
    if (line.start > first && line.indent <= column && !ITEM.test(line.text)) {
      starts.push({ start: line.start + line.indent, column: line.indent });
    }
  }
  return starts.map((start, at) => ({ ...start, end: starts[at + 1]?.start ?? record.end }));
}

/** The name of a list at the top of the file: it has nothing behind it on its line. */
const sectionOf = (line: Line): string | undefined =>
  line.indent === 0 ? /^(["']?)([^"':\s]+)\1\s*:\s*(?:[#&]\S*.*)?$/.exec(line.text)?.[2] : undefined;

function startsRecord(line: Line, listColumn: number | undefined, nested: boolean): boolean {
  if (listColumn === undefined || line.indent === listColumn) return ITEM.test(line.text);
  return ITEM_WITH_ID.test(line.text) && (!nested || line.indent < listColumn);
}

const leavesList = (line: Line, column: number): boolean =>
  line.indent <= column && (!ITEM.test(line.text) || line.indent < column);

/** Lines with something on them; comments have nothing. */
function* linesOf(text: string, from: number, to: number): Generator<Line> {
  let start = from;
  while (start < to) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline >= to ? to : newline + 1;
    const raw = text.slice(start, end);
    const content = raw.trim();
    const mark = DOCUMENT_MARK.test(raw);
    if (content !== '' && !content.startsWith('#')) {
      yield {
        start,
        end,
        indent: mark ? -1 : raw.length - raw.trimStart().length,
        text: mark ? '' : content,
      };
    }
    start = end;
  }
}
