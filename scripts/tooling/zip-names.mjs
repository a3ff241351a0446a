import { readFileSync } from 'node:fs';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The names of a zip archive's files, from its central directory (APPNOTE.TXT, 4.3.12 and 4.3.16).
 * @param {string} file
 */
export function zipNames(file) {
  const data = readFileSync(file);
  let end = data.length - 22;
  while (end >= 0 && data.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error(`${file} is not a zip archive`);
  const names = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== ENTRY) throw new Error(`${file}: broken directory`);
    const nameLength = data.readUInt16LE(at + 28);
    names.push(data.toString('utf8', at + 46, at + 46 + nameLength));
    const restLength = data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
    at += 46 + nameLength + restLength;
  }
  return names;
}
