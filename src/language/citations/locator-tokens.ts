/** A run of white space, one punctuation mark (but `:`), or a run of anything else: what citeproc reads locators by. */
const TOKEN = /\s+|(?!:)\p{P}|(?:(?![\s\p{P}])[^]|:)+/gu;

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first tokens of a suffix; `most` is more than any locator has. */
export function tokensOf(suffix: string, most: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of suffix.matchAll(TOKEN)) {
    tokens.push({ text, start: index, end: index + text.length });
    if (tokens.length >= most) break;
  }
  return tokens;
}

/** Numerals as pandoc reads them, which is loosely: `IIII` and `VIV` count. */
const ROMAN = /^M*(?:CM)?D*(?:CD)?C*(?:XC)?L*(?:XL)?X*(?:IX)?V*(?:IV)?I*$/i;

export const isSpace = (token: Token | undefined): boolean => token !== undefined && /^\s/.test(token.text);
export const isRoman = (token: Token): boolean => ROMAN.test(token.text);
/** Punctuation that ends a page number; hyphens and `–` join ranges, `:` volume and page. */
export const endsUnit = (token: Token): boolean =>
  !/^[-–]$/.test(token.text) && /^(?!:)\p{P}$/u.test(token.text);
