import { readSources } from '#corpus-index';
import { applyReplacements } from '../fixes/replacements';
import { recordsInsertion, type RecordToAdd } from '../registry/add-actor';
import { openYaml, yamlLines } from '../registry/yaml-edits';
import type { NewRecord } from './plan-import';
import { BROKEN, BY_HAND, withoutPlace, type RecordsChange } from './records-change';

/**
 * How records are added to sources.yaml: at the end of its list, in its form, so that comments and order stay as they are.
 * What would come of it is read first: if a record of before were read otherwise, the reason is given instead.
 */
export function addRecords(yaml: string, records: readonly NewRecord[]): RecordsChange {
  if (records.length === 0) return { edits: [] };
  const opened = openYaml(yaml);
  if (!opened) return { problem: BROKEN };
  const edits = recordsInsertion(yaml, opened.top, records.map(fieldsOf), 'references');
  if (!edits) return { problem: BY_HAND };
  const before = readSources(yaml);
  const after = readSources(applyReplacements(yaml, edits));
  const isKept = before.records.every(
    (record, at) => withoutPlace(record) === withoutPlace(after.records[at] ?? {}),
  );
  const isWhole =
    after.records.length === before.records.length + records.length &&
    after.problems.length <= before.problems.length;
  return isKept && isWhole ? { edits } : { problem: BY_HAND };
}

/** A record as it can be read back once it is written down, and the names of the fields that it had to do without. */
export interface ReadableRecord {
  readonly record: NewRecord;
  readonly unread: readonly string[];
}

/**
 * Records without the fields that sources.yaml would be told of as wrong, such as a date without a year: one of them must not
 * keep the others out. Undefined for a record that cannot be read at all.
 */
export function readable(records: readonly NewRecord[]): readonly (ReadableRecord | undefined)[] {
  if (isReadable(records)) return records.map((record) => ({ record, unread: [] }));
  return records.map((record) => {
    if (isReadable([record])) return { record, unread: [] };
    const { id, type, ...others } = record.item;
    const unread = Object.keys(others).filter(
      (name) => !isReadable([{ item: { id, type, [name]: others[name] } }]),
    );
    const kept = Object.entries(others).filter(([name]) => !unread.includes(name));
    const rest = { ...record, item: { id, type, ...Object.fromEntries(kept) } };
    return isReadable([rest]) ? { record: rest, unread } : undefined;
  });
}

function isReadable(records: readonly NewRecord[]): boolean {
  const read = readSources(yamlLines(records.map(fieldsOf)).join('\n'));
  return read.problems.length === 0 && read.records.length === records.length;
}

/** In the order in which a person would write them. */
function fieldsOf({ item, file }: NewRecord): RecordToAdd {
  const { id, type, title, author, issued, ...others } = item;
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => isCsl(name)));
  const date = issued === undefined ? undefined : (isoDate(issued) ?? issued);
  return {
    ...{ id, type },
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { issued: date }),
    ...rest,
    ...(file !== undefined && { file }),
  };
}

/** Not what libraries keep for themselves: `_graph`, `citation-key`, notes of their own. */
const isCsl = (name: string): boolean =>
  /^[A-Za-z][A-Za-z-]*$/.test(name) && !/^(?:citation-key|citation-label|custom|file)$/.test(name);

/** As people write dates; undefined for what such a date cannot say. */
function isoDate(issued: unknown): string | number | undefined {
  const { 'date-parts': parts, ...others } = issued as {
    readonly 'date-parts'?: readonly (readonly unknown[])[];
  };
  if (!parts || parts.length !== 1 || Object.keys(others).length > 0) return undefined;
  const [year, ...rest] = (parts[0] ?? []).map(Number);
  if (year === undefined || ![year, ...rest].every(Number.isInteger) || year < 1000) return undefined;
  return rest.length === 0
    ? year
    : [String(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
