import yauzl from 'yauzl';
import { ReadingProblem } from './reading-problem';

/** What all parts of one archive together may unpack to; in bytes. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** So many parts no document has. */
const MOST_PARTS = 20_000;

/** The parts of an archive by their names: read when asked for, never written anywhere. */
export interface Archive {
  readonly names: readonly string[];
  /** Undefined where there is no such part. */
  bytes(name: string): Promise<Uint8Array | undefined>;
  /** A part as XML has it where it states no other encoding: UTF-8, or UTF-16 with a byte order mark. */
  text(name: string): Promise<string | undefined>;
}

/**
 * Opens a ZIP archive held in memory. Names that lead out of it are refused, sizes are those that come out and not those that the
 * archive claims.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl
    .fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false })
    .catch(asDamaged);
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new ReadingProblem('encrypted');
      if (entries.size >= MOST_PARTS) throw new ReadingProblem('too-complex', `${MOST_PARTS} parts`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    asDamaged(error);
  }
  let left = MOST_UNPACKED;
  const read = async (entry: yauzl.Entry): Promise<Buffer> => {
    const parts: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry).catch(asDamaged);
    try {
      for await (const part of stream as AsyncIterable<Buffer>) {
        left -= part.length;
        if (left < 0) throw new ReadingProblem('too-complex', 'it unpacks to more than 256 MB');
        parts.push(part);
      }
    } catch (error) {
      asDamaged(error);
    }
    return Buffer.concat(parts);
  };
  const bytesOf = async (name: string) => {
    const entry = entries.get(name);
    return entry && (await read(entry));
  };
  return {
    names: [...entries.keys()],
    bytes: bytesOf,
    text: async (name) => {
      const part = await bytesOf(name);
      return part && new TextDecoder(wideEncoding(part) ?? 'utf-8').decode(part);
    },
  };
}

function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function asDamaged(error: unknown): never {
  if (error instanceof ReadingProblem) throw error;
  throw new ReadingProblem('damaged', error instanceof Error ? error.message : String(error));
}
