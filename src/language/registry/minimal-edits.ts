import { CST, isScalar, isSeq, parse, type Node, type Scalar, type YAMLSeq } from 'yaml';
import type { Replacement } from '../fixes/fix';
import {
  endOf,
  isNull,
  startOf,
  textOf,
  textsOf,
  valueOf,
  type RegistryRecord,
  type TextNode,
} from './registry-document';

/**
 * Edits that give a property of a record these texts: what stays keeps its characters, comments and order; undefined where
 * that cannot be done without touching more.
 */
export function setTexts(
  text: string,
  record: RegistryRecord,
  key: string,
  wanted: readonly string[],
  after = 'name',
): Replacement[] | undefined {
  const { map } = record;
  const texts = textsOf(map, key);
  if (!texts) return undefined;
  if (texts.length === wanted.length && texts.every((one, at) => one.text === wanted[at])) return [];
  const value = valueOf(map, key);
  if (wanted.length === 0) return removePair(text, record, key);
  if (value === undefined) return addPair(text, record, after, `${key}: ${flowList(wanted)}`);
  if (isSeq(value) && value.flow !== true) return setItems(text, value, wanted);
  return value === null || isNull(value) ? undefined : setFlow(text, value, texts, wanted);
}

/** One text, or a list in brackets. */
function setFlow(
  text: string,
  value: Node,
  texts: readonly TextNode[],
  wanted: readonly string[],
): Replacement[] | undefined {
  const [only] = texts;
  const [start, end] = [startOf(value), endOf(value)];
  if (isScalar(value) && wanted.length === 1 && only) return [setScalar(text, only.node, wanted[0] ?? '')];
  if (/[\n#]/.test(text.slice(start, end)))
    return isSeq(value) ? appendToFlow(text, value, texts, wanted) : undefined;
  const kept = new Map(texts.map((one) => [one.text, sourceIn(text, one, true)]));
  const list = `[${wanted.map((one) => kept.get(one) ?? scalarSource(one, true)).join(', ')}]`;
  return [trimmedReplacement(text, { start, end, text: list })];
}

/** The edit that gives a scalar another value, in its own quotation marks where it has some. */
export function setScalar(text: string, node: Scalar, value: string): Replacement {
  const [start, end] = [startOf(node), endOf(node)];
  const type = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? node.type : 'PLAIN';
  return { start, end, text: scalarSource(value, false, type) };
}

/** A line for a property behind another one's. */
export function addPair(
  text: string,
  { map }: RegistryRecord,
  after: string,
  pair: string,
): Replacement[] | undefined {
  const value = valueOf(map, after);
  if (value === undefined || value === null) return undefined;
  const end = endOf(value);
  if (map.flow === true) return [{ start: end, end, text: `, ${pair}` }];
  return [insertLine(text, end, indentOf(text, map) + pair)];
}

/** Puts a line in behind the one in which something ends. */
export function insertLine(text: string, end: number, line: string): Replacement {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (text[end - 1] === '\n') return { start: end, end, text: line + newline };
  const feed = text.indexOf('\n', end);
  const at = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  return { start: at, end: at, text: newline + line };
}

/** The spaces before a record's properties. */
export function indentOf(text: string, map: RegistryRecord['map']): string {
  const start = startOf(map);
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}

/** Removes a property with its line, or with its comma; not where the record's dash stands on that line. */
function removePair(text: string, { map }: RegistryRecord, key: string): Replacement[] | undefined {
  const at = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  const pair = map.items[at];
  if (!pair) return [];
  const start = startOf(pair.key);
  const end = pair.value ? endOf(pair.value) : endOf(pair.key) + 1;
  if (map.flow === true) return [withoutComma(text, start, end)];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return /\S/.test(text.slice(line, start))
    ? undefined
    : [{ start: line, end: lineEnd(text, end), text: '' }];
}

/** A block list: changed items take the places of those dropped, the others get lines of their own. */
function setItems(text: string, list: YAMLSeq, wanted: readonly string[]): Replacement[] | undefined {
  const items = list.items.filter(isScalar).map((node) => ({ node, text: textOf(node) }));
  const dropped = items.filter((item) => !wanted.includes(item.text));
  const added = wanted.filter((one) => !items.some((item) => item.text === one));
  const reused = dropped.slice(0, added.length);
  const edits = reused.map(({ node }, at) => setScalar(text, node, added[at] ?? ''));
  for (const { node } of dropped.slice(added.length)) {
    const line = text.lastIndexOf('\n', startOf(node) - 1) + 1;
    if (!/^\s*-\s*$/.test(text.slice(line, startOf(node)))) return undefined;
    edits.push({ start: line, end: lineEnd(text, endOf(node)), text: '' });
  }
  const last = items.at(-1);
  const first = startOf(list);
  const dash = `${' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))}- `;
  const lines = added.slice(reused.length).map((one) => dash + scalarSource(one, false));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (last && lines.length > 0) edits.push(insertLine(text, endOf(last.node), lines.join(newline)));
  return edits;
}

/** A list in brackets over several lines: more items behind its last one. */
function appendToFlow(
  text: string,
  list: YAMLSeq,
  known: readonly TextNode[],
  wanted: readonly string[],
): Replacement[] | undefined {
  const added = wanted.filter((one) => !known.some((its) => its.text === one));
  const last = list.items.at(-1);
  if (added.length + known.length !== wanted.length || !isScalar(last)) return undefined;
  const end = endOf(last);
  return [{ start: end, end, text: added.map((one) => `, ${scalarSource(one, true)}`).join('') }];
}

/** Removes an item of a list or map in brackets, with the comma before or behind it. */
export function withoutComma(text: string, start: number, end: number): Replacement {
  const behind = /^\s*,\s*/.exec(text.slice(end))?.[0];
  if (behind !== undefined) return { start, end: end + behind.length, text: '' };
  const before = /,\s*$/.exec(text.slice(0, start))?.[0] ?? '';
  return { start: start - before.length, end, text: '' };
}

/** Where the line ends in which something ends, its break included. */
export function lineEnd(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

const flowList = (texts: readonly string[]): string =>
  `[${texts.map((one) => scalarSource(one, true)).join(', ')}]`;

/** A scalar as it stands, if it may stand so in another place; a number stays one. */
export function sourceIn(text: string, { text: value, node }: TextNode, inFlow: boolean): string {
  const source = text.slice(startOf(node), endOf(node));
  return !source.includes('\n') && isRead(source, node.value, inFlow) ? source : scalarSource(value, inFlow);
}

type ScalarType = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';

/** A text as YAML writes it: without quotation marks where it is read as that text so. */
function scalarSource(value: string, inFlow: boolean, type: ScalarType = 'PLAIN'): string {
  const written = (as: ScalarType): string => {
    const token = CST.createScalarToken(value, { indent: 2, inFlow, type: as });
    return 'source' in token ? token.source : JSON.stringify(value);
  };
  const source = written(type);
  return isRead(source, value, inFlow) ? source : written('QUOTE_DOUBLE');
}

function isRead(source: string, value: unknown, inFlow: boolean): boolean {
  try {
    const read: unknown = parse(inFlow ? `[${source}, x]` : `k: ${source}\n`);
    return inFlow
      ? Array.isArray(read) && read.length === 2 && read[0] === value
      : (read as { k: unknown }).k === value;
  } catch {
    return false;
  }
}

/** The same edit without what it does not change at either end. */
function trimmedReplacement(text: string, { start, end, text: put }: Replacement): Replacement {
  const before = text.slice(start, end);
  const most = Math.min(before.length, put.length);
  let head = 0;
  while (head < most && before[head] === put[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === put.at(-1 - tail)) tail++;
  return { start: start + head, end: end - tail, text: put.slice(head, put.length - tail) };
}
