import { isElement, isText, parseDocument, type DomDocument, type DomElement, type DomNode } from './dom';
import { attributeOf, hidingsOf } from './hiding-styles';

/** What a page takes back: its words are no longer what the source says. */
const WITHDRAWN = /^(?:del|s|strike)$/i;

/** What a page keeps for machines or for a click: an editor's links, anchors of headings. */
const UNSEEN_CLASSES = new Set([
  'mw-editsection',
  'headerlink',
  'anchorjs-link',
  'sr-only',
  'visually-hidden',
]);

/** Where more of a page's words than this share would not be seen, a script shows them once the page is there. */
const MOST_FAINT = 0.5;

/** How a text is shown, until an element within says otherwise. */
interface Shown {
  readonly drawn: boolean;
  readonly visible: boolean;
  readonly sized: boolean;
  readonly opaque: boolean;
}

interface Found {
  /** Taken out whatever else the page has: nothing but a click would show it. */
  readonly away: DomElement[];
  readonly withdrawn: DomElement[];
  /** Texts that are laid out and not seen, and what is seen in their place. */
  readonly faint: { readonly text: DomNode; readonly gap: string }[];
  /** Characters of the rest. */
  seen: number;
}

/** A page as its readers see it, and whether words were struck out in it. */
export function parseSeen(html: string): { readonly document: DomDocument; readonly withdrawn: boolean } {
  const document = parseDocument(html);
  return { document, withdrawn: removeUnseen(document) };
}

/** Takes out of a page what nobody sees on it, and words that it strikes out; answers whether there were any of those. */
export function removeUnseen(document: DomDocument): boolean {
  const found: Found = { away: [], withdrawn: [], faint: [], seen: 0 };
  // Whole pages are hidden until their scripts are there.
  look(document.body ?? document, { drawn: true, visible: true, sized: true, opaque: true }, found);
  for (const element of [...found.away, ...found.withdrawn]) element.remove();
  const faint = found.faint.reduce((sum, { text }) => sum + lengthOf(text), 0);
  if (faint <= MOST_FAINT * (faint + found.seen))
    for (const { text, gap } of found.faint) text.textContent = gap;
  return found.withdrawn.some((element) => lengthOf(element) > 0);
}

function look(parent: DomNode, shown: Shown, found: Found): void {
  for (const node of parent.childNodes) {
    if (isElement(node)) lookAt(node, shown, found);
    else if (!isText(node)) continue;
    else if (shown.drawn && shown.visible && shown.sized && shown.opaque) found.seen += lengthOf(node);
    else found.faint.push({ text: node, gap: shown.drawn && shown.sized ? ' ' : '' });
  }
}

function lookAt(element: DomElement, around: Shown, found: Found): void {
  if (/^(?:script|style|template)$/i.test(element.localName)) return;
  const hidings = hidingsOf(element);
  if (isUnseen(element)) found.away.push(element);
  else if (hidings.struck === true || WITHDRAWN.test(element.localName)) found.withdrawn.push(element);
  else
    look(
      element,
      {
        drawn: around.drawn && hidings.display !== true,
        visible: hidings.visibility === undefined ? around.visible : !hidings.visibility,
        sized: hidings.size === undefined ? around.sized : !hidings.size,
        opaque: around.opaque && hidings.opacity !== true,
      },
      found,
    );
}

const isUnseen = (element: DomElement): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  (/^dialog$/i.test(element.localName) && attributeOf(element, 'open') === undefined) ||
  (attributeOf(element, 'class') ?? '').split(/\s+/).some((name) => UNSEEN_CLASSES.has(name));

const lengthOf = (node: DomNode): number => (node.textContent ?? '').trim().length;
