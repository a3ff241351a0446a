import { MARKUP } from '#corpus-index';

/*
 * Which words say where something comes from and nothing else. They are all that may be taken out of a quotation
 * together with its citation: whatever could be a statement stays among the words that are compared.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What stands between a writer's words and a source: `see also`, `quoted in`, `emphasis added`. */
const SIGNALS = set(
  `see also cf compare eg ie e.g i.e viz for example instance quoted quoting cited citing as in by from source sources at and
   but with contra ibid idem id op cit loc passim reprinted translated translation trans tr my mine emphasis italics added
   original ed eds
   vgl siehe auch s zit zitiert quelle nach bei aus hervorhebung im
   voir aussi cité dans source d'après`,
);

/** Small words inside names and titles. */
const PARTICLES = set(
  `of the a an de la le les du des da do dos di del della van von der den dem zu zur bin ibn bint al el ul ad ash abu y e et und
   to on`,
);

/** What somebody is, in lower case: `Anna Berg, head of the harbour office`. */
const ROLES = set(
  `head keeper mayor director minister author editor journalist reporter correspondent writer historian professor doctor
   president chairman chairwoman chair secretary spokesman spokeswoman spokesperson officer captain colonel general judge
   lawyer clerk member founder manager engineer teacher witness ambassador senator governor commissioner inspector poet
   novelist scholar researcher analyst economist biographer translator deputy vice former then chief senior editor-in-chief
   letter diary interview speech statement report testimony`,
);

/** What a role is held in: `of the harbour office`. */
const BODIES = set(
  'office council department ministry committee board agency court bank party union company university college institute service commission society museum',
);

/** Written with a capital these begin a sentence or a headline, but no name. */
const NOT_NAMES = set(
  `i you he she it we they this that these those there here who which what when where why how if while because although
   is are was were be been am being has have had having do does did done will would shall should can could must
   no not never none nobody nothing neither nor yes every everybody everyone everything some somebody someone something any
   anybody anyone anything all both each few many most more much several other others another
   one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
   hundred hundreds thousand thousands million millions billion billions dozen dozens half
   killed died dead kill kills die dies lied lies lie fell fall falls held hold holds failed fail won win wins lost lose loses
   went go goes gone came come comes made make makes took take takes gave give gives got get gets knew know knows saw said
   says say ended end ends began begin begins stopped stop stops left leave leaves wept fled burned broke breaks broken
   denied deny denies refused refuse confirmed false true wrong right only just even still again too very now then thus
   so yet or than people men women children civilians victims everywhere nowhere always perhaps maybe but`,
);

/** What leads to the words of a block quote: `As @key writes:`, `According to @key:`. */
const LEADS = set(
  `according writes wrote says said states stated puts put notes noted reports reported adds added explains explained
   observes observed argues argued recalls recalled concludes concluded tells told words his her their its it
   schreibt schrieb sagt sagte laut zufolge so écrit selon`,
);

const TERMS = String.raw`pp?|paras?|par|paragraphs?|pages?|chaps?|ch|chapters?|secs?|sections?|vols?|volumes?|nos?|notes?|nn?|ll?|lines?|figs?|cols?|pts?|bks?|fols?|S|Abs|Bd|Nr`;
const NUMBER = String.raw`\d+(?:[.:]\d+)*[a-z]?`;
/** `p. 3`, `paras. 2–4 and 7`, `§ 3`. */
const PLACE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${TERMS})\.?|[§¶]{1,2})\s*${NUMBER}(?:\s*(?:[-–—,&]|and|ff?\.?)+\s*(?:${NUMBER})?)*(?![\p{L}\p{N}])`,
  'giu',
);
/** `1923` before punctuation, `3 May 1923`. */
const DATE =
  /(?<![\p{L}\p{N}])(?:\d{1,2}\.? (?=\p{Lu}\p{Ll}{2,8} \d{4}))|(?<![\p{N}])(?:1\d|20)\d\d(?=\s*(?:$|[,;:.)\]—–]))/gu;

/** Most words of an attribution besides its citations: `— Anna Berg, head of the harbour office, in @key`. */
const MOST_WORDS = 12;
/** Most lower-case words that say what a role is held in. */
const MOST_FREE_WORDS = 2;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*|[%$€£]/gu;

const wordsOf = (text: string): string[] => text.replaceAll('’', "'").match(WORD) ?? [];
const visible = (text: string): string => text.replaceAll(MARKUP, '').replace(PLACE, ' , ');

/** Nothing but signals and the numbers of pages and paragraphs: `see also`, `p. 3, emphasis added`. */
export const isSignal = (text: string): boolean =>
  /^[\s,]*\d+(?:\s*[-–]\s*\d+)?[\s,]*$/.test(text) ||
  wordsOf(visible(text)).every((word) => SIGNALS.has(word.toLowerCase()));

/** Nothing but names, titles, roles, dates and signals, in few words. */
export const isAttributionText = (text: string): boolean => {
  const phrases = visible(text)
    .replace(DATE, ' , ')
    .split(/[,;:()[\]—–/]+|--+/);
  return (
    phrases.every((phrase) => isName(wordsOf(phrase))) &&
    phrases.reduce((sum, phrase) => sum + wordsOf(phrase).length, 0) <= MOST_WORDS
  );
};

/** Nothing but what leads to words: names, signals and verbs of saying. */
export const isLeadText = (text: string): boolean =>
  isAttributionText(text.replace(/\p{L}+/gu, (word) => (LEADS.has(word.toLowerCase()) ? ' ' : word)));

function isName(words: readonly string[]): boolean {
  let free = 0;
  return words.every((word, at) => {
    const lower = word.toLowerCase();
    if (SIGNALS.has(lower) || PARTICLES.has(lower)) return true;
    if (/^\p{Lu}/u.test(word)) return !NOT_NAMES.has(lower);
    if (ROLES.has(lower)) return true;
    free++;
    return free <= MOST_FREE_WORDS && isHeldIn(words, at, free);
  });
}

/** `office` in `head of the office`; a second word in lower case must be one for a body of people: `harbour office`. */
function isHeldIn(words: readonly string[], at: number, nth: number): boolean {
  const word = words[at] ?? '';
  if (!/^\p{Ll}/u.test(word)) return false;
  if (nth > 1) return BODIES.has(word) && words.length === at + 1;
  const before = words.slice(0, at).filter((one) => !/^(?:the|a|an)$/.test(one));
  const isBehindRole = /^(?:of|at|for|to)$/.test(before.at(-1) ?? '') && ROLES.has(before.at(-2) ?? '');
  return isBehindRole && (words.length === at + 1 || BODIES.has(words[at + 1] ?? ''));
}
