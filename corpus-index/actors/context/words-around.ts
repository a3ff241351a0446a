import { titleWords } from './title-words';

/** A word that stands right before or behind a name: only spaces, and no more than one line break, between. */
export interface Neighbour {
  readonly word: string;
  /** Lower case, without diacritics, apostrophes and periods, and without a possessive 's. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** `capital`: Tehran; `upper`: CIA, MPs, W; `lower`: all else. */
  readonly shape: 'capital' | 'upper' | 'lower';
  readonly possessive: boolean;
  /** Whether a period follows. */
  readonly period: boolean;
}

/** The word before an offset; none where a sentence ends between. */
export function wordBefore(text: string, offset: number): Neighbour | undefined {
  const end = skipSpaces(text, offset, -1);
  if (end === offset || end < 0) return undefined;
  let start = end;
  while (start > 0 && end - start < LONGEST && isWordUnit(text, start - 1)) start--;
  while (start < end && !isFirstUnit(text, start)) start++;
  if (start === end) return undefined;
  const word = text.slice(start, end);
  return word.endsWith('.') && !isAbbreviation(word) ? undefined : neighbour(word, start);
}

/** The word behind an offset. */
export function wordBehind(text: string, offset: number): Neighbour | undefined {
  const start = skipSpaces(text, offset, 1);
  if (start === offset || start < 0 || !isFirstUnit(text, start)) return undefined;
  let end = start;
  while (end < text.length && end - start < LONGEST && isWordUnit(text, end)) end++;
  while (end > start && text.charAt(end - 1) === '-') end--;
  return neighbour(text.slice(start, end), start);
}

/** A longer word is none. */
const LONGEST = 40;
const SPACE = 0x20;
const BEYOND_ASCII = 0x7f;
const SPACES = ' \t\u00a0\u202f';
const BREAKS = '\n\r';

/** Passes over spaces and at most one line break; -1 where there are more. */
function skipSpaces(text: string, offset: number, step: 1 | -1): number {
  let breaks = 0;
  for (let at = offset; ; at += step) {
    const unit = text.charCodeAt(step === 1 ? at : at - 1);
    if (unit === SPACE) continue;
    if (unit > SPACE && unit < BEYOND_ASCII) return at;
    const character = text.charAt(step === 1 ? at : at - 1);
    if (character === '') return at;
    if (SPACES.includes(character)) continue;
    if (!BREAKS.includes(character)) return at;
    // "\r\n" is one.
    if (character === '\n' ? ++breaks > 1 : text[step === 1 ? at + 1 : at] !== '\n') return -1;
  }
}

const APOSTROPHES = "'’ʿʾ";
const IN_WORDS = /[\p{L}\p{M}\p{N}]/u;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/u;

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return isPlainWordUnit(unit) || unit === 0x27 || unit === 0x2d || unit === 0x2e;
  return APOSTROPHES.includes(text.charAt(at)) || IN_WORDS.test(text.charAt(at));
}

function isFirstUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? isPlainWordUnit(unit) : LETTERS_AND_DIGITS.test(text.charAt(at));
}

const isPlainWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

const ALL_INITIALS = /^(?:\p{L}\.)+$/u;

/** Whether the period behind a word is its own and ends no sentence. */
const isAbbreviation = (word: string): boolean =>
  ALL_INITIALS.test(word) || titleWords.has(word.slice(0, -1).toLowerCase());

const HAS_APOSTROPHE = /['’]/;
const PERIODS_BEHIND = /\.+$/;
const POSSESSIVE = /['’][sS]?$/;

function neighbour(written: string, start: number): Neighbour {
  const end = start + written.length;
  // Most are such words.
  const isSmall = PLAIN.test(written);
  if (isSmall || PLAIN_CAPITAL.test(written))
    return {
      word: written,
      folded: isSmall ? written : written.toLowerCase(),
      start,
      end,
      shape: isSmall ? 'lower' : 'capital',
      possessive: false,
      period: false,
    };
  const bare = written.endsWith('.') ? written.replace(PERIODS_BEHIND, '') : written;
  const word = HAS_APOSTROPHE.test(bare) ? bare.replace(POSSESSIVE, '') : bare;
  return {
    word,
    folded: foldNeighbour(word),
    start,
    end,
    shape: shapeOf(word),
    possessive: word !== bare,
    period: bare !== written,
  };
}

const PLAIN = /^[a-z]+$/;
const PLAIN_CAPITAL = /^[A-Z][a-z]+$/;
const FOLDED_AWAY = /[\p{M}'’ʿʾ.]/gu;

const foldNeighbour = (word: string): string =>
  PLAIN.test(word) ? word : word.normalize('NFD').replace(FOLDED_AWAY, '').toLowerCase();

const FIRST_CAPITAL = /^\p{Lu}/u;
const ONE_CAPITAL = /^\p{Lu}[\p{Ll}\p{M}'’ʿʾ]+(?:$|-|\p{Lu}\p{Ll})/u;

function shapeOf(word: string): Neighbour['shape'] {
  if (PLAIN.test(word) || !FIRST_CAPITAL.test(word)) return 'lower';
  return ONE_CAPITAL.test(word) ? 'capital' : 'upper';
}

const OPENING =
  /(?:^|[.!?…:;•*|—–-]["'”’)\]]*|["“„«‘([{]|\n[ \t]*\n|\n[ \t]*(?:[-*•]|\d+[.)])?)[\s"“„«‘([]*$/u;
/** Periods behind these end no sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Amb|vs|No|[a-z]\.[a-z])\.\s*$/u;

/** Whether a word at this offset has its capital from the beginning of a sentence, a line of its own or a quotation. */
export function beginsSentence(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  if (before.trim() === '') return true;
  return OPENING.test(before) && !ABBREVIATED.test(before);
}

const LONGER_WORDS = /\p{L}[\p{L}\p{M}'’]{3,}/gu;
/** Where more of the longer words have capitals, it is a heading, and capitals tell nothing. */
const HEADING_PART = 0.75;
const FEWEST_WORDS = 3;
const LONGEST_HEADING = 200;
/** No heading ends so; a line with several commas is a list of names. */
const SENTENCE_OR_LIST = /[.;,]\s*$|,.*,/u;

/** Whether a stretch stands in a line that is capitalised like a heading. */
export function isInHeading(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  if (to - from > LONGEST_HEADING || SENTENCE_OR_LIST.test(text.slice(from, to))) return false;
  const others = `${text.slice(from, start)} ${text.slice(end, to)}`.match(LONGER_WORDS) ?? [];
  const capitals = others.filter((word) => FIRST_CAPITAL.test(word)).length;
  return others.length >= FEWEST_WORDS && capitals / others.length >= HEADING_PART;
}
