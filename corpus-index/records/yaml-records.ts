import type { Node } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { Span } from '../text/span';
import type { RecordProblem } from './problem';
import type { Block } from './yaml-blocks';
import { fieldBlocks, recordBlocks } from './yaml-blocks';
import type { ParsedYaml } from './yaml-parse';
import { parseYaml } from './yaml-parse';
import type { SyntaxError } from './yaml-problems';
import { syntaxProblem } from './yaml-problems';
import type { YamlField, YamlMap, YamlValue } from './yaml-value';
import { readValue } from './yaml-value';

/** UTF-16 code units; a larger file is read up to the last record that ends before. */
const LARGEST_FILE = 10_000_000;
/** A parsed document takes some 75 times its text in memory: larger files are read record by record. */
const LARGEST_WHOLE = 1_000_000;

/** One mistake can make the parser stumble at every later line. */
const MOST_ERRORS = 100;

export interface YamlRecords {
  /** The entries of the list, whatever they are. */
  readonly entries: readonly YamlValue[];
  readonly problems: readonly RecordProblem[];
}

/**
 * The entries of a YAML file that is a list, or has one under `listName`. Never throws: where the file
 * does not parse, its records are read one by one, and where a record does not, its fields are.
 */
export function readRecords(text: string, listName: string): YamlRecords {
  if (text.length > LARGEST_FILE) return readTooLarge(text, listName);
  if (text.length > LARGEST_WHOLE) {
    const blocks = recordBlocks(text, listName);
    if (blocks.length > 0) return readBlockwise(text, blocks, []);
  }
  const whole = parseYaml(text);
  if (whole.errors.length === 0) return listOf(text, whole, listName);
  const blocks = recordBlocks(text, listName);
  if (blocks.length > 0) return readBlockwise(text, blocks, whole.errors);
  const { entries } = listOf(text, whole, listName);
  return { entries, problems: firstProblem(text, { start: 0, end: text.length }, whole.errors) };
}

function readTooLarge(text: string, listName: string): YamlRecords {
  const blocks = recordBlocks(text, listName);
  const read = blocks.filter((block) => block.end <= LARGEST_FILE);
  const at = blocks[read.length]?.start ?? 0;
  const message =
    `The file is larger than ${LARGEST_FILE / 1_000_000} million characters: the ${read.length} records before this ` +
    `place are read, the rest is not. Move what this workspace does not need out of \`${listName}:\`.`;
  const problem: RecordProblem = {
    code: 'record-shape',
    severity: 'error',
    message,
    span: { start: at, end: at + 1 },
  };
  const { entries, problems } = readBlockwise(text, read, []);
  return { entries, problems: [...problems, problem] };
}

/** Reads each block by itself; errors of the whole file count where no block is at fault. */
function readBlockwise(text: string, blocks: readonly Block[], errors: readonly SyntaxError[]): YamlRecords {
  const read = blocks.map((block) => readBlock(text, block));
  const problems = read.flatMap((block) => block.problems);
  const last = text.trimEnd().length;
  const inBlock = (at: number): boolean => blocks.some(({ start, end }) => start <= at && at < end);
  // An error at the very end is one of the blocks' own: something that was not closed.
  const outside = errors.slice(0, MOST_ERRORS).filter(({ pos: [at] }) => at < last && !inBlock(at));
  const all = { start: 0, end: text.length };
  const own = outside.length > 0 || problems.length > 0 ? outside : errors;
  return {
    entries: read.flatMap((block) => block.entries),
    problems: [...problems, ...firstProblem(text, all, own)],
  };
}

function readBlock(text: string, block: Span): YamlRecords {
  const parsed = parseYaml(text.slice(block.start, block.end));
  const document = parsed.documents[0];
  if (parsed.errors.length > 0 || !document || !isSeq(document.contents))
    return readFieldwise(text, block, parsed.errors);
  return {
    entries: document.contents.items.map((item) => readValue(item as Node, document, block.start)),
    problems: [],
  };
}

function readFieldwise(text: string, block: Span, errors: readonly SyntaxError[]): YamlRecords {
  const fields: YamlField[] = [];
  const problems: RecordProblem[] = [];
  for (const field of fieldBlocks(text, block)) {
    if (problems.length >= MOST_ERRORS) break;
    const parsed = parseYaml(text.slice(field.start, field.end));
    const document = parsed.documents[0];
    const good = parsed.errors.length === 0 && document && isMap(document.contents);
    if (good) fields.push(...(readValue(document.contents, document, field.start) as YamlMap).fields);
    else problems.push(...firstProblem(text, field, parsed.errors), ...notAField(text, field, parsed));
  }
  const entry: YamlMap = { kind: 'map', fields, span: { start: block.start, end: block.end } };
  return { entries: [entry], problems: problems.length > 0 ? problems : firstProblem(text, block, errors) };
}

function notAField(text: string, field: Span, parsed: ParsedYaml): RecordProblem[] {
  if (parsed.errors.length > 0) return [];
  const end = field.start + text.slice(field.start, field.end).trimEnd().length;
  const message =
    'This line is no `name: value`: write the name and a colon before it, or indent it to the text above.';
  return [{ code: 'yaml-syntax', severity: 'error', message, span: { start: field.start, end } }];
}

function firstProblem(text: string, block: Span, errors: readonly SyntaxError[]): RecordProblem[] {
  const first = errors[0];
  return first ? [syntaxProblem(text, block, first)] : [];
}

/** The list in parsed documents: at the top, or under its name. */
function listOf(text: string, { documents }: ParsedYaml, listName: string): YamlRecords {
  const entries: YamlValue[] = [];
  const problems: RecordProblem[] = [];
  for (const document of documents) {
    const top = readValue(document.contents, document, 0);
    const value = top.kind === 'map' ? top.fields.find(({ name }) => name === listName)?.value : top;
    if (value?.kind === 'list') entries.push(...value.items);
    else if (value?.kind !== 'empty') problems.push(noList(text, value ?? top, listName));
  }
  return { entries, problems };
}

function noList(text: string, { span }: YamlValue, listName: string): RecordProblem {
  const lineEnd = text.indexOf('\n', span.start);
  return {
    code: 'record-shape',
    severity: 'error',
    message: `There is no list of records here: write \`${listName}:\` and below it one entry, \`- id: ...\`, for each.`,
    span: { start: span.start, end: lineEnd === -1 ? span.end : Math.min(span.end, lineEnd) },
  };
}
