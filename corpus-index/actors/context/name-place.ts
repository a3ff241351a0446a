import { stopWords } from '../../text/stop-words';
import { isOrdinary } from '../ordinary-words';
import { stateOf } from './demonyms';
import { isOpener } from './openers';
import { calendarWords, titleWords } from './title-words';
import type { Neighbour } from './words-around';
import { beginsSentence, isInHeading } from './words-around';

/** A stretch that a name was found at, and what its surroundings are known to be. */
export interface NamePlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the mention before ends. */
  readonly previousEnd: number;
  /** The states of the actor that the mention before names. */
  readonly previousCountry: readonly string[];
  /** Whether the text capitalises the name otherwise than the record. */
  areCapitalsOther(): boolean;
  /** Whether a name of an actor begins right behind. */
  isNameBehind(): boolean;
  /** Whether the text has a word in small letters somewhere. */
  isWrittenSmall(word: string): boolean;
}

/** Words that join the parts of an Arabic name. */
export const NASAB: ReadonlySet<string> = new Set(
  'bin ibn ben bint abu abou umm oum abd abdul abdel ould'.split(' '),
);

/** An Arabic article with its noun, or alone: al-Adnani, Al. */
const ARTICLE_WORD = /^(?:[ae]l|ul|[ae](?:sh|dh|th|[sdnrtz]))-\p{L}|^(?:al|el|Al|El)$/u;
export const isArticleWord = ({ word }: Neighbour): boolean => ARTICLE_WORD.test(word);

const isInitial = ({ word }: Neighbour): boolean => word.length === 1;

/** Whether a capitalised word beside a name is one that may stand there in any case. */
export function isNeutral(place: NamePlace, { word, folded, shape }: Neighbour): boolean {
  const parts = folded.split('-');
  if (parts.every(isNeutralWord)) return true;
  // "Tehran-backed", "Saudi-Iranian"; but "Jong-il".
  if (parts.length > 1 && (COMPOUND.test(word) || stateOf(parts.at(-1) ?? '') !== undefined)) return true;
  return shape === 'capital' && place.isWrittenSmall(folded);
}

/** A compound that describes what stands behind it. */
const COMPOUND =
  /-(?:\p{Ll}+(?:ed|ing)|led|run|held|made|born|era|style|wide|like|free|friendly|owned|only|old|type)$/u;

function isNeutralWord(word: string): boolean {
  return (
    stopWords.has(word) ||
    titleWords.has(word) ||
    calendarWords.has(word) ||
    stateOf(word) !== undefined ||
    isOrdinary({ term: word })
  );
}

/** Whether a capitalised word is likely a part of the same name. */
export function isNameWord(place: NamePlace, neighbour: Neighbour): boolean {
  if (isInitial(neighbour)) return !stopWords.has(neighbour.folded);
  if (neighbour.shape !== 'capital' || isNeutral(place, neighbour)) return false;
  if (isInHeading(place.text, place.start, place.end)) return false;
  return !beginsSentence(place.text, neighbour.start) || !isOpener(neighbour.folded);
}
