/** Pandoc's key: a letter, digit or `_`, then more of them and single internal punctuation; `://` of an address too. */
const PLAIN_KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;

export interface WrittenKey {
  readonly key: string;
  /** Behind the key, or behind its closing brace. */
  readonly end: number;
}

/** The key that stands behind the `@` at `at`; undefined where that is not how a key is written. */
export function keyAt(markdown: string, at: number): WrittenKey | undefined {
  if (markdown[at + 1] === '{') return bracedKeyAt(markdown, at + 1);
  PLAIN_KEY.lastIndex = at + 1;
  const key = PLAIN_KEY.exec(markdown)?.[0];
  return key === undefined ? undefined : { key, end: at + 1 + key.length };
}

/** `@{any key}` without white space, its own braces in pairs. */
function bracedKeyAt(markdown: string, open: number): WrittenKey | undefined {
  let depth = 0;
  for (let at = open; at < markdown.length; at++) {
    const character = markdown.charAt(at);
    if (/\s/.test(character)) return undefined;
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) {
      return at > open + 1 ? { key: markdown.slice(open + 1, at), end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** The key as it is written in a draft, `@key` or `@{any key}`; `next` is what will stand behind it. */
export function writeKey(key: string, next = ''): string {
  const plain = `@${key}`;
  const read = keyAt(plain + next, 0);
  return read?.key === key && !plain.startsWith('@{') ? plain : `@{${key}}`;
}

/** Whether pandoc has a way to write the key: without white space, its braces in pairs. */
export const isWritableKey = (key: string): boolean => keyAt(`@{${key}}`, 0)?.end === key.length + 3;
