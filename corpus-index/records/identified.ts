import { LineIndex } from '../text/line-index';
import type { RecordProblem } from './problem';
import { RecordReader } from './record-reader';
import type { YamlText, YamlValue } from './yaml-value';

/** A record that has an id. */
export interface Identified {
  readonly id: YamlText;
  readonly reader: RecordReader;
}

/** The entries that are records with an id of their own; of two with one id the first. */
export function identify(
  entries: readonly YamlValue[],
  text: string,
  problems: RecordProblem[],
): Identified[] {
  const records = entries.flatMap((entry) => identifyOne(entry, problems) ?? []);
  const byId = new Map<string, Identified[]>();
  for (const record of records) {
    const same = byId.get(record.id.text);
    if (same) same.push(record);
    else byId.set(record.id.text, [record]);
  }
  const duplicates = [...byId.values()].filter((same) => same.length > 1);
  if (duplicates.length > 0) reportDuplicates(duplicates, new LineIndex(text));
  return [...byId.values()].flatMap(([first]) => first ?? []);
}

function identifyOne(entry: YamlValue, problems: RecordProblem[]): Identified | undefined {
  if (entry.kind !== 'map') {
    const message = 'This entry is no record: write `- id: ...` and below it one `name: value` on each line.';
    problems.push({ code: 'record-shape', severity: 'error', message, span: entry.span });
    return undefined;
  }
  const reader = new RecordReader(entry, problems);
  const id = reader.text('id');
  if (id) return { id, reader };
  const span = { start: entry.span.start, end: entry.fields[0]?.span.end ?? entry.span.end };
  reader.report('record-shape', 'error', span, 'This record has no id and is left out: give it an `id:`.');
  return undefined;
}

function reportDuplicates(duplicates: readonly (readonly Identified[])[], lines: LineIndex): void {
  const lineOf = (record: Identified): number => lines.at(record.id.span.start).line;
  const change = 'give the other an id of its own';
  const report = ({ id, reader }: Identified, message: string): void => {
    reader.report('duplicate-id', 'error', id.span, `The id \`${id.text}\` ${message}: ${change}.`);
  };
  for (const [first, second, ...more] of duplicates) {
    if (!first || !second) continue;
    report(first, `stands in line ${lineOf(second)} too. Only this record is used`);
    const line = lineOf(first);
    for (const other of [second, ...more])
      report(other, `stands in line ${line} already. Only the record there is used`);
  }
}
