import { draftLines, isBlank, type DraftLines } from './draft-lines';

/** What the place of an insertion asks of the inserted text. */
export interface Surroundings {
  /** What a new line must begin with to stay in the same list item, block quote or footnote. */
  readonly linePrefix: string;
  /** A row of a table: nothing may break the line. */
  readonly inTable: boolean;
  /** In a footnote already: another footnote cannot stand in it. */
  readonly inFootnote: boolean;
  /** In a block quote with words of its own: where it ends, as what is inserted into it would become its words. */
  readonly quoteEnd?: number;
}

const QUOTE = /^(?: {0,3}> ?)/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)]|\([a-z0-9]+\)|#\.)( {1,4}|\t)(?=\S|$)/;
const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/;
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Reads the containers around an offset of a draft off its lines. */
export function surroundingsAt(draft: string, offset: number): Surroundings {
  const lines = draft
    .slice(0, draft.indexOf('\n', offset) < 0 ? draft.length : draft.indexOf('\n', offset))
    .split(/\r?\n/);
  const line = lines.at(-1) ?? '';
  const run = quoteRun(draftLines(draft), lines.length - 1);
  if (run)
    return {
      linePrefix: /^ */.exec(line)?.[0] ?? '',
      inTable: false,
      inFootnote: false,
      ...(run.isEmpty ? {} : { quoteEnd: run.end }),
    };
  const quote = quotePrefix(line);
  const inner = line.slice(quote.length);
  const paragraph = paragraphAbove(lines, quote);
  const footnote =
    paragraph.find((above) => FOOTNOTE.test(above)) ??
    (/^(?: {4}|\t)/.test(inner) ? footnoteAbove(lines) : undefined);
  return {
    linePrefix: quote + (footnote === undefined ? itemIndent(paragraph, inner) : '    '),
    inTable: inTable(draft, lines, line),
    inFootnote: footnote !== undefined,
  };
}

/** A callout or note is no quotation unless it says so: what stands in it can be quoted in it. */
const CALLOUT = /^[\s>]*\[!(?!(?:quote|cite)\])[\w-]+\]/i;

/** The lines of the block quote around a row; undefined outside of one and in a callout. */
function quoteRun(
  { lines, starts }: DraftLines,
  row: number,
): { readonly end: number; readonly isEmpty: boolean } | undefined {
  const isQuote = (at: number) => /^ {0,3}>/.test(lines[at] ?? '');
  if (!isQuote(row)) return undefined;
  let [first, last] = [row, row];
  while (isQuote(first - 1)) first--;
  while (isQuote(last + 1)) last++;
  const run = lines.slice(first, last + 1);
  if (CALLOUT.test(run[0] ?? '')) return undefined;
  return { end: (starts[last] ?? 0) + (lines[last] ?? '').length, isEmpty: run.every(isBlank) };
}

/** The block quote marks a line begins with. */
function quotePrefix(line: string): string {
  let prefix = '';
  for (let match = QUOTE.exec(line); match; match = QUOTE.exec(line.slice(prefix.length))) prefix += match[0];
  return prefix === '' || prefix.endsWith(' ') ? prefix : `${prefix} `;
}

/** The lines of the paragraph that ends with the last line, last first, without block quote marks. */
function paragraphAbove(lines: readonly string[], quote: string): string[] {
  const found: string[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    const inner = (lines[at] ?? '').slice(quotePrefix(lines[at] ?? '').length);
    if (inner.trim() === '' && at < lines.length - 1) break;
    if (quote !== '' && quotePrefix(lines[at] ?? '') === '') break;
    found.push(inner);
  }
  return found;
}

/** How far text must be indented to go on with the list item: as far as the item's own text. */
function itemIndent(paragraph: readonly string[], line: string): string {
  const item = paragraph.map((above) => ITEM.exec(above)).find((match) => match !== null);
  if (item)
    return ' '.repeat(
      (item[1] ?? '').length + (item[2] ?? '').length + (item[3] ?? ' ').replace('\t', '   ').length,
    );
  return /^(?: {2,}|\t)/.exec(line)?.[0] ?? '';
}

function footnoteAbove(lines: readonly string[]): string | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (FOOTNOTE.test(line)) return line;
    if (line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) return undefined;
  }
  return undefined;
}

/** A row with bars, in a run of lines that has a delimiter row. */
function inTable(draft: string, above: readonly string[], line: string): boolean {
  if (!line.includes('|')) return false;
  const below = draft.split(/\r?\n/).slice(above.length);
  const near = [...takeRun(above.slice(0, -1).reverse()), ...takeRun(below)];
  return near.some((one) => TABLE_RULE.test(one) && one.includes('-') && one.includes('|'));
}

function takeRun(lines: readonly string[]): string[] {
  const end = lines.findIndex((one) => one.trim() === '');
  return lines.slice(0, end < 0 ? lines.length : end);
}
