/** A draft by its lines: contents without line ends, and where each begins. */
export interface DraftLines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  readonly eol: '\n' | '\r\n';
}

export function draftLines(draft: string): DraftLines {
  const lines: string[] = [];
  const starts: number[] = [];
  let start = 0;
  for (const line of draft.split('\n')) {
    starts.push(start);
    lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    start += line.length + 1;
  }
  return { lines, starts, eol: draft.includes('\r\n') ? '\r\n' : '\n' };
}

/** The row, from 0, that an offset lies in. */
export const rowAt = ({ starts }: DraftLines, offset: number): number => {
  const next = starts.findIndex((start) => start > offset);
  return next < 0 ? starts.length - 1 : next - 1;
};

/** Whether nothing stands in a line but the marks of block quotes around it. */
export const isBlank = (line: string): boolean => /^[\s>]*$/.test(line);
