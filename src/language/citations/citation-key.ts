import { BRACED_KEY } from '#corpus-index';

/** Pandoc's key: a letter, digit or `_`, then more of them and single internal punctuation; `://` of an address too. */
const PLAIN_KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;

export interface WrittenKey {
  readonly key: string;
  /** Behind the key, or behind its closing brace. */
  readonly end: number;
}

const BRACED = new RegExp(String.raw`\{(${BRACED_KEY})\}`, 'y');

/** The key that stands behind the `@` at `at`; undefined where that is not how a key is written. */
export function keyAt(markdown: string, at: number): WrittenKey | undefined {
  const pattern = markdown[at + 1] === '{' ? BRACED : PLAIN_KEY;
  pattern.lastIndex = at + 1;
  const found = pattern.exec(markdown);
  const key = found?.[1] ?? found?.[0];
  return found && key ? { key, end: at + 1 + found[0].length } : undefined;
}

/** The key as it is written in a draft, `@key` or `@{any key}`; `next` is what will stand behind it. */
export function writeKey(key: string, next = ''): string {
  const plain = `@${key}`;
  const read = keyAt(plain + next, 0);
  return read?.key === key && !plain.startsWith('@{') ? plain : `@{${key}}`;
}

/** Whether pandoc has a way to write the key: without white space, its braces in pairs. */
export const isWritableKey = (key: string): boolean => keyAt(`@{${key}}`, 0)?.end === key.length + 3;
