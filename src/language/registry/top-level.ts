import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Replacement } from '../fixes/fix';
import {
  addItems,
  addPair,
  addTexts,
  fillPair,
  insertLines,
  isEmpty,
  itemLines,
  lineEnd,
  openYaml,
  pairOf,
} from './yaml-edits';

/**
 * Adds items to a list at the top of actors.yaml, beside `actors:`; where there is none, at the end. A bare list of
 * records comes under `actors:` for it. `blocks` are for a list that is written in lines.
 */
export function addToTop(
  text: string,
  top: Node | null,
  name: string,
  flow: string,
  blocks?: readonly (readonly string[])[],
): Replacement[] | undefined {
  const lines = blocks
    ? [`${name}:`, ...blocks.flatMap((block) => itemLines(block, 2))]
    : [`${name}: [${flow}]`];
  const end = insertLines(text, text.length, lines);
  if (isEmpty(top)) return insertLines(text, text.length, ['actors:', ...lines]);
  if (isMap(top)) {
    const pair = pairOf(top, name);
    const value = pair?.value as Node | null | undefined;
    if (!pair) return top.flow ? addPair(text, top, `${name}: [${flow}]`) : end;
    if (isEmpty(value)) return fillPair(text, pair, ` [${flow}]`);
    if (isSeq(value)) return addItems(text, value, flow, blocks);
    return isScalar(value) && !blocks ? addTexts(text, top, name, [valueOf(flow)]) : undefined;
  }
  // The items of a list may stand in the column of its name.
  const start = isSeq(top) && !top.flow ? top.range?.[0] : undefined;
  return start === undefined || !end
    ? undefined
    : [{ start, end: start, text: `actors:${lineEnd(text)}` }, ...end];
}

/** What a text between brackets says. */
function valueOf(flow: string): string {
  const top = openYaml(flow)?.top;
  return isScalar(top) ? String(top.value) : flow;
}
