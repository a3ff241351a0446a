import mammoth from 'mammoth';
import type { SourceDocument, SourceMetadata } from '#corpus-index';
import { openArchive, type Archive } from './archive';
import { DocumentBuilder } from './document-builder';
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
  // The library unpacks without a limit of its own.
  await archive.measure();
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const { document: root, withdrawn } = parseSeen(value);
  const builder = new DocumentBuilder();
  const title = root.querySelector('h1.title')?.textContent?.trim();
  if (root.body) appendHtml(builder, root.body);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return builder.finish(await propertiesOf(archive, title), { withdrawn });
}

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
