import { cslDateOf } from './csl-dates';
import type { CslItem } from './csl-item';

/** What writers are asked for, by the names that CSL has for it. */
const FIELDS = [
  'type',
  'title',
  'author',
  'issued',
  'container-title',
  'publisher',
  'publisher-place',
  'editor',
  'volume',
  'issue',
  'page',
  'DOI',
  'URL',
  'accessed',
] as const;
export type RecordField = (typeof FIELDS)[number];

export const isRecordField = (name: string): name is RecordField => FIELDS.some((field) => field === name);

const OF_EVERY_TYPE: readonly RecordField[] = ['title', 'author', 'issued'];

/** What a reference of a type is printed with, in the order in which it is asked for. */
const BY_TYPE: Readonly<Record<string, readonly RecordField[]>> = {
  webpage: ['container-title', 'URL', 'accessed'],
  'post-weblog': ['container-title', 'URL', 'accessed'],
  'article-newspaper': ['container-title', 'page', 'URL'],
  'article-magazine': ['container-title', 'page', 'URL'],
  'article-journal': ['container-title', 'volume', 'issue', 'page', 'DOI'],
  book: ['publisher', 'publisher-place'],
  chapter: ['container-title', 'editor', 'page', 'publisher', 'publisher-place'],
  report: ['publisher', 'URL'],
  thesis: ['publisher'],
};

/** The types that a person chooses from. */
export const RECORD_TYPES: readonly string[] = Object.keys(BY_TYPE);

/** The fields that a reference lacks for being printed in full. */
export const missingFields = (item: CslItem, type = item.type): readonly RecordField[] =>
  [...OF_EVERY_TYPE, ...(BY_TYPE[type] ?? [])].filter((name) => item[name] === undefined);

/** What a person entered for a field, as CSL has it; undefined for nothing. */
export function fieldValue(field: RecordField, entered: string): unknown {
  const text = entered.trim();
  if (text === '') return undefined;
  if (field === 'author' || field === 'editor') return namesOf(text);
  if (field === 'issued' || field === 'accessed') return /^\d{4}$/.test(text) ? Number(text) : dateOf(text);
  return text;
}

/** `Rowe, Anna; The Harbour Board`: what has no comma is an institution. */
const namesOf = (text: string): object[] =>
  text.split(/\s*;\s*/).flatMap((name): object[] => {
    if (name === '') return [];
    const [family = '', given = ''] = name.split(/\s*,\s*/, 2);
    return [given === '' ? { literal: name } : { family, given }];
  });

/** A date that CSL cannot read is printed as it stands. */
function dateOf(text: string): string | object {
  const date = cslDateOf(text);
  return date?.['date-parts'] ? text : { literal: text };
}
