/** "al-Qaeda in Iraq": a name that ends in a place. */
const ENDS_IN_PLACE = /\sin\s+\p{Lu}[\p{L}\p{M}'’-]*$/u;
export const endsInPlace = (name: string): boolean => ENDS_IN_PLACE.test(name);

/** ", Syria and", " and Syria": a capitalised word, in group 1, that goes on as a list. */
const GOES_ON =
  /^(?:,\s+(?:the\s+)?(\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)?(?:,|\s+and\b|\s+or\b|\s+as well as\b)|\s+(?:and|or|as well as)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{M}'’-]*))/u;

/**
 * Where the place at the end of a name begins a list of places ("al-Qaeda in Iraq, Syria and other countries"): the
 * offset, behind the name, of the list's second place. Then the place is where something is, and no part of the name.
 */
export function nextPlaceOfList(text: string, end: number): number | undefined {
  const [whole, listed, joined] = GOES_ON.exec(text.slice(end, end + 80)) ?? [];
  const place = listed ?? joined;
  return whole === undefined || place === undefined ? undefined : end + whole.indexOf(place);
}
