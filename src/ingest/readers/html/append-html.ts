import type { DocumentBlock, DropReason } from '#corpus-index';
import type { DocumentBuilder } from '../document-builder';
import { isElement, isText, type DomElement, type DomNode } from './dom';
import { isMenu } from './menus';
import { isBacklink, isNoteMark } from './notes';
import { isNoText } from './no-text';
import { appendTable, isDataTable } from './tables';

/** Each begins a block of its own; all else runs on in the line. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

/** What stands in a block, until a block within it says otherwise. */
interface Context {
  readonly kind: DocumentBlock['kind'];
  readonly reason?: DropReason;
  /** White space counts, as in verse and listings. */
  readonly isPreformatted: boolean;
}

const BODY: Context = { kind: 'paragraph', isPreformatted: false };

/** Adds the text of an element (menus are left out where `countLinks` was asked before, what is not seen where `removeUnseen` was): its paragraphs, headings, captions, lists and tables, each a block. */
export function appendHtml(builder: DocumentBuilder, root: DomElement): void {
  builder.begin('paragraph');
  appendChildren(builder, root, BODY);
  builder.end();
}

function appendChildren(builder: DocumentBuilder, parent: DomNode, context: Context): void {
  for (const node of parent.childNodes) {
    if (isText(node)) builder.add(context.isPreformatted ? textOf(node) : onOneLine(builder, textOf(node)));
    else if (isElement(node)) appendElement(builder, node, context);
  }
}

function appendElement(builder: DocumentBuilder, element: DomElement, context: Context): void {
  const name = element.localName.toLowerCase();
  if (isNoText(element) || isBacklink(element) || isMenu(element)) return;
  if (isPageBreak(element)) builder.onPage(pageLabel(element), builder.pageCount + 1);
  if (name === 'br') builder.add('\n');
  else if (name === 'wbr') builder.add('\u200B');
  else if (isNoteMark(element)) builder.addUnread(onOneLine(builder, textOf(element)).trim());
  else if (name === 'table' && isDataTable(element)) appendTable(builder, element);
  else if (BLOCKS.has(name)) appendBlock(builder, element, contextOf(element, name, context), context);
  else appendChildren(builder, element, context);
}

function appendBlock(builder: DocumentBuilder, element: DomElement, inside: Context, around: Context): void {
  builder.begin(inside.kind, inside.reason);
  appendChildren(builder, element, inside);
  builder.begin(around.kind, around.reason);
}

function contextOf(element: DomElement, name: string, around: Context): Context {
  if (/^h[1-6]$/.test(name)) return { ...BODY, reason: 'heading' };
  if (name === 'figcaption' || name === 'caption') return { ...BODY, reason: 'caption' };
  if (name === 'li' || name === 'dt' || name === 'dd') return { ...around, kind: 'item' };
  if (name === 'td' || name === 'th') return { ...around, kind: 'item' };
  if (name === 'pre')
    return { ...around, isPreformatted: true, ...(isListing(element) ? { reason: 'code' as const } : {}) };
  return around;
}

/** A program or its output, where the page says so; verse and letters are also preformatted. */
const isListing = (pre: DomElement): boolean =>
  pre.querySelector('code, samp, kbd, span') !== null ||
  /\b(?:code|highlight|source|listing|screen|terminal|console|programlisting|synopsis|example|verbatim)/i.test(
    `${pre.className} ${pre.parentElement?.className ?? ''}`,
  );

/** Where a printed page begins in an electronic book. */
const isPageBreak = (element: DomElement): boolean =>
  (element.getAttribute('epub:type') ?? '').split(/\s+/).includes('pagebreak') ||
  element.getAttribute('role') === 'doc-pagebreak';

const pageLabel = (element: DomElement): string =>
  (
    element.getAttribute('title') ??
    element.getAttribute('aria-label') ??
    /\d+$/.exec(element.id)?.[0] ??
    textOf(element)
  ).replace(/^\s*(?:page\s+)?|[\s.]+$/gi, '');

const textOf = (node: DomNode): string => node.textContent ?? '';

/** White space as a page shows it: runs as one space, none at the start of a line. */
function onOneLine(builder: DocumentBuilder, text: string): string {
  const line = text.replace(/[ \t\n\r\f]+/g, ' ');
  return builder.endsInSpace && line.startsWith(' ') ? line.slice(1) : line;
}
