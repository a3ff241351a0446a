import { words } from '#corpus-index';

/** Length of an excerpt in a list, in UTF-16 code units. */
const LENGTH = 140;

/** One line of a passage around the first word that a query names; from its beginning where none is found. */
export function excerpt(text: string, query: string): string {
  const wanted = words(query).map((word) => word.term);
  const hit = words(text).find(({ term }) => wanted.some((one) => term.startsWith(one)));
  if (text.length <= LENGTH) return text;
  const from =
    hit && hit.end > LENGTH * 0.8
      ? nextWord(text, Math.min(hit.start - LENGTH / 3, text.length - LENGTH))
      : 0;
  const cut = text.slice(from, from + LENGTH);
  const whole = from + LENGTH >= text.length ? cut : `${cut.replace(/\s+\S*$/, '')} …`;
  return from === 0 ? whole : `… ${whole}`;
}

function nextWord(text: string, offset: number): number {
  const space = text.indexOf(' ', Math.max(0, Math.floor(offset)));
  return space < 0 ? 0 : space + 1;
}
