import { isMap, isScalar, isSeq, parseAllDocuments, stringify, type YAMLSeq } from 'yaml';
import { readSources } from '#corpus-index';
import type { NewRecord } from './plan-import';

/** Text to be put into sources.yaml at an offset: nothing that stands there is touched. */
export interface RecordsInsertion {
  readonly at: number;
  readonly text: string;
}

/**
 * How records are added to sources.yaml: at the end of its list, in its indentation, so that comments and order stay as they are.
 * What would come of it is read first: if a record of before were read otherwise, the reason is given instead.
 */
export function addRecords(yaml: string, records: readonly NewRecord[]): RecordsInsertion | string {
  const insertion = insertionInto(yaml, records);
  if (typeof insertion === 'string') return insertion;
  const changed = yaml.slice(0, insertion.at) + insertion.text + yaml.slice(insertion.at);
  const before = readSources(yaml).records.map(withoutPlace);
  const after = readSources(changed).records.map(withoutPlace);
  const isKept = before.every((record, at) => record === after[at]);
  return isKept && after.length === before.length + records.length ? insertion : UNEDITABLE;
}

const UNEDITABLE =
  'sources.yaml cannot be added to without changing what stands in it. Mend its problems, or write its list as lines that begin with "- id:".';

const withoutPlace = (record: object): string => JSON.stringify({ ...record, span: undefined });

function insertionInto(yaml: string, records: readonly NewRecord[]): RecordsInsertion | string {
  const parsed = parseAllDocuments(yaml);
  if (!Array.isArray(parsed) || parsed.length === 0)
    return { at: yaml.length, text: `${lineEnd(yaml)}references:\n${lines(records, '  ')}` };
  const [document] = parsed;
  if (!document || parsed.length > 1 || document.errors.length > 0) return UNEDITABLE;
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { at: yaml.length, text: `${lineEnd(yaml)}references:\n${lines(records, '  ')}` };
  const list = isMap(contents) ? contents.get('references') : contents;
  if (!isSeq(list) || list.flow === true || list.items.length === 0) return UNEDITABLE;
  return behindList(yaml, list, records);
}

/** Behind the last line of the list's last record. */
function behindList(yaml: string, list: YAMLSeq, records: readonly NewRecord[]): RecordsInsertion {
  const [start = 0, end = 0] = list.range ?? [];
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(yaml.slice(lineStart, start))?.[0] ?? '';
  const written = yaml.slice(0, end).trimEnd().length;
  const newline = yaml.indexOf('\n', written);
  const at = newline < 0 ? yaml.length : newline + 1;
  return { at, text: `${newline < 0 ? '\n' : ''}${lines(records, indent)}` };
}

const lineEnd = (yaml: string): string => (yaml === '' || yaml.endsWith('\n') ? '' : '\n');

const lines = (records: readonly NewRecord[], indent: string): string =>
  stringify(records.map(fieldsOf), { lineWidth: 0, indentSeq: true }).replace(/^(?=.)/gm, indent);

/** In the order in which a person would write them. */
function fieldsOf({ item, file }: NewRecord): object {
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

function isoDate(issued: unknown): string | undefined {
  const { 'date-parts': parts, ...others } = issued as {
    readonly 'date-parts'?: readonly (readonly unknown[])[];
  };
  if (!parts || parts.length !== 1 || Object.keys(others).length > 0) return undefined;
  const [year, ...rest] = (parts[0] ?? []).map(Number);
  if (year === undefined || ![year, ...rest].every(Number.isInteger) || year < 1000) return undefined;
  return [String(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
