import * as nodePath from 'node:path/posix';
import type { SourceDocument, SourceMetadata } from '#corpus-index';
import { openArchive, type Archive } from './archive';
import { DocumentBuilder } from './document-builder';
import { appendHtml } from './html/append-html';
import { decodePage } from './html/charset';
import type { DomDocument } from './html/dom';
import { isoDate, withoutUndefined } from './html/metadata';
import { parseSeen } from './html/unseen';
import { asHtml } from './html/xhtml';
import { plainTag } from './language';
import { ReadingProblem } from './reading-problem';
import { elementsNamed, parseXml, textsOf } from './xml';

/** A book (EPUB 2 and 3): its chapters in the order of reading, pages where the book names those of its print. */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const archive = await openArchive(bytes);
  if (archive.names.includes('META-INF/rights.xml')) throw new ReadingProblem('encrypted');
  const encrypted = await encryptedParts(archive);
  const container = await part(archive, 'META-INF/container.xml');
  const path = elementsNamed(parseXml(container), 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const book = parseXml(await part(archive, path));
  const builder = new DocumentBuilder();
  const missing: string[] = [];
  let withdrawn = false;
  for (const name of chaptersOf(book, nodePath.dirname(path))) {
    if (encrypted.has(name)) throw new ReadingProblem('encrypted');
    const chapter = await textOf(archive, name).catch(asMissing);
    if (chapter === undefined) missing.push(name);
    else withdrawn = appendChapter(builder, chapter) || withdrawn;
  }
  if (builder.isEmpty && missing[0] !== undefined) throw missingPart(missing[0]);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return builder.finish(metadataOf(book), { unread: missing, withdrawn });
}

/** Answers whether words were struck out in it. */
function appendChapter(builder: DocumentBuilder, chapter: string): boolean {
  const { document, withdrawn } = parseSeen(asHtml(chapter));
  if (document.body) appendHtml(builder, document.body);
  return withdrawn;
}

/** Parts that only the readers of a shop or a library can open. Fonts are made unreadable in many books: nobody reads them here. */
async function encryptedParts(archive: Archive): Promise<ReadonlySet<string>> {
  const xml = await textOf(archive, 'META-INF/encryption.xml');
  if (xml === undefined) return new Set();
  return new Set(
    [...parseXml(xml).querySelectorAll('*')]
      .filter(({ nodeName }) => /^(?:.*:)?CipherReference$/i.test(nodeName))
      .map((part) => nodePath.join('/', decoded(part.getAttribute('URI') ?? '')).slice(1)),
  );
}

/** The text of a part by its byte order mark, or as it states its encoding. */
async function textOf(archive: Archive, name: string): Promise<string | undefined> {
  const bytes = await archive.bytes(name);
  return bytes && decodePage(bytes);
}

/** A chapter that is no text; what is wrong with the archive itself is another matter. */
function asMissing(error: unknown): undefined {
  if (error instanceof ReadingProblem && error.code === 'damaged') return undefined;
  throw error;
}

async function part(archive: Archive, name: string): Promise<string> {
  const text = await textOf(archive, name);
  if (text === undefined) throw missingPart(name);
  return text;
}

const missingPart = (name: string): ReadingProblem =>
  new ReadingProblem('damaged', `${name === '' ? 'a part' : name} is missing`);

/** The parts that the spine names, by their names in the archive. */
function chaptersOf(book: DomDocument, folder: string): string[] {
  const items = new Map(elementsNamed(book, 'item').map((item) => [item.getAttribute('id'), item]));
  return elementsNamed(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    if (!item || !/html/.test(item.getAttribute('media-type') ?? '')) return [];
    if ((item.getAttribute('properties') ?? '').split(/\s+/).includes('nav')) return [];
    return [nodePath.join(folder, decoded(item.getAttribute('href') ?? ''))];
  });
}

/** An address as a name; one with a bare `%` is its own name. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function metadataOf(book: DomDocument): SourceMetadata {
  const first = (name: string) => textsOf(book, name)[0];
  return {
    author: textsOf(book, 'dc:creator'),
    ...withoutUndefined({
      title: first('dc:title'),
      issued: isoDate(first('dc:date')),
      site: first('dc:publisher'),
      language: plainTag(first('dc:language') ?? ''),
    }),
  };
}
