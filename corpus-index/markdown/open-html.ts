/** CommonMark's HTML blocks that a blank line does not end: how they begin and what ends them. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/** What would close an HTML block that has begun and not ended; undefined where the block is complete. */
export function openHtmlEnd(html: string): RegExp | undefined {
  const tag = html.trimStart();
  const end = KINDS.find(([begin]) => begin.test(tag))?.[1];
  return end && tag.slice(2).search(end) < 0 ? end : undefined;
}
