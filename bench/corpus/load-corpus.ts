import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { SourceText } from '#corpus-index';
import { makePassages } from './make-passages';
import { readPassages, writePassages } from './passage-file';

/** Passages of one source: about 100 kB of text. */
const PASSAGES_OF_A_SOURCE = 180;

/** Changes whenever passages are made otherwise than before. */
const VERSION = 2;

export interface BenchCorpus {
  readonly passages: readonly string[];
  /** The passages as plain-text sources. */
  readonly sources: readonly SourceText[];
  readonly description: string;
}

/** The corpus from the folder for temporary files, or made and put there. */
export function loadCorpus(count: number, seed: number, own?: string): BenchCorpus {
  const folder = path.join(os.tmpdir(), 'sourcewright-bench');
  const name = `${count}-${seed}-${own === undefined ? 'packages' : path.resolve(own).replace(/\W+/g, '-')}-v${VERSION}.txt`;
  const file = path.join(folder, name);
  const isKept = fs.existsSync(file);
  const made = isKept ? readPassages(file) : makePassages(count, seed, own);
  if (!isKept) {
    fs.mkdirSync(folder, { recursive: true });
    writePassages(file, made);
  }
  return { ...made, sources: sourcesOf(made.passages) };
}

function sourcesOf(passages: readonly string[]): SourceText[] {
  const sources: SourceText[] = [];
  for (let at = 0; at < passages.length; at += PASSAGES_OF_A_SOURCE)
    sources.push(
      sourceOf(`s${String(sources.length).padStart(5, '0')}`, passages.slice(at, at + PASSAGES_OF_A_SOURCE)),
    );
  return sources;
}

function sourceOf(key: string, passages: readonly string[]): SourceText {
  const text = passages.join('\n\n');
  let end = -2;
  const spans = passages.map((passage, index) => {
    const start = end + 2;
    end = start + passage.length;
    return { n: index + 1, start, end };
  });
  return {
    path: `sources/${key}.txt`,
    format: 'text',
    text,
    reading: { text },
    metadata: { key, author: [] },
    passages: spans,
    dropped: [],
  };
}
