/** An element of a small XML text, with what stands in it in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const MARKUP = /<\?[^?]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;

/** Every character that XML 1.0 allows. */
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/** Reads XML strictly, and throws where it is not well-formed. No comments, CDATA, namespaces: reports have none. */
export function readXml(text: string): XmlElement {
  if (!ALLOWED.test(text)) throw new Error('a character that XML does not have');
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  MARKUP.lastIndex = 0;
  while (MARKUP.lastIndex < text.length) {
    const at = MARKUP.lastIndex;
    const match = MARKUP.exec(text);
    if (!match) throw new Error(`no XML at ${at}: ${text.slice(at, at + 60)}`);
    if (match[2] !== undefined) readTag(match, open);
    else if (!match[0].startsWith('<?')) open.at(-1)?.children.push(decoded(match[0]));
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`);
  const [root, ...others] = top.children.filter((child) => typeof child === 'object');
  if (!root || others.length > 0) throw new Error('not one root');
  return root;
}

function readTag([, closes, name = '', attributes = '', empty]: RegExpExecArray, open: XmlElement[]): void {
  if (closes) {
    if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    return;
  }
  const element: XmlElement = { name, attributes: attributesOf(attributes), children: [] };
  open.at(-1)?.children.push(element);
  if (!empty) open.push(element);
}

/** All elements of a name below an element, in order. */
export const elements = (root: XmlElement, name: string): XmlElement[] =>
  root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));|&/g, (whole, code?: string, name?: string) => {
    const sign = code === undefined ? NAMED[name ?? ''] : String.fromCodePoint(Number(code));
    if (sign === undefined) throw new Error(`${whole} is no reference`);
    return sign;
  });
}
