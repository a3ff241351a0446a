/** Words that say that two names are one person's or one body's. */
const ALSO =
  '(?:a\\.?\\s?k\\.?\\s?a\\.?|alias|aliases|also|otherwise|better|formerly|previously|known|as|or|called|named|born|née?|real|true|full|name|names|nom|de|guerre|kunya|pseudonym|i\\.e\\.|namely|whose|is|was|the)';
const MARKS = '[\\s,;:"\'“”‘’«»–—-]';
/** Nothing but such words, marks and brackets that open. */
const APPOSED = new RegExp(`^(?:${MARKS}|\\(|\\[|${ALSO}(?=[\\s,;:"“”(\\[]))*$`, 'iu');
const LONGEST = 60;

/** Whether two names with this between may be one and the same's. */
export const mayBeOne = (between: string): boolean => between.length <= LONGEST && APPOSED.test(between);

/** Whether what stands between says so: a bracket opens, or a word such as "alias" does. */
export const saysOne = (between: string): boolean =>
  /[([]|\b(?:a\.?\s?k\.?\s?a|alias|aliases|also|known|called|named|born|name|guerre|kunya|pseudonym|i\.e|namely)\b/iu.test(
    between,
  );

const SENTENCE_END = /[.!?…]["'”’)\]]*\s|\n\s*\n/u;
const INITIALS_AND_TITLES = /(?:\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|St|a\.k\.a|i\.e))\.\s/gu;

/** Whether a sentence ends in a stretch of text. */
export const endsSentence = (between: string): boolean =>
  SENTENCE_END.test(between.replace(INITIALS_AND_TITLES, (match) => '_'.repeat(match.length)));
