import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { decode } from '../../ingest/decode';
import { describeFailure } from '../../ingest/failure';
import { updateKept } from '../../ingest/kept-file';
import { readRecordsFile } from '../../ingest/read-folder';
import { ACTORS_FILE } from '../../ingest/settings';
import { exportFtm } from '../../language/exchange/export-ftm';
import { importFtm, type FtmImport } from '../../language/exchange/import-ftm';
import { applyReplacements } from '../../language/fixes/replacements';
import { EXIT, formatOf, print, printJson, say, UsageError, type Arguments } from '../command';

const MARK = '\uFEFF';

/** `actors --export ftm`: the registry as FollowTheMoney entities, one JSON object on each line. */
export async function exportActors(given: Arguments): Promise<number> {
  const format = String(given.values['export']);
  if (format !== 'ftm') throw new UsageError(`--export takes ftm, not "${format}".`);
  const made = exportFtm(await registryText(rootOf(given)));
  if ('problem' in made) {
    say(made.problem);
    return EXIT.couldNotRun;
  }
  for (const line of made.lines) print(line);
  return EXIT.clean;
}

/** `actors --import FILE`: merges FollowTheMoney entities into actors.yaml; with `--dry-run` only tells what it would do. */
export async function importActors(given: Arguments): Promise<number> {
  const format = formatOf(given, ['text', 'json']);
  const root = rootOf(given);
  const file = String(given.values['import']);
  const text = await registryText(root);
  const result = importFtm(text, await textOf(file));
  const isDry = given.values['dry-run'] === true;
  const written = !isDry && result.problem === undefined && result.edits.length > 0;
  if (written) await replaceRegistry(root, text, applyReplacements(text, result.edits));
  tell(file, result);
  if (format === 'json') {
    const { added, changed, suggestions, problems } = result;
    printJson({ written, added, changed, suggestions, problems });
  } else if (result.problem === undefined) {
    print(`Actors ${isDry ? 'to be ' : ''}added: ${result.added.length}, changed: ${result.changed.length}.`);
  }
  if (result.problem !== undefined) return EXIT.couldNotRun;
  return result.problems.length > 0 ? EXIT.findings : EXIT.clean;
}

function tell(file: string, { problem, problems, suggestions }: FtmImport): void {
  if (problem !== undefined) say(problem);
  for (const { line, message } of problems) say(`${file}:${line}: ${message}`);
  for (const { entity, name, actor } of suggestions)
    say(
      `${entity} (${name}) may be ${actor}: it is not imported. Give one of the two the other’s id to merge them.`,
    );
}

const rootOf = ({ values }: Arguments): string => nodePath.resolve(String(values['root'] ?? '.'));

/** With its byte order mark, which is kept. */
async function registryText(root: string): Promise<string> {
  const read = await readRecordsFile(root, ACTORS_FILE);
  if (typeof read === 'object') throw new UsageError(`${ACTORS_FILE}: ${describeFailure(read)}`);
  if (read === undefined) return '';
  const bytes = await fs.readFile(nodePath.join(root, ACTORS_FILE));
  const isMarked = bytes.subarray(0, 3).equals(Buffer.from(MARK));
  const text = (isMarked ? MARK : '') + read;
  if (!Buffer.from(text).equals(bytes))
    throw new UsageError(`${ACTORS_FILE} is not UTF-8: save it as UTF-8 first.`);
  return text;
}

async function textOf(file: string): Promise<string> {
  const bytes = await fs.readFile(file).catch((error: unknown) => {
    throw new UsageError(`${file} could not be read (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  });
  const decoded = decode(bytes);
  if ('binary' in decoded) throw new UsageError(`${file} is no text: ${decoded.binary}.`);
  return decoded.text;
}

/** The edits were made for the text as it was read: what somebody else has written since stays. */
async function replaceRegistry(root: string, before: string, text: string): Promise<void> {
  const isSame = (now: string | undefined) => (now ?? '') === before;
  const { written } = await updateKept(root, ACTORS_FILE, (now) =>
    isSame(now) ? { text, keepAside: false } : undefined,
  ).catch((error: unknown) => {
    throw new UsageError(`${ACTORS_FILE} could not be written (${(error as Error).message}).`);
  });
  if (!written) throw new UsageError(`${ACTORS_FILE} was changed meanwhile: import once more.`);
}
