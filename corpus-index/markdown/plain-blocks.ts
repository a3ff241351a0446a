import type { Container } from './block';

/**
 * How a line can begin that begins no block of its own and ends no paragraph: not with a character that CommonMark
 * gives a meaning at the start of a line, or with one that cannot have it here (`*words*`, `1984`, `` `code` ``).
 */
const SAFE_START = String.raw`[ \t]*(?:[^\s>#\x60~+*_=<|:\d\[-]|[*_]{1,3}[^\s*_]|\x60{1,2}(?!\x60)|~{1,2}(?!~)|\d+(?![\d.)])|\[(?!\^)|\[\^[^\]\r\n]+\](?!:))`;
const SAFE_LINE = String.raw`${SAFE_START}[^\r\n]*`;
const LINE_END = String.raw`(?:\r\n|\n|\r(?!\n))`;
const ITEM_MARK = String.raw`(?:[-+*]|\d{1,9}[.)]) {1,4}(?! )`;

const PARAGRAPH = new RegExp(`^(?![ \\t])${SAFE_LINE}(?:${LINE_END}${SAFE_LINE})*$`);
const QUOTE = new RegExp(`^> (?![ \\t])${SAFE_LINE}(?:${LINE_END}> ${SAFE_LINE})*$`);
const LIST = new RegExp(`^${ITEM_MARK}${SAFE_LINE}(?:${LINE_END}(?:${ITEM_MARK})?${SAFE_LINE})*$`);
const ITEM = new RegExp(`(?<=^|[\\r\\n])${ITEM_MARK}`, 'g');

/** A paragraph of a stretch that can be told without reading its blocks. */
export interface PlainParagraph {
  readonly start: number;
  readonly end: number;
  readonly containers: readonly Container[];
  /** What stands from `start` to `end`; with spaces for the marks of a quote. */
  readonly content: string;
}

/**
 * The paragraphs of a stretch that plainly is one paragraph, as nearly all prose is, or one in a block quote, or a list
 * of paragraphs, so that only its inline content has to be read. Undefined: it may be something else. (`]:` may make a
 * line a definition.)
 */
export function plainParagraphs(markdown: string): PlainParagraph[] | undefined {
  const length = trimmedLength(markdown);
  const text = markdown.slice(0, length);
  if (text.includes(']:')) return undefined;
  if (PARAGRAPH.test(text)) return [{ start: 0, end: length, containers: [], content: text }];
  if (LIST.test(text)) return listParagraphs(text);
  if (!QUOTE.test(text)) return undefined;
  const container: Container = { kind: 'block-quote', start: 0, end: length };
  return [{ start: 2, end: length, containers: [container], content: text.slice(2).replace(/^>/gm, ' ') }];
}

function listParagraphs(text: string): PlainParagraph[] {
  const list: Container = { kind: 'list', start: 0, end: text.length };
  const marks = Array.from(text.matchAll(ITEM), ({ 0: mark, index }) => ({
    index,
    start: index + mark.length,
  }));
  return marks.map(({ index, start }, nth) => {
    const next = marks[nth + 1]?.index ?? text.length;
    const end = index + trimmedLength(text.slice(index, next));
    return {
      start,
      end,
      containers: [list, { kind: 'list-item', start: index, end }],
      content: text.slice(start, end),
    };
  });
}

/** The length of a text without the white space and line ends behind its last word. */
export function trimmedLength(markdown: string): number {
  let length = markdown.length;
  while (length > 0 && ' \t\r\n'.includes(markdown.charAt(length - 1))) length--;
  return length;
}
