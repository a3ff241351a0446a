import * as fs from 'node:fs/promises';
import { decode } from '../../ingest/decode';
import { updateKept } from '../../ingest/kept-file';
import { RECORDS_FILE } from '../../ingest/settings';
import { applyReplacements } from '../../language/fixes/replacements';
import { addRecords } from '../../language/references/add-records';
import { planImport } from '../../language/references/plan-import';
import { EXIT, printText, readArguments, say, UsageError, type Command } from '../command';
import { openFolder } from '../folder';

export const importReferences: Command = {
  usage: 'import FILE',
  summary: `adds the references of FILE (BibTeX, RIS, CSL JSON) to ${RECORDS_FILE}`,
  run: async (args) => {
    const given = readArguments(args);
    const [file, ...more] = given.positionals;
    if (file === undefined || more.length > 0) throw new UsageError('import takes one file.');
    // Only now: to evaluate the libraries takes longer than most commands.
    const { readReferences } = await import('../../language/references/exchange');
    const read = readReferences(await textOf(file), file);
    if (typeof read === 'string') throw new UsageError(read);
    const { corpus, root, recordFiles } = await openFolder(given);
    const { records, notes } = planImport(corpus, read.items);
    for (const note of [...read.notes, ...notes]) say(note);
    if (records.length > 0) {
      const yaml = recordFiles.find(({ path }) => path === RECORDS_FILE)?.text ?? '';
      const change = addRecords(yaml, records);
      if ('problem' in change) throw new UsageError(change.problem);
      await write(root, yaml, applyReplacements(yaml, change.edits));
    }
    for (const { item, file: described } of records)
      printText(`@${item.id}${described === undefined ? '' : `  ${described}`}`);
    return EXIT.clean;
  },
};

/** As a whole or not at all; a file that is not UTF-8, or another by now, is left alone. */
async function write(root: string, before: string, after: string): Promise<void> {
  const { written } = await updateKept(root, RECORDS_FILE, (now = '') => {
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
    return now === mark + before ? { text: mark + after, keepAside: false } : undefined;
  }).catch((error: unknown) => {
    throw new UsageError(`${RECORDS_FILE} could not be written (${(error as Error).message}).`);
  });
  if (!written)
    throw new UsageError(
      `${RECORDS_FILE} is not UTF-8, or has just been changed: save it as UTF-8. Nothing was changed.`,
    );
}

async function textOf(file: string): Promise<string> {
  const bytes = await fs.readFile(file).catch((error: unknown) => {
    throw new UsageError(
      `${file} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    );
  });
  const decoded = decode(bytes);
  if ('binary' in decoded) throw new UsageError(`${file} is not text (${decoded.binary}).`);
  return decoded.text;
}
