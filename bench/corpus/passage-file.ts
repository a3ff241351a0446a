import * as fs from 'node:fs';
import type { MadePassages } from './make-passages';

const LINE_BREAK = 10;

/**
 * Passages as a file: first what they were made of, then each on a line of its own. A million of them are longer than the longest string
 * of V8, so that neither JSON nor the whole text would do.
 */
export function writePassages(file: string, { description, passages }: MadePassages): void {
  const open = fs.openSync(`${file}.tmp`, 'w');
  for (const line of [description, ...passages]) fs.writeSync(open, `${line.replaceAll('\n', ' ')}\n`);
  fs.closeSync(open);
  fs.renameSync(`${file}.tmp`, file);
}

export function readPassages(file: string): MadePassages {
  const bytes = fs.readFileSync(file);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_BREAK, at);
    lines.push(bytes.toString('utf8', at, end));
    at = end + 1;
  }
  const [description = '', ...passages] = lines;
  return { description, passages };
}
