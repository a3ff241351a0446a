import { isGivenName } from './given-names';

/** Words that begin sentences and are no stop words: adverbs, prepositions, what people are called by, numbers. */
const BY_CLASS = [
  'yesterday today tonight tomorrow now recently meanwhile later earlier soon afterwards ago once twice never always already',
  'however nevertheless nonetheless moreover furthermore instead indeed thus hence therefore besides otherwise',
  'perhaps maybe often sometimes still even almost rather quite either neither nor likewise together alone apart',
  'despite like unlike whereas given beyond behind beside near inside outside amid around along except plus versus notwithstanding',
  'whenever wherever whatever whoever somehow somewhere everywhere anyway nobody somebody everybody everyone someone',
  'another many several much less enough half part dear poor old young late ask enter meet see say said let',
  'dictator strongman warlord oligarch billionaire millionaire tycoon businessman banker financier mastermind ringleader',
  'hardliner veteran longtime embattled incumbent rival slain ailing onetime self supposed alleged',
  'one two three four five six seven eight nine ten eleven twelve hundred thousand million',
];
const openers: ReadonlySet<string> = new Set(BY_CLASS.join(' ').split(' '));

/** Adverbs, participles and plurals. Given names in -as, -is, -us are no plurals. */
const ENDING = /(?:ly|ing|ed|[^aius]s)$/;

/** Whether a folded word with which a sentence begins is there on its own, and not as a part of the name behind it. */
export const isOpener = (word: string): boolean =>
  openers.has(word) || (ENDING.test(word) && !isGivenName(word));
