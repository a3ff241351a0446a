import { parseReferences } from './citation-js';

type Item = Readonly<Record<string, unknown>>;

/** The items of a BibTeX or BibLaTeX file. An entry that cannot be read is named, and keeps no others out. */
export function readBibtex(text: string): {
  readonly entries: readonly Item[];
  readonly notes: readonly string[];
} {
  const { entries, notes } = parse(text);
  const and = entries.flatMap((entry) => (endsWithOthers(entry) ? [String(entry['id'])] : []));
  return {
    entries: entries.map(withNamesAsMeant),
    notes: [
      ...notes,
      ...and.map(
        (key) =>
          `@${key} names some of its people and then “and others”: only those named go in. Add the rest if you know them.`,
      ),
    ],
  };
}

function parse(text: string): { readonly entries: readonly Item[]; readonly notes: readonly string[] } {
  const whole = attempt(text);
  return whole ? { entries: whole, notes: [] } : oneByOne(text);
}

interface Piece {
  readonly text: string;
  readonly key: string | undefined;
  readonly line: number;
}

/** Each entry by itself, with the abbreviations of the file; those that can be read then together, as they refer to each other. */
function oneByOne(text: string): { readonly entries: readonly Item[]; readonly notes: readonly string[] } {
  const pieces = piecesOf(text);
  const strings = pieces
    .filter((piece) => piece.key === undefined && attempt(piece.text) !== undefined)
    .map((piece) => piece.text)
    .join('');
  const read = pieces
    .filter(({ key }) => key !== undefined)
    .map((piece) => ({ piece, entries: attempt(strings + piece.text) }));
  const good = read.filter(({ entries }) => entries !== undefined && entries.length > 0);
  const together = attempt(strings + good.map(({ piece }) => piece.text).join(''));
  return {
    entries: together ?? good.flatMap(({ entries }) => entries ?? []),
    notes: read
      .filter((one) => !good.includes(one))
      .map(
        ({ piece: { key, line } }) =>
          `@${key ?? ''} (line ${line}) cannot be read, so it is left out: look for a brace, a quotation mark or a comma that is missing there.`,
      ),
  };
}

/** What stands from one `@type{` at the start of a line to the next; what is no entry has no key. */
function piecesOf(text: string): Piece[] {
  const starts = [...text.matchAll(/^[ \t]*@[ \t]*([a-z]+)\s*[{(]\s*([^\s,{}"=]*)/gim)];
  return starts.map(({ index, 1: type = '', 2: key = '' }, at) => ({
    text: text.slice(index, starts[at + 1]?.index),
    key: /^(?:string|preamble|comment)$/i.test(type) ? undefined : key,
    line: text.slice(0, index).split('\n').length,
  }));
}

function attempt(text: string): readonly Item[] | undefined {
  try {
    return parseReferences(text, '@biblatex/text');
  } catch {
    // What the parser says names no entry and counts lines from the one that is broken: the caller says where.
    return undefined;
  }
}

const endsWithOthers = (item: Item): boolean =>
  Object.values(item).some((names) => Array.isArray(names) && names.length > 1 && isOthers(names.at(-1)));

/** CSL has no word for `and others`; a name of one part with a space in it stood in braces, as institutions do. */
const withNamesAsMeant = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([field, value]) => [
      field,
      Array.isArray(value) && field !== '_graph'
        ? (isOthers(value.at(-1)) && value.length > 1 ? value.slice(0, -1) : value).map(asMeant)
        : value,
    ]),
  );

const isOthers = (name: unknown): boolean =>
  typeof name === 'object' &&
  name !== null &&
  Object.keys(name).length === 1 &&
  (name as { readonly family?: unknown }).family === 'others';

function asMeant(name: unknown): unknown {
  if (typeof name !== 'object' || name === null) return name;
  const { family, ...rest } = name as { readonly family?: unknown };
  const isWhole = typeof family === 'string' && family.includes(' ') && Object.keys(rest).length === 0;
  return isWhole ? { literal: family } : name;
}
