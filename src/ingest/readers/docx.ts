import mammoth from 'mammoth';
import type { SourceDocument, SourceMetadata } from '#corpus-index';
import { openArchive, type Archive } from './archive';
import { DocumentBuilder, GAP } from './document-builder';
import { markStyles } from './docx/hidden-styles';
import { readableXml, unknownIn, type Findings, type Unknown } from './docx/readable-xml';
import { appendHtml } from './html/append-html';
import { withoutUndefined } from './html/metadata';
import { parseSeen } from './html/unseen';
import { plainTag } from './language';
import { ReadingProblem } from './reading-problem';
import { parseXml, textsOf } from './xml';

/** The container of Word's files before `.docx`, in which an encrypted document is kept as well: there the archive is one stream. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** The name of that stream ([MS-OFFCRYPTO] 2.3.4.4), as the container's directory has it. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** A title is told from a heading by its style; what stands in text boxes is read where its anchor is. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

/** A Word document: paragraphs, headings, lists, tables, notes behind the text; title and authors as its properties have them. */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  if (OLD_CONTAINER.every((byte, at) => bytes[at] === byte)) throw problemOfOldContainer(bytes);
  const archive = await openArchive(bytes);
  if (!archive.names.includes('[Content_Types].xml')) throw new ReadingProblem('damaged', 'no Word document');
  const { html, findings } = await converted(await partsOf(archive));
  const { document: root, withdrawn } = parseSeen(html);
  const builder = new DocumentBuilder();
  const title = root.querySelector('h1.title')?.textContent?.replaceAll(GAP, '').trim();
  if (root.body) appendHtml(builder, root.body);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return builder.finish(await propertiesOf(archive, title), {
    unread: [...findings.unread],
    withdrawn: withdrawn || findings.withdrawn,
  });
}

/** The parts of the document by their names; pictures are left out. */
type Parts = ReadonlyMap<string, string>;

async function partsOf(archive: Archive): Promise<Parts> {
  const parts = new Map<string, string>();
  for (const name of archive.names)
    if (/\.(?:xml|rels)$/i.test(name)) parts.set(name, (await archive.text(name)) ?? '');
  return parts;
}

interface Converted {
  readonly html: string;
  readonly findings: Findings;
}

/** The document as the library reads it; a second time, where it tells of words that it does not know, with gaps in their place. */
async function converted(parts: Parts): Promise<Converted> {
  const once = await convertedWith(parts, new Set());
  const unknown = unknownIn(once.warnings);
  return unknown.size === 0 ? once : convertedWith(parts, unknown);
}

async function convertedWith(
  parts: Parts,
  unknown: Unknown,
): Promise<Converted & { readonly warnings: readonly string[] }> {
  const findings: Findings = { unread: new Set(), withdrawn: false };
  const styles = markStyles(parts.get('word/styles.xml'));
  const made = (xml: string) =>
    WRITTEN.test(xml.slice(0, HEAD)) ? readableXml(xml, styles, unknown, findings) : xml;
  // What the library makes of an archive that it opens: it takes one that is open, too.
  const file = {
    exists: (name: string) => parts.has(name),
    read: (name: string) => Promise.resolve(made(parts.get(name) ?? '')),
  };
  const { value, messages } = await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, {
    styleMap: STYLES,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  });
  return { html: value, findings, warnings: messages.map(({ message }) => message) };
}

/** The roots of the parts that have words. */
const WRITTEN = /<w:(?:document|footnotes|endnotes)\b/;

/** Of a part so much is looked at for its root. */
const HEAD = 4096;

const problemOfOldContainer = (bytes: Uint8Array): ReadingProblem =>
  Buffer.from(bytes).includes(ENCRYPTED_STREAM)
    ? new ReadingProblem('encrypted')
    : new ReadingProblem('damaged', 'an old Word file, .doc: open it in Word and save it as .docx');

/** What the document's properties state (ECMA-376, part 2: core properties). When it was made is not when it was published. */
async function propertiesOf(archive: Archive, heading: string | undefined): Promise<SourceMetadata> {
  const xml = await archive.text('docProps/core.xml');
  const core = xml === undefined ? undefined : parseXml(xml);
  const texts = (name: string) => (core ? textsOf(core, name) : []);
  return {
    author: texts('dc:creator').flatMap((names) => names.split(/\s*;\s*/)),
    ...withoutUndefined({
      title: heading ?? texts('dc:title')[0],
      language: plainTag(texts('dc:language')[0] ?? ''),
    }),
  };
}
