/** CommonMark's HTML blocks that a blank line does not end: how they begin and what ends them. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
  [/^<![a-z]/i, />/g],
];

/** What would close an HTML block that has begun and not ended; undefined where the block is complete. */
export function openHtmlEnd(html: string): RegExp | undefined {
  const end = KINDS.find(([begin]) => begin.test(html))?.[1];
  return end && html.slice(2).search(end) < 0 ? end : undefined;
}
