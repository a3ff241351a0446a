import { AhoCorasick } from '@monyone/aho-corasick/fast';

/** A name of actors as it stands in a text: whole words, the longest from left to right, none over another. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly string[];
}

/** What a peer finds in a text. */
export type Search = (text: string) => FoundName[];

/** The actors by the names that they bear. */
export type Bearers = ReadonlyMap<string, readonly string[]>;

/** One RegExp of all names, the longest first. */
export function regExp(bearers: Bearers): Search {
  const longestFirst = [...bearers.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g');
  return (text) => {
    const found: FoundName[] = [];
    for (let match = pattern.exec(text); match; match = pattern.exec(text))
      found.push({ start: match.index, end: pattern.lastIndex, actors: bearers.get(match[0]) ?? [] });
    return found;
  };
}

/** The fastest of the maintained Aho-Corasick packages, as a double array. It finds parts of words, too: these are passed over. */
export function ahoCorasick(bearers: Bearers): Search {
  const automaton = new AhoCorasick([...bearers.keys()]);
  return (text) => {
    const whole = automaton.matchInText(text).filter(({ begin, end }) => !cutsWord(text, begin, end));
    whole.sort((a, b) => a.begin - b.begin || b.end - a.end);
    const found: FoundName[] = [];
    for (const { begin, end, keyword } of whole)
      if (begin >= (found.at(-1)?.end ?? 0))
        found.push({ start: begin, end, actors: bearers.get(keyword) ?? [] });
    return found;
  };
}

const WORD = /\w/;

const cutsWord = (text: string, start: number, end: number): boolean =>
  WORD.test(text.charAt(start - 1)) || WORD.test(text.charAt(end));

/**
 * A peer that finds a name in other capitals and without its diacritics, as `findMentions` does: the fair comparison, for it
 * finds the same names. As written only, it does not see "AL-QAEDA" or "Müller" for "Muller".
 */
export function folding(peer: (bearers: Bearers) => Search, bearers: Bearers): Search {
  const byFolded = new Map<string, string[]>();
  for (const [name, actors] of bearers) {
    const known = byFolded.get(folded(name));
    if (known) known.push(...actors);
    else byFolded.set(folded(name), [...actors]);
  }
  const search = peer(byFolded);
  return (text) => {
    const found = search(folded(text));
    return found.length === 0 ? found : inOriginal(found, text);
  };
}

/** What was found in a folded text, by its offsets in the text itself: folded one by one, its characters tell where they went. */
function inOriginal(found: readonly FoundName[], text: string): FoundName[] {
  if (ASCII.test(text)) return [...found];
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = folded(character).length; unit > 0; unit--) starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return found.map(({ start, end, actors }) => ({
    start: starts[start] ?? at,
    end: starts[end] ?? at,
    actors,
  }));
}

// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

const folded = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
