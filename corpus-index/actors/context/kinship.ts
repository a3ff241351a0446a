/** What stands between a person and a relative of his who is called by the given name alone. */
const KIN =
  '(?:son|daughter|child|brother|sister|wife|widow|husband|father|mother|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|children|sons|daughters|brothers|sisters|wives)';
const WHICH =
  '(?:(?:late|eldest|elder|oldest|younger|youngest|second|third|only|own|favourite|favorite|two|three|adult|teenage|infant|\\d+-year-old)\\s+)*';

const POSSESSIVE = new RegExp(`^['’]s?\\s+${WHICH}${KIN}\\s*[,(:]?\\s*$`, 'iu');
const PRONOUN = new RegExp(`(?:^|[\\s(“"])(?:his|her|their)\\s+${WHICH}${KIN}\\s*[,(:]?\\s*$`, 'iu');
const OF = new RegExp(`^\\s*[,(]?\\s*(?:(?:the|a|another|one of the)\\s+)?${WHICH}${KIN}\\s+of\\s+$`, 'iu');
const AND = /^\s*(?:,|and|&|,\s*and)\s*$/iu;

const LONGEST = 60;

/** "'s son": between a mention and what is behind it. */
export const isPossessiveKin = (between: string): boolean =>
  between.length <= LONGEST && POSSESSIVE.test(between);

/** ", the son of ": between a name and the mention behind it. */
export const isKinOf = (between: string): boolean => between.length <= LONGEST && OF.test(between);

/** "his daughter": right before an offset. */
export const isBehindKinOfHis = (text: string, offset: number): boolean =>
  PRONOUN.test(text.slice(Math.max(0, offset - LONGEST), offset));

/** "sons Hamza and Saad": between one relative and the next. */
export const isNextKin = (between: string): boolean => between.length <= LONGEST && AND.test(between);
