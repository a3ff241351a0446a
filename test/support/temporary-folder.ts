import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** A new folder with these files in it; strings are written as UTF-8. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'sourcewright-test-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export const removeFolder = (folder: string): void => {
  fs.rmSync(folder, { recursive: true, force: true });
};

/** A line and character (from 0) of the first place where `words` stand, moved on by `by` characters. */
export function positionOf(text: string, words: string, by = 0): { line: number; character: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  const before = text.slice(0, at + by).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}
