/** Elements that HTML itself knows to be empty. */
const EMPTY =
  /^(?:area|base|basefont|br|col|command|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/i;

/**
 * Comments, CDATA and a script's own text, in which nothing is a tag, and tags that close themselves. XML has no "<" in a tag, so
 * that no look goes farther than to the next one.
 */
const SELF_CLOSING =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<([A-Za-z][\w:.-]*)((?:\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)?)\/>|<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\3|$)/gi;

/** Where a page says what it is. */
const LOOKED_AT = 4096;

/** Whether a page is written as XML, in which `<script/>` has an end. */
export function isXhtml(page: string): boolean {
  const head = page.slice(0, LOOKED_AT);
  return (
    /^\uFEFF?\s*<\?xml\b/.test(head) ||
    /<html\b[^<>]*\sxmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i.test(head)
  );
}

/** XHTML as HTML: each element that closes itself gets an end that HTML sees, as it would else have all that follows in it. */
export const asHtml = (xhtml: string): string =>
  xhtml.replace(SELF_CLOSING, (whole, name: string | undefined, attributes: string | undefined) =>
    name === undefined || EMPTY.test(name) ? whole : `<${name}${attributes ?? ''}></${name}>`,
  );
