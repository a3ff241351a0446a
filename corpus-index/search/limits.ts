/** What the search of one corpus may take, in one place. */

/** Words of a query that are looked for: more are a page that was pasted, and its first words find it. */
export const MOST_QUERY_WORDS = 100;

/** Longer words are not searched for misspelled: they are none, and comparing them takes long. */
export const LONGEST_FUZZY_WORD = 40;

/** Postings that are gathered before they are put in order: with eight bytes each, 12 MB that are given back afterwards. */
export const MOST_GATHERED = 1_500_000;

/**
 * Segments of one size are joined at once while their postings have no more bytes than this together: some ten milliseconds of work,
 * once for ten thousand passages. Each segment makes a search longer.
 */
export const MOST_JOINED_AT_ONCE = 2_000_000;

/** When more than this share of all passages was put in or removed since, everything is joined again where there is time. */
export const MOST_SCATTERED = 1 / 16;
