import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repositoryRoot } from '../repository-root';
import { proseOf } from './prose';

/** Real English prose of one folder: paragraphs of its documents, in their order. */
export interface ProseFolder {
  readonly folder: string;
  readonly documents: readonly (readonly string[])[];
  readonly words: number;
}

/** What packages ship for people to read: of this project's own packages, and of a Debian-like system. */
const FOLDERS = [
  path.join(repositoryRoot, 'node_modules'),
  '/usr/share/doc',
  '/usr/share/perl',
  '/usr/share/man',
  '/usr/share/vim',
];

const TEXT =
  /(?:\.(?:md|markdown|txt|rst|pod|html?|\d\w*)|^(?:README|NEWS|FAQ|HACKING|TODO|changelog)[^/]*)(?:\.gz)?$/i;

/** Licences say the same in every package, each with a few words of its own. */
const LICENCE = /licen[cs]e|copying|copyright|notice/i;
const LARGEST_FILE = 4_000_000;

/** A paragraph stands in many packages: it counts once. */
type Seen = Set<string>;

/** Reads folder after folder until there are `wanted` words; `own` instead of the usual folders, where it is given. */
export function findProse(wanted: number, own?: string): ProseFolder[] {
  const seen: Seen = new Set();
  const found: ProseFolder[] = [];
  let missing = wanted;
  for (const folder of own === undefined ? FOLDERS : [path.resolve(own)]) {
    if (missing <= 0 || !fs.existsSync(folder)) continue;
    const prose = readFolder(folder, missing, seen);
    missing -= prose.words;
    if (prose.words > 0) found.push(prose);
  }
  return found;
}

function readFolder(folder: string, wanted: number, seen: Seen): ProseFolder {
  const documents: string[][] = [];
  let words = 0;
  for (const file of filesIn(folder)) {
    if (words >= wanted) break;
    const paragraphs = proseOf(readText(file), file).filter((paragraph) => isNew(paragraph, seen));
    if (paragraphs.length === 0) continue;
    documents.push(paragraphs);
    for (const paragraph of paragraphs) words += paragraph.split(' ').length;
  }
  return { folder, documents, words };
}

function isNew(paragraph: string, seen: Seen): boolean {
  const start = paragraph.slice(0, 80);
  if (seen.has(start)) return false;
  seen.add(start);
  return true;
}

function* filesIn(folder: string): Generator<string> {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile() && TEXT.test(entry.name) && !LICENCE.test(entry.name)) yield file;
  }
}

function readText(file: string): string {
  try {
    if (fs.statSync(file).size > LARGEST_FILE) return '';
    const bytes = fs.readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    return '';
  }
}
