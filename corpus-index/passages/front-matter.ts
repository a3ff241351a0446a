import { parseDocument } from 'yaml';
import { displayName } from '../records/display-name';
import { readDate } from './dates';
import type { SourceMetadata } from './source';

/** Names that people and programs give these properties, the usual ones first. */
const PROPERTIES = {
  key: ['citation-key', 'citekey', 'key'],
  title: ['title', 'headline'],
  author: ['author', 'authors', 'creator', 'by'],
  issued: ['date', 'issued', 'published', 'created'],
  site: ['site', 'container-title', 'publisher', 'publication', 'website'],
  url: ['url', 'source', 'link', 'canonical'],
  language: ['lang', 'language'],
} as const;

/** What the YAML between the dashes states of a source; what has another shape is as if it were not there. */
export function readFrontMatter(yaml: string): SourceMetadata {
  const value = valueOf(yaml.replace(/^(?:---[ \t]*\r?\n)|(?:\r?\n(?:---|\.\.\.)[ \t]*)\s*$/g, ''));
  if (typeof value !== 'object' || value === null) return { author: [] };
  const first = (names: readonly string[]): unknown =>
    names
      .map((name) => (value as Record<string, unknown>)[name])
      .find((one) => one !== undefined && one !== null);
  const text = (names: readonly string[]): string | undefined => {
    const found = first(names);
    return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined;
  };
  const issued = isoDate(text(PROPERTIES.issued));
  const found = {
    key: text(PROPERTIES.key),
    title: text(PROPERTIES.title),
    site: text(PROPERTIES.site),
    url: text(PROPERTIES.url),
    language: text(PROPERTIES.language),
    issued,
  };
  return {
    author: namesOf(first(PROPERTIES.author)),
    ...Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined)),
  };
}

/** Aliases are not followed: a source's front matter has no need of them, and they can be made to explode. */
function valueOf(yaml: string): unknown {
  try {
    return parseDocument(yaml, { logLevel: 'error' }).toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

const isoDate = (text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : (readDate(text)?.iso ?? (/^\d{4}(?:-\d{2})?$/.test(text) ? text : undefined));

/** One name or a list of them, each a string or an object as CSL or Quarto has it. */
function namesOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : one.split(/\s+and\s+|\s*;\s*/);
    if (typeof one !== 'object' || one === null) return [];
    const { name, given, family, literal } = one as Record<string, unknown>;
    const parts = { given, family, literal: literal ?? (typeof name === 'string' ? name : undefined) };
    const strings = Object.fromEntries(Object.entries(parts).filter(([, part]) => typeof part === 'string'));
    const shown = displayName(strings);
    return shown === '' ? [] : [shown];
  });
}
