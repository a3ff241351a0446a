import { cslDate } from './csl-date';
import { cslNames } from './csl-name';
import type { Identified } from './identified';
import { identify } from './identified';
import { inOrder } from './in-order';
import type { RecordProblem } from './problem';
import type { RecordReader } from './record-reader';
import { plainTexts } from './record-reader';
import type { SourceRecord } from './source-record';
import { readRecords } from './yaml-records';

export interface SourcesFile {
  /** In the order of the file; each id once. */
  readonly records: readonly SourceRecord[];
  /** In the order of the file. */
  readonly problems: readonly RecordProblem[];
}

/** What of a record is this program's own. */
const NOT_CSL: ReadonlySet<string> = new Set(['file', 'custom']);

/**
 * Reads sources.yaml: CSL YAML, a `references:` list or a bare one. Never throws: a broken record or
 * field becomes a problem at its place, the others count. Of two records with one id the first does.
 */
export function readSources(yamlText: string): SourcesFile {
  const { entries, problems: syntax } = readRecords(yamlText, 'references');
  const problems = [...syntax];
  const records = identify(entries, yamlText, problems).map(sourceRecord);
  return { records, problems: inOrder(problems, yamlText) };
}

function sourceRecord({ id, reader }: Identified): SourceRecord {
  const custom = reader.record('custom');
  return {
    id: id.text,
    span: id.span,
    author: authors(reader),
    ...present('file', fileOf(reader) ?? (custom && fileOf(custom))),
    ...present('type', reader.text('type')?.text),
    ...present('title', reader.text('title')?.text),
    ...present('issued', issued(reader)),
    ...present('containerTitle', reader.text('container-title')?.text),
    ...present('url', reader.text('URL')?.text),
    ...present('language', reader.text('language')?.text),
    ...(custom && fromCustom(custom)),
    csl: reader.rest(NOT_CSL),
  };
}

function fromCustom(custom: RecordReader): Partial<SourceRecord> {
  const passages = custom.record('passages');
  return {
    ...present(
      'reliability',
      coded(
        custom,
        'reliability',
        /^[A-F]$/,
        'a letter from A (completely reliable) to F (cannot be judged)',
      ),
    ),
    ...present(
      'credibility',
      coded(custom, 'credibility', /^[1-6]$/, 'a digit from 1 (confirmed) to 6 (cannot be judged)'),
    ),
    ...(passages && {
      passages: { keep: plainTexts(passages.texts('keep')), drop: plainTexts(passages.texts('drop')) },
    }),
  };
}

/** With `/` between folders, also where the record was written on Windows. */
const fileOf = (reader: RecordReader): string | undefined =>
  reader
    .text('file')
    ?.text.replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');

function authors(reader: RecordReader): SourceRecord['author'] {
  const value = reader.value('author');
  if (value === undefined) return [];
  const expected = 'a name has `family:` and `given:`, or `literal:`';
  return cslNames(value, (wrong) => {
    reader.wrong('author', wrong, expected);
  });
}

function issued(reader: RecordReader): string | undefined {
  const value = reader.value('issued');
  const date = value && cslDate(value);
  if (value && date === undefined)
    reader.wrong('issued', value, 'write a date such as 2014-03-24, 2014-03 or 2014');
  return date;
}

/** A field of the Admiralty code. */
function coded(reader: RecordReader, name: string, code: RegExp, expected: string): string | undefined {
  const value = reader.text(name);
  if (value === undefined || code.test(value.text)) return value?.text;
  reader.wrong(name, value, `the Admiralty code has ${expected}`);
  return undefined;
}

/** The property, unless there is nothing to put there. */
function present<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}
