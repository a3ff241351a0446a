import { isElement, isText, type DomDocument, type DomElement, type DomNode } from '../html/dom';
import { LONGEST_CHAIN, withBase, type Marks } from '../style-marks';
import { elementsNamed } from '../xml';

type Styles = ReadonlyMap<string, Marks>;

const NONE: Marks = { hidden: undefined, struck: undefined };

interface Found {
  readonly away: DomNode[];
  readonly withdrawn: DomNode[];
}

/**
 * Takes out of a text what its reader does not see and what it strikes out; answers whether there were words of the latter. `sheets`
 * are the documents that have styles.
 */
export function removeUnseen(body: DomElement, sheets: readonly DomDocument[]): boolean {
  const found: Found = { away: [], withdrawn: [] };
  look(body, NONE, stylesIn(sheets), found);
  for (const node of [...found.away, ...found.withdrawn]) node.remove();
  return found.withdrawn.some(({ textContent }) => (textContent ?? '').trim() !== '');
}

function look(parent: DomNode, around: Marks, styles: Styles, found: Found): void {
  for (const node of parent.childNodes) {
    if (isElement(node)) {
      if (isHidden(node)) found.away.push(node);
      else look(node, withBase(styles.get(styleOf(node)), around), styles, found);
    } else if (!isText(node)) continue;
    else if (around.hidden === true) found.away.push(node);
    else if (around.struck === true) found.withdrawn.push(node);
  }
}

/** Sections and texts with a condition, as it was when the file was saved; a paragraph is hidden by an element within it. */
function isHidden(element: DomElement): boolean {
  const isOff = element.getAttribute('text:is-hidden');
  switch (element.nodeName.toLowerCase()) {
    case 'text:section':
      return element.getAttribute('text:display') === 'none' || isOff === 'true';
    case 'text:hidden-text':
      return isOff !== 'false';
    case 'text:p':
    case 'text:h':
      return elementsNamed(element, 'text:hidden-paragraph').some(
        (mark) => mark.getAttribute('text:is-hidden') === 'true' && paragraphOf(mark) === element,
      );
    default:
      return false;
  }
}

/** The one that it stands in: not that of the note or the frame around it. */
function paragraphOf(mark: DomElement): DomNode | null {
  let node = mark.parentNode;
  while (node && !/^text:(?:p|h)$/i.test(node.nodeName)) node = node.parentNode;
  return node;
}

/** A paragraph and its words may have styles of one name, which are two. */
const styleOf = (element: DomElement): string =>
  inFamily(
    /^text:(?:p|h)$/i.test(element.nodeName) ? 'paragraph' : 'text',
    element.getAttribute('text:style-name'),
  );

const inFamily = (family: string | null, name: string | null): string => `${family ?? ''} ${name ?? ''}`;

/** Styles of paragraphs and of words that hide them or strike them out, with those that they stand on. */
function stylesIn(sheets: readonly DomDocument[]): Styles {
  const named = new Map(
    sheets
      .flatMap((sheet) => elementsNamed(sheet, 'style:style'))
      .filter((style) => /^(?:text|paragraph)$/.test(style.getAttribute('style:family') ?? ''))
      .map((style) => [
        inFamily(style.getAttribute('style:family'), style.getAttribute('style:name')),
        style,
      ]),
  );
  const marks = (name: string, depth: number): Marks => {
    const style = named.get(name);
    if (!style || depth > LONGEST_CHAIN) return NONE;
    const parent = style.getAttribute('style:parent-style-name');
    const base =
      parent === null ? NONE : marks(inFamily(style.getAttribute('style:family'), parent), depth + 1);
    const [properties] = elementsNamed(style, 'style:text-properties');
    return properties ? withBase(marksIn(properties), base) : base;
  };
  return new Map([...named.keys()].map((name) => [name, marks(name, 0)]));
}

function marksIn(properties: DomElement): Marks {
  const display = properties.getAttribute('text:display');
  const lines = ['style', 'type'].flatMap(
    (name) => properties.getAttribute(`style:text-line-through-${name}`) ?? [],
  );
  return {
    hidden: display === null ? undefined : display === 'none',
    struck: lines.length === 0 ? undefined : !lines.includes('none'),
  };
}
