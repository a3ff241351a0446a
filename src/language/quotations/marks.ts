/** What closes a quotation that a mark opens, in the typography of some language. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '＂': '＂',
  '״': '״',
  '“': '”',
  '„': '“”',
  '‟': '”',
  // The last for Hebrew and Arabic, where the mark that looks like 99 stands at the right.
  '”': '”“',
  '‘': '’',
  '‚': '‘’',
  '‛': '’',
  '’': '’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '〝': '〞〟',
  '｢': '｣',
  '❝': '❞',
  ',,': '“”"',
};

/** What closes it where a writer or an editor mixed straight and curly marks. */
const MIXED_CLOSERS: Readonly<Record<string, string>> = {
  '"': '”',
  '“': '"',
  '„': '"',
  '‘': "'",
  '‚': "'",
  "'": '’',
};

/** Marks that begin and end alike, so that only what stands around them tells which. */
const STRAIGHT = new Set(['"', "'", '＂', '״']);
/** Marks that close in most languages and open in some (Swedish ”ord”, German »Wort«). */
const USUALLY_CLOSING = new Set(['”', '’', '»', '›']);
const ONLY_CLOSING = new Set(['」', '』', '〞', '〟', '｣', '❞']);
/** Single marks, which are apostrophes as well. */
const SINGLE = new Set(["'", '’', '‘']);

/** As TeX has it, ``words'': each is two characters. */
export const TEX_OPENING = '``';
export const TEX_CLOSING = "''";
/** As typewriters had „. */
export const LOW_COMMAS = ',,';

export const QUOTATION_MARKS = /``|''|,,|["'“”„‟‘’‚‛«»‹›「」『』〝〞〟｢｣❝❞＂״]/g;

export const closes = (opener: string, mark: string): boolean => CLOSERS[opener]?.includes(mark) ?? false;
export const closesMixed = (opener: string, mark: string): boolean => MIXED_CLOSERS[opener] === mark;
export const isStraight = (mark: string): boolean => STRAIGHT.has(mark);
export const isSingle = (mark: string): boolean => SINGLE.has(mark);
export const isOpeningOnly = (mark: string): boolean =>
  !STRAIGHT.has(mark) && !USUALLY_CLOSING.has(mark) && !ONLY_CLOSING.has(mark);
export const isClosingOnly = (mark: string): boolean => ONLY_CLOSING.has(mark);
export const isGuillemet = (mark: string): boolean => '«»‹›'.includes(mark);
