import { parseHTML } from 'linkedom';
import { ReadingProblem } from '../reading-problem';

/** What is used here of a node of the document: a DOM without scripts, styles or network behind it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  remove(): void;
  replaceWith(...nodes: readonly DomNode[]): void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly id: string;
  readonly className: string;
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  append(...nodes: readonly DomNode[]): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
  createElement(name: string): DomElement;
}

export const isText = (node: DomNode): boolean => node.nodeType === 3;
export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;

/** Elements stand no deeper in one another: thousands where an old page leaves some open, more in none that anybody wrote. */
const DEEPEST = 4000;

/** Parses HTML as it is; nothing in it is run or fetched. */
export function parseDocument(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as { readonly document: unknown };
  refuseDeeper(document as DomDocument);
  return document as DomDocument;
}

/** Level by level, as going down by recursion is what must not be done. */
function refuseDeeper(document: DomDocument): void {
  let level: DomNode[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new ReadingProblem('too-complex', `elements ${DEEPEST} deep in one another`);
    level = level.flatMap((node) => [...node.childNodes].filter(isElement));
  }
}
