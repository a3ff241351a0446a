import {
  Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { parseYaml } from '#corpus-index';
import type { Replacement } from '../fixes/fix';

/*
 * Small insertions into YAML that somebody has written: comments, order, quotation marks and line ends of everything
 * else stay as they are, byte for byte. Each gives nothing where it cannot say for sure where to insert.
 */

export interface OpenYaml {
  readonly document: Document;
  readonly top: Node | null;
}

/** The one document of a text; nothing where it is broken, or holds several. */
export function openYaml(text: string): OpenYaml | undefined {
  const { documents, errors } = parseYaml(text);
  const [document = new Document(null), ...others] = documents;
  if (errors.length > 0 || others.length > 0) return undefined;
  return { document, top: document.contents };
}

export const lineEnd = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** The pair of a name; of two the first, as the reader has it. */
export const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.value === name);

/** Adds texts to the list, or single text, that a map has under a name; where there is none, behind the pair `after`, or at the end. */
export function addTexts(
  text: string,
  map: YAMLMap,
  name: string,
  values: readonly string[],
  after?: string,
): Replacement[] | undefined {
  const written = values.map(flowText).join(', ');
  const pair = pairOf(map, name);
  const node = pair?.value as Node | null | undefined;
  if (!pair) return addPair(text, map, `${name}: [${written}]`, after);
  if (isEmpty(node)) return fillPair(text, pair, ` [${written}]`);
  if (isSeq(node))
    return addItems(
      text,
      node,
      written,
      values.map((value) => [flowText(value)]),
    );
  if (!isScalar(node) || node.anchor !== undefined || !node.range) return undefined;
  const [start, end] = node.range;
  const source = text.slice(start, end);
  const kept = /^(?:"[^\n]*"|'[^\n]*')$|^[^\n,[\]{}#"'|>]*$/.test(source)
    ? source
    : flowText(String(node.value));
  const isBlock = /^[|>]/.test(source);
  const rest = isBlock ? lineEnd(text) : '';
  return [{ start, end, text: `[${kept}, ${written}]${rest}` }];
}

/** Adds items to a list; `flow` is their text between brackets, `blocks` their lines where the list is written in lines. */
export function addItems(
  text: string,
  list: YAMLSeq,
  flow: string,
  blocks: readonly (readonly string[])[] = [[flow]],
): Replacement[] | undefined {
  if (list.flow) return addFlow(text, list, flow);
  const column = dashColumn(text, list);
  const last = list.items.at(-1) as Node | undefined;
  if (column === undefined || !last) return undefined;
  const gap = isParted(text, list) ? [''] : [];
  const lines = blocks.flatMap((block) => [...gap, ...itemLines(block, column)]);
  return insertLines(text, endOf(last), lines);
}

/** The lines of an item whose dash stands in a column. */
export const itemLines = (lines: readonly string[], column: number): string[] =>
  lines.map((line, at) => (line === '' ? '' : `${' '.repeat(column)}${at === 0 ? '- ' : '  '}${line}`));

/** Adds `name: value` to a map, behind the pair `after` or at its end. */
export function addPair(
  text: string,
  map: YAMLMap,
  written: string,
  after?: string,
): Replacement[] | undefined {
  if (map.flow) return addFlow(text, map, written);
  const first = map.items[0]?.key as Node | undefined;
  const pair = (after === undefined ? undefined : pairOf(map, after)) ?? map.items.at(-1);
  if (!first?.range || !pair) return undefined;
  return insertLines(text, endOfPair(pair), [' '.repeat(columnOf(text, first.range[0])) + written]);
}

/** Gives a value to a pair that has none, or `null`. */
export function fillPair(text: string, { key, value }: Pair, written: string): Replacement[] | undefined {
  const colon = colonAfter(text, (key as Node | null)?.range?.[1]);
  if (colon === undefined) return undefined;
  const node = value as Node | null;
  const [start, end] = node?.range ?? [colon, colon];
  if (end <= start) return [{ start: colon, end: colon, text: written }];
  return isScalar(node) && node.anchor === undefined && node.tag === undefined
    ? [{ start: colon, end, text: written }]
    : undefined;
}

/** Puts lines below the one in which something ends. */
export function insertLines(
  text: string,
  end: number | undefined,
  lines: readonly string[],
): Replacement[] | undefined {
  if (end === undefined) return undefined;
  const eol = lineEnd(text);
  // A block scalar ends behind its last line break.
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  const written = lines.map((line) => line + eol).join('');
  if (newline === -1)
    return [{ start: text.length, end: text.length, text: (isLineStart(text) ? '' : eol) + written }];
  return [{ start: newline + 1, end: newline + 1, text: written }];
}

const isLineStart = (text: string): boolean => text === '' || text === '\uFEFF' || text.endsWith('\n');

/** A value as YAML in lines: lists of plain values in one line each, line ends apart. */
export function yamlLines(value: unknown): string[] {
  const document = new Document(value);
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every((item) => !isCollection(item));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().split('\n');
}

/** A value as YAML in one line, fit to stand between brackets. */
export function flowText(value: unknown): string {
  const document = new Document([value]);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (_, node) => {
      // No block text between brackets.
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1);
}

export const isEmpty = (node: Node | null | undefined): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null && node.anchor === undefined);

function addFlow(text: string, collection: YAMLMap | YAMLSeq, written: string): Replacement[] | undefined {
  const last = collection.items.at(-1);
  if (last === undefined) {
    const open = collection.range?.[0];
    if (open === undefined || !/[[{]/.test(text.charAt(open))) return undefined;
    return [{ start: open + 1, end: open + 1, text: written }];
  }
  const end = isPair(last) ? endOfPair(last) : endOf(last as Node);
  return end === undefined ? undefined : [{ start: end, end, text: `, ${written}` }];
}

/** Where a node's last character is: without the comment and blank lines behind it. */
function endOf(node: Node | null): number | undefined {
  if (!node?.range) return undefined;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined) return isPair(last) ? endOfPair(last) : endOf(last as Node);
  }
  return isAlias(node) || node.range[1] > node.range[0] ? node.range[1] : undefined;
}

function endOfPair({ key, value }: Pair): number | undefined {
  return endOf(value as Node | null) ?? (key as Node | null)?.range?.[1];
}

function colonAfter(text: string, end: number | undefined): number | undefined {
  const colon = end === undefined ? undefined : /^[ \t]*:/.exec(text.slice(end));
  return colon && end !== undefined ? end + colon[0].length : undefined;
}

function dashColumn(text: string, list: YAMLSeq): number | undefined {
  const start = list.range?.[0];
  return start !== undefined && text[start] === '-' ? columnOf(text, start) : undefined;
}

/** A byte order mark takes no column. */
const columnOf = (text: string, offset: number): number => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0);
};

/** Whether a blank line stands between the last two items. */
function isParted(text: string, list: YAMLSeq): boolean {
  const [before, last] = list.items.slice(-2) as (Node | undefined)[];
  if (!before?.range || !last?.range) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(Math.max(0, (endOf(before) ?? 1) - 1), last.range[0]));
}
