import { GAP } from '../document-builder';
import { isElement, type DomDocument, type DomElement, type DomNode } from '../html/dom';
import { elementsNamed, parseXml } from '../xml';
import { withBase, type Marks } from '../style-marks';
import { marksIn, type MarkStyles } from './hidden-styles';

/** What became of the parts of a Word document. */
export interface Findings {
  /** What could not be read, as a person calls it. */
  readonly unread: Set<string>;
  /** Whether words are struck out. */
  withdrawn: boolean;
}

/** What of a document the library that reads it tells not to know: local names of elements, and signs of fonts. */
export type Unknown = ReadonlySet<string>;

/** Only with one of these a part has anything to change. */
const TOUCHED =
  /[<:](?:fldSimple|bdo|dir|ruby|cr|ptab|altChunk|subDoc|vanish|d?strike|hidden|oMath|txbxContent|OLEObject|chart|relIds)\b/;

interface Rewriting {
  readonly document: DomDocument;
  readonly styles: MarkStyles;
  readonly unknown: Unknown;
  readonly findings: Findings;
}

/**
 * The XML of a part as the library can read it: what it would leave out without a trace is unwrapped, what nobody reads is taken
 * out, and where something cannot be read stands a gap.
 */
export function readableXml(xml: string, styles: MarkStyles, unknown: Unknown, findings: Findings): string {
  if (styles.size === 0 && unknown.size === 0 && !TOUCHED.test(xml)) return xml;
  const document = parseXml(xml);
  rewriteChildren(document, { document, styles, unknown, findings });
  return (document as unknown as { toString(): string }).toString();
}

function rewriteChildren(parent: DomNode, rewriting: Rewriting): void {
  for (const child of elementsIn(parent)) {
    // What is drawn for newer programs and for older ones is the same: the library reads the latter.
    if (nameOf(child) === 'mc:choice' && hasFallback(child.parentNode)) continue;
    if (/^w:(?:del|movefrom)$/.test(nameOf(child))) continue;
    rewriteChildren(child, rewriting);
    rewrite(child, rewriting);
  }
}

type Rewrite = (element: DomElement, rewriting: Rewriting) => void;

const unwrap: Rewrite = (element) => {
  element.replaceWith(...element.childNodes);
};

const renamed =
  (name: string): Rewrite =>
  (element, { document }) => {
    element.replaceWith(document.createElement(name));
  };

const unread =
  (what: string): Rewrite =>
  (_, { findings }) => {
    findings.unread.add(what);
  };

const documentWithin: Rewrite = (element, rewriting) => {
  leaveGap(element, 'a document within this one', rewriting);
};

/** By the names of elements, in lower case. */
const REWRITES: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ['w:fldsimple', unwrap],
  ['w:bdo', unwrap],
  ['w:dir', unwrap],
  ['m:omathpara', unwrap],
  ['w:ruby', keepRubyBase],
  ['w:cr', renamed('w:br')],
  ['w:ptab', renamed('w:tab')],
  ['w:r', removeHiddenWords],
  ['w:tr', removeHiddenRow],
  ['m:omath', rewriteFormula],
  ['o:oleobject', rewriteObject],
  ['w:altchunk', documentWithin],
  ['w:subdoc', documentWithin],
  ['c:chart', unread('a chart')],
  ['dgm:relids', unread('a diagram')],
  ['mc:alternatecontent', chooseAlternative],
  ['w:drawing', rewriteDrawing],
  ['w:sym', rewriteSign],
]);

function rewrite(element: DomElement, rewriting: Rewriting): void {
  const known = REWRITES.get(nameOf(element));
  if (known) known(element, rewriting);
  else if (rewriting.unknown.has(localName(element)) && hasWords(element))
    leaveGap(element, `words in “${element.nodeName}”`, rewriting);
}

/** What stands above signs tells how they are read. */
function keepRubyBase(ruby: DomElement): void {
  ruby.replaceWith(...childrenNamed(ruby, 'w:rubybase').flatMap((base) => [...base.childNodes]));
}

function removeHiddenRow(row: DomElement): void {
  const isHidden = childrenNamed(row, 'w:trpr').some((own) =>
    childrenNamed(own, 'w:hidden').some(
      (mark) => !/^(?:false|0|off)$/.test(mark.getAttribute('w:val') ?? ''),
    ),
  );
  if (isHidden) row.remove();
}

/** Formulas of old are objects of other programs. */
function rewriteObject(object: DomElement, rewriting: Rewriting): void {
  if (/^(?:Equation|MathType)/i.test(object.getAttribute('ProgID') ?? ''))
    leaveGap(object, 'an equation', rewriting);
}

/** Where nothing is drawn for older programs, what is drawn for newer ones is read. */
function chooseAlternative(alternatives: DomElement): void {
  if (hasFallback(alternatives)) return;
  const [first] = childrenNamed(alternatives, 'mc:choice');
  alternatives.replaceWith(...(first?.childNodes ?? []));
}

function rewriteSign(sign: DomElement, rewriting: Rewriting): void {
  if (rewriting.unknown.has(signOf(sign))) leaveGap(sign, 'a sign of a font of signs', rewriting);
}

/** What the library says of the signs that it does not know; see `unknownIn`. */
const signOf = (element: DomElement): string =>
  `${element.getAttribute('w:char') ?? ''} ${element.getAttribute('w:font') ?? ''}`;

