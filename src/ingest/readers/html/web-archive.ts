import PostalMime from 'postal-mime';
import { ReadingProblem } from '../reading-problem';

/** The page of a web archive, and where it was saved from. */
export interface ArchivedPage {
  readonly html: string;
  readonly url?: string;
}

/**
 * The page of a web archive (RFC 2557): its root part. The parts beside it are pictures and what stood in frames, which may be HTML
 * as well and is somebody else's.
 */
export async function webArchivePage(bytes: Uint8Array): Promise<ArchivedPage> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const headers = await headersOf(archive);
  const url = headers.get('snapshot-content-location');
  const { html } = await PostalMime.parse(Buffer.from(await rootPart(archive, headers), 'latin1'), {
    attachmentEncoding: 'arraybuffer',
  });
  if (html === undefined || html === '') throw new ReadingProblem('no-words');
  return { html, ...(url !== undefined && /^https?:\/\//i.test(url) ? { url } : {}) };
}

/** The names of headers in lower case. */
type Headers = ReadonlyMap<string, string>;

async function headersOf(part: string): Promise<Headers> {
  const [head = ''] = part.split(/\r?\n\r?\n/, 1);
  const { headers } = await PostalMime.parse(Buffer.from(head, 'latin1'));
  return new Map(headers.map(({ key, value }) => [key, value.trim()]));
}

/** The part that the archive names, else the one saved from the archive's own address, else the first that is HTML. */
async function rootPart(archive: string, headers: Headers): Promise<string> {
  const parts = await Promise.all(
    partsOf(archive, headers).map(async (text) => ({ text, headers: await headersOf(text) })),
  );
  const isHtml = (part: { readonly headers: Headers }) =>
    /^(?:text\/html|multipart\/)/i.test(part.headers.get('content-type') ?? '');
  const having = (name: string, value: string | undefined) =>
    value === undefined ? undefined : parts.find((part) => isHtml(part) && part.headers.get(name) === value);
  const root =
    having('content-id', parameter(headers, 'start')) ??
    having('content-location', headers.get('snapshot-content-location')) ??
    parts.find(isHtml);
  return root?.text ?? archive;
}

function partsOf(archive: string, headers: Headers): string[] {
  const boundary = parameter(headers, 'boundary');
  if (boundary === undefined) return [];
  const parts: string[] = [];
  let start: number | undefined;
  const border = `--${boundary}`;
  for (let at = archive.indexOf(border); at >= 0; at = archive.indexOf(border, at + border.length)) {
    const after = /^(--)?[ \t]*(?:\r?\n|$)/.exec(archive.slice(at + border.length, at + border.length + 200));
    if (!after || (at > 0 && archive[at - 1] !== '\n')) continue;
    if (start !== undefined) parts.push(archive.slice(start, at));
    start = at + border.length + after[0].length;
    if (after[1] !== undefined) return parts;
  }
  // Of an archive that was cut off, the last part has no end.
  if (start !== undefined) parts.push(archive.slice(start));
  return parts;
}

/** A parameter of the archive's content type, in quotation marks or not. */
function parameter(headers: Headers, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return found?.[1] ?? found?.[2];
}
