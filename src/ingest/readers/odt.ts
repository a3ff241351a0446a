import type { SourceDocument, SourceMetadata } from '#corpus-index';
import { openArchive, type Archive } from './archive';
import { DocumentBuilder } from './document-builder';
import { isElement, isText, type DomElement, type DomNode } from './html/dom';
import { withoutUndefined } from './html/metadata';
import { plainTag } from './language';
import { removeUnseen } from './odt/unseen';
import { ReadingProblem } from './reading-problem';
import { elementsNamed, parseXml, textsOf } from './xml';

/** What OpenDocument keeps in its text and no reader sees. */
const UNREAD = new Set([
  'office:annotation',
  'office:forms',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:index-title-template',
  'text:ruby-text',
  'text:table-of-content-source',
  'svg:title',
  'svg:desc',
]);

/** A text of LibreOffice and others (OpenDocument): paragraphs, headings, lists, tables, notes behind the text. */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const archive = await openArchive(bytes);
  const content = await archive.text('content.xml');
  if (content === undefined) throw new ReadingProblem('damaged', 'content.xml is missing');
  if (/<manifest:encryption-data/.test((await archive.text('META-INF/manifest.xml')) ?? ''))
    throw new ReadingProblem('encrypted');
  const builder = new DocumentBuilder();
  const notes: DomElement[] = [];
  const document = parseXml(content);
  const styles = await archive.text('styles.xml');
  const sheets = [...(styles === undefined ? [] : [parseXml(styles)]), document];
  const [body] = elementsNamed(document, 'office:text');
  const withdrawn = body !== undefined && removeUnseen(body, sheets);
  if (body) appendNodes(builder, body, 'paragraph', notes);
  for (const note of notes) appendNodes(builder, note, 'item', []);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return builder.finish(await propertiesOf(archive), { withdrawn });
}

/** Of what kind a paragraph is that stands here; in a cell it is none of its own. */
type Place = 'paragraph' | 'item' | 'cell';

function appendNodes(builder: DocumentBuilder, parent: DomNode, place: Place, notes: DomElement[]): void {
  for (const node of parent.childNodes) {
    if (isText(node)) builder.add(onOneLine(builder, node.textContent ?? ''));
    else if (isElement(node)) appendElement(builder, node, place, notes);
  }
}

function appendElement(
  builder: DocumentBuilder,
  element: DomElement,
  place: Place,
  notes: DomElement[],
): void {
  const name = element.nodeName.toLowerCase();
  if (UNREAD.has(name)) return;
  if (name === 'text:s') builder.add(' '.repeat(spacesIn(element)));
  else if (name === 'text:tab') builder.add('\t');
  else if (name === 'text:line-break') builder.add('\n');
  else if (name === 'text:note') appendNoteMark(builder, element, notes);
  else if (name === 'table:table') appendTable(builder, element, place, notes);
  else if (name === 'text:p' || name === 'text:h') appendParagraph(builder, element, place, notes);
  else
    appendNodes(builder, element, place === 'paragraph' && /^text:list/.test(name) ? 'item' : place, notes);
}

/** So many spaces nobody sets in a row. */
const MOST_SPACES = 1000;

/** One, where no number that makes sense is given. */
function spacesIn(element: DomElement): number {
  const count = Number(element.getAttribute('text:c') ?? 1);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, MOST_SPACES) : 1;
}

function appendParagraph(
  builder: DocumentBuilder,
  element: DomElement,
  place: Place,
  notes: DomElement[],
): void {
  if (place === 'cell') {
    if (!builder.endsInSpace) builder.add(' ');
    appendNodes(builder, element, place, notes);
    return;
  }
  if (element.nodeName.toLowerCase() === 'text:h') builder.begin('paragraph', 'heading');
  else builder.begin(place);
  appendNodes(builder, element, place, notes);
  builder.end();
}

/** White space as OpenDocument has it: runs are one space, and none where a paragraph begins. */
function onOneLine(builder: DocumentBuilder, text: string): string {
  const line = text.replace(/[ \t\n\r]+/g, ' ');
  return builder.endsInSpace ? line.trimStart() : line;
}

function appendNoteMark(builder: DocumentBuilder, note: DomElement, notes: DomElement[]): void {
  const [mark] = textsOf(note, 'text:note-citation');
  if (mark !== undefined) builder.addUnread(`[${mark}]`);
  notes.push(...elementsNamed(note, 'text:note-body'));
}

/** A table is one block, with the tables in its cells: its rows lines, its cells parted by tabs. */
function appendTable(builder: DocumentBuilder, table: DomElement, place: Place, notes: DomElement[]): void {
  if (place !== 'cell') builder.begin('item');
  for (const row of childrenNamed(table, 'table:table-row')) {
    builder.border('\n');
    childrenNamed(row, 'table:table-cell').forEach((cell, at) => {
      if (at > 0) builder.border('\t');
      appendNodes(builder, cell, 'cell', notes);
    });
  }
  if (place === 'cell') builder.border('\n');
  else builder.end();
}

/** The elements of a name in an element or in a group of it, and not those in one another. */
const childrenNamed = (parent: DomElement, name: string): DomElement[] =>
  [...parent.childNodes].filter(isElement).flatMap((child) => {
    const own = child.nodeName.toLowerCase();
    if (own === name) return [child];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(own) ? childrenNamed(child, name) : [];
  });

async function propertiesOf(archive: Archive): Promise<SourceMetadata> {
  const xml = await archive.text('meta.xml');
  const meta = xml === undefined ? undefined : parseXml(xml);
  const texts = (name: string) => (meta ? textsOf(meta, name) : []);
  const author = texts('meta:initial-creator');
  return {
    author: author.length > 0 ? author : texts('dc:creator'),
    ...withoutUndefined({ title: texts('dc:title')[0], language: plainTag(texts('dc:language')[0] ?? '') }),
  };
}
