import type { ErrorCode } from 'yaml';
import type { Span } from '../text/span';
import type { RecordProblem } from './problem';

/** What is used of the parser's errors. */
export interface SyntaxError {
  readonly code: ErrorCode;
  /** Start and end, counted from the start of what was parsed. */
  readonly pos: readonly [number, number];
}

const MISSING = 'Something is missing here, such as a colon behind a name or a closing bracket: add it.';
const NOT_YAML =
  'This is not YAML: a value that contains quotation marks, colons or brackets must itself be quoted.';
const TAB = 'A tab indents this line: use spaces.';
const WRONG_COLUMN = 'This line does not stand in the column of its neighbours: indent it as they are.';

/** What to do about an error of the YAML parser, by its code. */
const ADVICE: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE:
    'A backslash between double quotation marks begins an escape, and this is none: write two backslashes, or use single quotation marks.',
  BAD_INDENT: MISSING,
  BAD_SCALAR_START: 'A text cannot begin with this character: put the text between quotation marks.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second colon or a list in this line: put the text between quotation marks, or begin a new line.',
  MISSING_CHAR: MISSING,
  MULTILINE_IMPLICIT_KEY: 'A name without a value: write `name: value` on one line.',
  RESOURCE_EXHAUSTION: 'Lists and records are nested too deeply here: take them apart.',
  TAB_AS_INDENT: TAB,
};
const UNCLOSED: Readonly<Record<string, string>> = {
  '"': 'A quotation mark opens here and does not close: close it at the end of the text.',
  "'": "A quotation mark opens here and does not close: close it at the end of the text; within it write '' for an apostrophe.",
  '[': 'A list opens here and does not close: write ] at its end.',
  '{': 'A record opens here and does not close: write } at its end.',
};

/** A value that begins like this and parses no further has not been closed. */
const OPENER = /^[^"'[{\n]*?:[ \t]+(?=["'[{])/;
const QUOTED = /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/;
const AT_LINE_START = /(?:^|\n)[ \t]*$/;

/** A syntax error of the block `start` to `end` of `text`; offsets of the error count from `start`. */
export function syntaxProblem(text: string, block: Span, error: SyntaxError): RecordProblem {
  const content = text.slice(block.start, block.end);
  const opener = unclosedAt(content, error);
  const at = opener ?? visibleAt(content, error.pos[0]);
  const length = /^\S+/.exec(content.slice(at))?.[0].length ?? 1;
  const start = block.start + at;
  const message =
    (opener === undefined ? undefined : UNCLOSED[content.charAt(opener)]) ??
    advice(content.slice(0, at), error);
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message,
    span: { start, end: Math.min(start + length, text.length) },
  };
}

function advice(before: string, { code }: SyntaxError): string {
  if (/(?:^|\n) *\t[ \t]*$/.test(before)) return TAB;
  const indentation = code === 'MISSING_CHAR' || code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_INDENT';
  if (indentation && AT_LINE_START.test(before)) return WRONG_COLUMN;
  return ADVICE[code] ?? NOT_YAML;
}

/** Where the value of a single field begins that opens a quotation, list or record without closing it. */
function unclosedAt(content: string, error: SyntaxError): number | undefined {
  const value = OPENER.exec(content)?.[0].length;
  if (value === undefined) return undefined;
  const closed = /["']/.test(content.charAt(value))
    ? QUOTED.test(content.slice(value))
    : error.pos[0] < content.trimEnd().length;
  return closed ? undefined : value;
}

/** The next thing that a reader sees at an error; at the end of the block the last one. */
function visibleAt(content: string, at: number): number {
  const last = content.trimEnd().length - 1;
  const blank = /^\s*/.exec(content.slice(at))?.[0].length ?? 0;
  return Math.max(0, Math.min(at + blank, last));
}
