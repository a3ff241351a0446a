/** The opening or closing line of a pandoc or Quarto div: `::: {.callout-note}`, `:::`. */
const DIV_FENCE = /^([ \t>]*)(:{3,}(?!:)(?:[ \t]*(?:\{[^}\r\n]*\}|[^\s{:]\S*))?(?:[ \t]*:+)?[ \t]*)$/gm;

const inBraces = (depth: number): string =>
  String.raw`[^\s{}]*` + (depth > 0 ? String.raw`(?:\{${inBraces(depth - 1)}\}[^\s{}]*)*` : '');
const DEEPEST_BRACES = 8;

/** A pattern of what stands between the braces of `@{any key}`: no white space, braces in pairs and not too deep. */
export const BRACED_KEY = inBraces(DEEPEST_BRACES);

/** A citation key of pandoc's, in braces or plain, where one can stand; behind a backslash it is none. */
const KEY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?<!(?<!\\)(?:\\\\)*\\)@(?:\{${BRACED_KEY}\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?~/](?=[\p{L}\p{N}_]))*)`,
  'gu',
);

/** What in a key CommonMark would take for markup. */
const MARKUP_IN_KEY = /[^\p{L}\p{N}@:.#%+?/-]/u;

/**
 * The text as CommonMark has to see it so that pandoc's syntax is not read as something else, at the same length: the
 * fences of divs become blank lines, which part blocks as they do, and markup inside citation keys becomes letters. For
 * finding the structure only; words are taken from the text itself.
 */
export function maskPandocSyntax(text: string): string {
  const masked = text.includes('@')
    ? text.replace(KEY, (key) => (MARKUP_IN_KEY.test(key) ? maskKey(key) : key))
    : text;
  if (!masked.includes(':::')) return masked;
  return masked.replace(DIV_FENCE, (_, prefix: string, fence: string) => prefix + ' '.repeat(fence.length));
}

const maskKey = (key: string): string => `@${'x'.repeat(key.length - 1)}`;
