import { fold, type Source } from '#corpus-index';
import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { shortReference } from '../reference';
import type { CompletionContext, CompletionItem, Completions } from './completion';

/** What stands between the `@` and the cursor: the beginning of a key, or, in a bracket, words of an author or title. */
const TYPED_KEY = /(^|[^\p{L}\p{N}\\])@\{?([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u;
const TYPED_WORDS = /\[[^[\]\n]*?@([\p{L}\p{N}][\p{L}\p{N}\p{M}’'. -]*)$/u;

/** Longest text looked back at, in UTF-16 code units. */
const REACH = 120;

/** So many sources are offered at once: more are a long list to send at each letter, and typing goes on to others. */
const MOST_OFFERED = 200;

/** Behind an `@`: every key, found by key, author or title; behind them those of the shared corpus that begin as typed. */
export function completeKey(
  { corpus, sharedKeys }: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const typed = typedKey(draft, offset);
  if (typed === undefined) return undefined;
  const replace = { start: offset - typed.length, end: offset };
  const own = new Set(corpus.keys);
  const isCut = own.size > MOST_OFFERED && !/\s/.test(typed);
  const offered = isCut ? likeliest(corpus, own, typed) : [...own];
  const items = [
    ...offered.map((key) => keyItem(key, corpus.source(key), corpus.record(key)?.title ?? '', replace)),
    ...(sharedKeys ?? []).filter(({ key }) => !own.has(key)).map((shared) => sharedItem(shared, replace)),
  ];
  if (!/\s/.test(typed)) return { items, incomplete: isCut || sharedKeys !== undefined };
  const named = items.filter((item) => hasWords(item.filterText, typed));
  return named.length === 0
    ? undefined
    : { items: named.map((item) => ({ ...item, filterText: typed })), incomplete: true };
}

/** Keys that begin as typed; then those of whose author or title a word does; then all in which the typed letters follow each other. */
function likeliest(corpus: CompletionContext['corpus'], keys: Iterable<string>, typed: string): string[] {
  const wanted = typed.toLowerCase();
  const ranked: string[][] = [[], [], []];
  for (const key of keys) {
    const source = corpus.source(key);
    const named = [...(source?.author ?? []), source?.title ?? corpus.record(key)?.title ?? ''].join(' ');
    const rank = rankOf(wanted, key.toLowerCase(), named.toLowerCase());
    if (rank !== undefined) ranked[rank]?.push(key);
  }
  return ranked.flat().slice(0, MOST_OFFERED);
}

function rankOf(wanted: string, key: string, named: string): 0 | 1 | 2 | undefined {
  if (key.startsWith(wanted)) return 0;
  if (named.startsWith(wanted) || named.includes(` ${wanted}`)) return 1;
  return hasInOrder(`${key} ${named}`, wanted) ? 2 : undefined;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** What stands behind an `@` in front of the cursor, as the beginning of a key; undefined where there is none. */
export function typedKey({ text }: Draft, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  return TYPED_KEY.exec(before)?.[2] ?? TYPED_WORDS.exec(before)?.[1];
}

const sharedItem = (
  { key, title }: { readonly key: string; readonly title: string },
  replace: CompletionItem['replace'],
): CompletionItem => ({
  label: key,
  kind: 'source',
  detail: title,
  documentation: 'In the shared corpus.',
  filterText: `${key} ${title}`,
  sortText: `~${key}`,
  replace,
  newText: key,
});

function keyItem(
  key: string,
  source: Source | undefined,
  recorded: string,
  replace: CompletionItem['replace'],
): CompletionItem {
  const title = source?.title ?? recorded;
  const about = source
    ? `${shortReference(source)} · ${source.passages.length} paragraphs`
    : 'The text of this source is not among the sources.';
  return {
    label: key,
    kind: 'source',
    detail: title,
    documentation: escapeMarkdown(about),
    filterText: [key, ...(source?.author ?? []), title].join(' '),
    sortText: key,
    replace,
    newText: key,
  };
}

/** Whether each typed word begins a word of the text, however it is accented. */
function hasWords(text: string, typed: string): boolean {
  const known = fold(text).split(' ');
  return fold(typed)
    .split(' ')
    .every((word) => known.some((one) => one.startsWith(word)));
}
