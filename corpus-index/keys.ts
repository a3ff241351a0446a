import { familyName } from './records/display-name';
import { words } from './text/words';
import type { SourceMetadata, SourceText } from './passages/source';

/** Words that say nothing of what a title is about: too short to tell two apart. */
const SHORTEST_TITLE_WORD = 4;

/**
 * Keys for sources that no record names, in the order given: family name or site, and year; the file's name
 * where neither is stated. Where two would get one key, each gets a longer one: a word of the title, the file's name, its
 * folders', its ending. So a citation of the old key fails loudly and never points at the newcomer. Paths that differ in
 * nothing that a key can hold are numbered, in the order of the paths. No two keys are alike, and none is in `taken`.
 */
export function deriveKeys(sources: readonly SourceText[], taken: ReadonlySet<string>): string[] {
  const keys = new Map<SourceText, string>();
  const spent = new Set(taken);
  let open = sources;
  for (const form of FORMS) {
    if (open.length === 0) break;
    const wanted = open.map((source) => form(source));
    const counts = countEach(wanted);
    const free = wanted.map((key) => counts.get(key) === 1 && !spent.has(key));
    open.forEach((source, at) => free[at] && keys.set(source, wanted[at] ?? ''));
    for (const key of wanted) spent.add(key);
    open = open.filter((_, at) => !free[at]);
  }
  const byPath = [...open].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const source of byPath) keys.set(source, numbered(longestKey(source), spent));
  return sources.map((source) => keys.get(source) ?? '');
}

/** From the shortest to the longest. */
const FORMS: readonly ((source: SourceText) => string)[] = [
  (source) => plainKey(source),
  (source) => `${plainKey(source)}${titleWord(source.metadata)}`,
  (source) => joined(baseKey(source.metadata), fileKey(source.path)),
  (source) => joined(baseKey(source.metadata), ...foldersOf(source.path).slice(-1), fileKey(source.path)),
  (source) => joined(baseKey(source.metadata), ...foldersOf(source.path), fileKey(source.path)),
  (source) => longestKey(source),
];

const longestKey = ({ metadata, path }: SourceText): string =>
  joined(baseKey(metadata), ...foldersOf(path), fileKey(path), endingOf(path));

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('-');

/** The first of `key-1`, `key-2`, ... that is not spent yet, and is then. */
function numbered(key: string, spent: Set<string>): string {
  for (let number = 1; ; number++) {
    const fresh = `${key}-${number}`;
    if (spent.has(fresh)) continue;
    spent.add(fresh);
    return fresh;
  }
}

function countEach(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const plainKey = ({ metadata, path }: SourceText): string => baseKey(metadata) ?? fileKey(path);

/** Keys are derived anew whenever a folder changes, and of most sources nothing has. */
const baseKeys = new WeakMap<SourceMetadata, string>();

function baseKey(metadata: SourceMetadata): string | undefined {
  const known = baseKeys.get(metadata) ?? readBaseKey(metadata);
  baseKeys.set(metadata, known);
  return known === '' ? undefined : known;
}

function readBaseKey({ author, site, issued }: SourceMetadata): string {
  const name = author[0] === undefined ? ascii(site ?? '') : ascii(lastName(author[0]));
  return name === '' ? '' : name + (/^\d+/.exec(issued ?? '')?.[0].slice(0, 4) ?? '');
}

/** Without particles: keys are short. */
const lastName = (name: string): string => familyName(name).split(/\s+/).at(-1) ?? '';

const ascii = (name: string): string =>
  words(name)
    .map((word) => word.term)
    .join('')
    .replace(/[^a-z0-9]/g, '');

function titleWord({ title }: SourceMetadata): string {
  const word = words(title ?? '').find(
    ({ term }) => term.length >= SHORTEST_TITLE_WORD && /^[a-z]+$/.test(term),
  );
  return word?.term ?? '';
}

/** The file's name without its ending. */
function fileKey(path: string): string {
  const name = (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');
  return keyPart(name) || 'source';
}

const foldersOf = (path: string): string[] => path.split('/').slice(0, -1).map(keyPart);

const endingOf = (path: string): string => keyPart(/\.([^./]+)$/.exec(path)?.[1] ?? '');

/** In characters that a pandoc key may have, single marks between letters and digits only. */
const keyPart = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
