/** A word that stands right before or behind a name: only spaces, and no more than one line break, between. */
export interface Neighbour {
  readonly word: string;
  /** Lower case, without diacritics and apostrophes, and without a possessive 's or a period. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** `capital`: Tehran; `upper`: CIA, MPs, W; `lower`: all else. */
  readonly shape: 'capital' | 'upper' | 'lower';
  readonly possessive: boolean;
  /** Whether a period follows. */
  readonly period: boolean;
}

/** A longer word is none. */
const LONGEST = 40;
const SPACES = ' \t\u00a0\u202f';

const isSpace = (character: string | undefined): boolean => character !== undefined && SPACES.includes(character);
const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** The word before an offset. */
export function wordBefore(text: string, offset: number): Neighbour | undefined {
  const end = skip(text, offset, -1);
  if (end === offset || end === undefined) return undefined;
  const before = text.slice(Math.max(0, end - LONGEST), end);
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʿʾ.-]*$/u.exec(before)?.[0];
  return word === undefined ? undefined : neighbour(word, end - word.length);
}

/** The word behind an offset. */
export function wordBehind(text: string, offset: number): Neighbour | undefined {
  const start = skip(text, offset, 1);
  if (start === offset || start === undefined) return undefined;
  const word = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʿʾ.-]*/u.exec(text.slice(start, start + LONGEST))?.[0];
  return word === undefined ? undefined : neighbour(word.replace(/[.-]+$/, (mark) => (mark === '.' ? mark : '')), start);
}

/** Passes over spaces and at most one line break. */
function skip(text: string, offset: number, step: 1 | -1): number | undefined {
  const at = (place: number) => text[step === 1 ? place : place - 1];
  let place = offset;
  let breaks = 0;
  for (; isSpace(at(place)) || isBreak(at(place)); place += step) {
    // "\r\n" is one.
    if (isBreak(at(place)) && !(at(place) === '\n' && at(place + step) === '\r' && step === -1) && ++breaks > 1)
      return undefined;
  }
  return place;
}

function neighbour(written: string, start: number): Neighbour {
  const period = written.endsWith('.');
  const bare = written.replace(/\.+$/, '');
  const word = bare.replace(/['’](?:s|S)?$/, '');
  return {
    word,
    folded: foldNeighbour(word),
    start,
    end: start + written.length,
    shape: shapeOf(word),
    possessive: word !== bare,
    period,
  };
}

const foldNeighbour = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’ʿʾ]/gu, '')
    .toLowerCase();

function shapeOf(word: string): Neighbour['shape'] {
  if (!/^\p{Lu}/u.test(word)) return 'lower';
  return /^\p{Lu}[\p{Ll}\p{M}'’ʿʾ]+(?:$|-|\p{Lu}\p{Ll})/u.test(word) ? 'capital' : 'upper';
}

const OPENING = /(?:^|[.!?…:;•*|—–-]["'”’)\]]*|["“„«‘(\[{]|\n[ \t]*\n|\n[ \t]*(?:[-*•]|\d+[.)])?)[\s"“„«‘(\[]*$/u;
/** Periods behind these end no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Amb|vs|No|[a-z]\.[a-z])\.\s*$/u;

/** Whether a word at this offset has its capital from the beginning of a sentence, a line of its own or a quotation. */
export function beginsSentence(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  if (before.trim() === '') return true;
  return OPENING.test(before) && !ABBREVIATED.test(before);
}

const BOUNDARY = /[.!?…\n]/;
/** Where more of the longer words have capitals, it is a heading, and capitals tell nothing. */
const HEADING_PART = 0.75;
const FEWEST_WORDS = 3;
const REACH = 300;

/** Whether a stretch stands in a heading, or a sentence that is capitalised like one. */
export function isInHeading(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < REACH && !BOUNDARY.test(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !BOUNDARY.test(text[to] ?? '')) to++;
  const others = `${text.slice(from, start)} ${text.slice(end, to)}`.match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? [];
  const capitals = others.filter((word) => /^\p{Lu}/u.test(word)).length;
  return others.length >= FEWEST_WORDS && capitals / others.length >= HEADING_PART;
}
