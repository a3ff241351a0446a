import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { readSources } from '#corpus-index';
import { applyReplacements } from '../fixes/replacements';
import type { Replacement } from '../fixes/fix';
import { addPair, fillPair, flowText, isEmpty, openYaml, pairOf } from '../registry/yaml-edits';
import { BROKEN, BY_HAND, withoutPlace, type RecordsChange } from './records-change';

/**
 * Gives a record of sources.yaml fields that it does not have: each on a line of its own behind the others. What stands there
 * stays as it is, character for character.
 */
export function completeRecord(
  yaml: string,
  key: string,
  fields: Readonly<Record<string, unknown>>,
): RecordsChange {
  let text = yaml;
  for (const [name, value] of Object.entries(fields)) {
    const opened = openYaml(text);
    if (!opened) return { problem: BROKEN };
    const record = recordOf(opened.top, key);
    const edit = record && setField(text, record, name, value);
    if (!edit) return { problem: BY_HAND };
    text = applyReplacements(text, edit);
  }
  return othersAreKept(yaml, text, key) ? { edits: [differenceOf(yaml, text)] } : { problem: BY_HAND };
}

function recordOf(top: Node | null, key: string): YAMLMap | undefined {
  const list = isMap(top) ? pairOf(top, 'references')?.value : top;
  if (!isSeq(list)) return undefined;
  const records = list.items.filter((item): item is YAMLMap => isMap(item));
  return records.find((record) => {
    const id = pairOf(record, 'id')?.value;
    return isScalar(id) && String(id.value) === key;
  });
}

function setField(text: string, record: YAMLMap, name: string, value: unknown): Replacement[] | undefined {
  const pair = pairOf(record, name);
  if (!pair) return addPair(text, record, `${name}: ${flowText(value)}`);
  return isEmpty(pair.value as Node | null) ? fillPair(text, pair, ` ${flowText(value)}`) : undefined;
}

function othersAreKept(before: string, after: string, key: string): boolean {
  const [old, fresh] = [readSources(before), readSources(after)];
  return (
    old.records.length === fresh.records.length &&
    fresh.problems.length <= old.problems.length &&
    old.records.every(
      (record, at) =>
        record.id === fresh.records[at]?.id &&
        (record.id === key || withoutPlace(record) === withoutPlace(fresh.records[at])),
    )
  );
}

/** The stretch in which two texts differ, as one replacement. */
function differenceOf(before: string, after: string): Replacement {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