/** What the library's warnings name: elements that it passed over, and signs that it has no letter for. */
export const unknownIn = (warnings: readonly string[]): Unknown =>
  new Set(
    warnings.flatMap((warning) => {
      const [, element] =
        /^An unrecognised element was ignored: (?:\{.*\}|\w+:)?([\w.-]+)$/.exec(warning) ?? [];
      const [, char, font] = /^A w:sym element .* was ignored: char (\S*) in font (.*)$/.exec(warning) ?? [];
      if (char !== undefined) return [`${char} ${font ?? ''}`];
      return element === undefined ? [] : [element.toLowerCase()];
    }),
  );

/** Words of a run that are hidden or struck out; the marks of fields in it stay. */
function removeHiddenWords(run: DomElement, { styles, findings }: Rewriting): void {
  const { hidden, struck } = marksOf(run, styles);
  if (hidden !== true && struck !== true) return;
  if (hidden !== true && (run.textContent ?? '').trim() !== '') findings.withdrawn = true;
  for (const child of elementsIn(run))
    if (!/^w:(?:rpr|fldchar|instrtext)$/.test(nameOf(child))) child.remove();
}

/** Of a run, else of its style, else of its paragraph's. */
function marksOf(run: DomElement, styles: MarkStyles): Marks {
  const [properties] = childrenNamed(run, 'w:rpr');
  const own = properties ? marksIn(properties) : { hidden: undefined, struck: undefined };
  if (styles.size === 0) return own;
  const styled = withBase(own, styleIn(properties, 'w:rstyle', styles));
  const paragraph = around(run, 'w:p');
  return withBase(styled, styleIn(paragraph && childrenNamed(paragraph, 'w:ppr')[0], 'w:pstyle', styles));
}

const styleIn = (properties: DomElement | undefined, name: string, styles: MarkStyles): Marks | undefined =>
  styles.get((properties && childrenNamed(properties, name)[0]?.getAttribute('w:val')) ?? '');

/** A formula that is a line of signs is read as such; one with fractions, roots and the like is not. */
function rewriteFormula(formula: DomElement, rewriting: Rewriting): void {
  const runs = elementsIn(formula).filter((child) => nameOf(child) !== 'm:ctrlpr');
  if (runs.some((run) => nameOf(run) !== 'm:r')) {
    leaveGap(formula, 'an equation', rewriting);
    return;
  }
  const signs = runs.flatMap((run) => elementsNamed(run, 'm:t').map(({ textContent }) => textContent ?? ''));
  formula.replaceWith(asRun(signs.join(''), rewriting.document));
}

/** What is written in the boxes of a drawing is read where the drawing stands. */
function rewriteDrawing(drawing: DomElement, { document }: Rewriting): void {
  const boxes = elementsNamed(drawing, 'w:txbxContent');
  const outer = boxes.filter((box) => !boxes.some((other) => other !== box && contains(other, box)));
  if (outer.length === 0) return;
  const picture = document.createElement('w:pict');
  picture.append(...outer);
  drawing.replaceWith(picture);
}

/** Puts a gap where an element stands: into its run, its paragraph, or the paragraph in front of it. */
function leaveGap(element: DomElement, what: string, { document, findings }: Rewriting): void {
  findings.unread.add(what);
  if (around(element, 'w:r')) {
    element.replaceWith(asText(GAP, document));
    return;
  }
  if (around(element, 'w:p')) {
    element.replaceWith(asRun(GAP, document));
    return;
  }
  const before = elementBefore(element);
  const own = before && nameOf(before) === 'w:p' ? before : document.createElement('w:p');
  own.append(asRun(GAP, document));
  if (own === before) element.remove();
  else element.replaceWith(own);
}

function asRun(words: string, document: DomDocument): DomElement {
  const run = document.createElement('w:r');
  run.append(asText(words, document));
  return run;
}

function asText(words: string, document: DomDocument): DomElement {
  const text = document.createElement('w:t');
  text.setAttribute('xml:space', 'preserve');
  text.textContent = words;
  return text;
}

const hasFallback = (alternatives: DomNode | null): boolean =>
  alternatives !== null &&
  [...alternatives.childNodes].some(
    (child) => isElement(child) && nameOf(child) === 'mc:fallback' && elementsIn(child).length > 0,
  );

/** Words as Word, its formulas and its drawings have them. */
const hasWords = (element: DomElement): boolean =>
  ['w:t', 'm:t', 'a:t'].some((name) => elementsNamed(element, name).length > 0);

const elementsIn = (parent: DomNode): DomElement[] => [...parent.childNodes].filter(isElement);

const childrenNamed = (parent: DomElement, name: string): DomElement[] =>
  elementsIn(parent).filter((child) => nameOf(child) === name);

const nameOf = (element: DomElement): string => element.nodeName.toLowerCase();

const localName = (element: DomElement): string => nameOf(element).replace(/^.*:/, '');

function around(element: DomElement, name: string): DomElement | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) if (nameOf(at) === name) return at;
  return undefined;
}

function contains(outer: DomElement, inner: DomElement): boolean {
  for (let at = inner.parentElement; at; at = at.parentElement) if (at === outer) return true;
  return false;
}

function elementBefore(element: DomElement): DomElement | undefined {
  for (let at = element.previousSibling; at; at = at.previousSibling) if (isElement(at)) return at;
  return undefined;
}
