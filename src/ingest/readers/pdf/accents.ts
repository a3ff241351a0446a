/** Accents that stand on a place of their own, and those that join the letter before them. */
const COMBINING: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˚': '\u030A',
  '˝': '\u030B',
  ˇ: '\u030C',
  '¸': '\u0327',
  '˛': '\u0328',
};

const ACCENTED = /([¨´ˆ˜¯˘˙˚˝ˇ¸˛])(\p{L})/gu;

/** A grave within a word; in front of one it may be a quotation mark. */
const GRAVE_WITHIN = /(?<=\p{L})`([aeiou])(?!\p{L}*`)/giu;

/**
 * Letters out of fonts that have accents and letters apart, as those of TeX were for long: `¨u` is `ü`. Such a font's program
 * puts the accent down first, and the letter under it.
 */
export const withAccents = (text: string): string =>
  text
    .replace(ACCENTED, (both, accent: string, letter: string) =>
      joined(letter, COMBINING[accent] ?? '', both),
    )
    .replace(GRAVE_WITHIN, (both, letter: string) => joined(letter, '\u0300', both));

function joined(letter: string, combining: string, otherwise: string): string {
  const dotted = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const one = (dotted + combining).normalize('NFC');
  return one.length === letter.length ? one : otherwise;
}
