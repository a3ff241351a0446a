import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { withDraft, type Lock } from '#corpus-index';
import { LOCK_FILE, updateLockFile } from '../../ingest/lock-file';
import { hashing } from '../../ingest/sha256';
import { draftLock } from '../../language/lock/draft-lock';
import { lockDraft, type LockSummary } from '../../language/lock/lock-draft';
import { withLock } from '../../language/judge-draft';
import {
  EXIT,
  formatOf,
  printText,
  printJson,
  readArguments,
  say,
  type Arguments,
  type Command,
} from '../command';
import { readDrafts, type ReadDraft } from '../drafts';
import { CORPUS_OPTION, corpusOption } from '../shared-corpus';
import { openFolder, type Folder } from '../folder';
import { compareDrafts, comparisonLines } from '../lock-comparison';

export const lock: Command = {
  usage: 'lock [DRAFT...]',
  summary: `writes where accepted quotations stand to ${LOCK_FILE}`,
  options: [
    '--check   writes nothing: compares what is locked with the sources, ends with 1 if something became of it',
    CORPUS_OPTION,
  ],
  run: async (args) => {
    const given = readArguments(args, { check: { type: 'boolean' }, corpus: { type: 'string' } });
    const format = formatOf(given, ['text', 'json']);
    const corpus = corpusOption(given);
    const folder = await openFolder(given);
    const drafts = await readDrafts(folder, given.positionals, { corpus });
    return given.values['check'] === true
      ? checkLock(folder, drafts, format)
      : await writeLockFile(folder, drafts, given, format);
  },
};

function checkLock(folder: Folder, drafts: readonly ReadDraft[], format: 'text' | 'json'): number {
  if (folder.lockFile.text === undefined)
    say(`Nothing is locked: there is no ${LOCK_FILE} in ${folder.root}.`);
  const comparison = compareDrafts(drafts);
  if (format === 'json') printJson(comparison);
  else
    comparisonLines(comparison).forEach((line) => {
      printText(line);
    });
  const isBroken = folder.lockFile.broken !== undefined || folder.lockFile.failure !== undefined;
  return isBroken || comparison.drafts.some(({ problems }) => problems.length > 0)
    ? EXIT.findings
    : EXIT.clean;
}

async function writeLockFile(
  folder: Folder,
  drafts: readonly ReadDraft[],
  { positionals }: Arguments,
  format: 'text' | 'json',
): Promise<number> {
  // Without names the whole folder is locked: what was locked of drafts that are there no more goes.
  const gone = positionals.length === 0 ? await draftsGone(folder, drafts) : [];
  const summaries = new Map<string, LockSummary>();
  const update = await updateLockFile(folder.root, (before) =>
    [...gone.map((path) => ({ path })), ...drafts].reduce(
      (after, draft) =>
        'judged' in draft ? lockOne(draft, after, summaries) : withDraft(after, draft.path, []),
      before,
    ),
  ).catch((error: unknown) => error as Error);
  if (update instanceof Error) {
    say(`Nothing was locked: ${LOCK_FILE} could not be written (${update.message}).`);
    return EXIT.couldNotRun;
  }
  const locked = drafts.map(({ path }) => ({ path, ...counts(summaries.get(path)) }));
  if (format === 'json')
    printJson({ written: update.written, keptAside: update.keptAside ?? null, drafts: locked, gone });
  else printCounts(locked, gone);
  if (update.keptAside !== undefined)
    say(`${LOCK_FILE} could not be read as a whole: it is kept aside as ${update.keptAside}.`);
  if (!update.written) say(`${LOCK_FILE} is as it was.`);
  return EXIT.clean;
}

function lockOne({ path, judged }: ReadDraft, before: Lock, summaries: Map<string, LockSummary>): Lock {
  const fresh = withLock(judged, draftLock(before, path, hashing));
  const { quotations, summary } = lockDraft(fresh, {
    draft: path,
    hashing,
    isSaved: () => true,
    onSave: false,
  });
  summaries.set(path, summary);
  return withDraft(before, path, quotations);
}

async function draftsGone({ root, lockFile }: Folder, drafts: readonly ReadDraft[]): Promise<string[]> {
  const read = new Set(drafts.map(({ path }) => path));
  const others = new Set(
    lockFile.lock.quotations.map(({ draft }) => draft).filter((draft) => !read.has(draft)),
  );
  const gone: string[] = [];
  for (const draft of others) if (!(await exists(nodePath.join(root, draft)))) gone.push(draft);
  return gone;
}

const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );

type Counts = Omit<LockSummary, 'unsaved'>;

const counts = (summary: LockSummary | undefined): Counts => {
  const { locked = 0, added = 0, kept = 0, dropped = 0, notAccepted = 0 } = summary ?? {};
  return { locked, added, kept, dropped, notAccepted };
};

function printCounts(drafts: readonly ({ readonly path: string } & Counts)[], gone: readonly string[]): void {
  for (const { path, locked, added, kept, dropped, notAccepted } of drafts) {
    const more = [
      ...(added > 0 ? [`${added} of them new`] : []),
      ...(kept > 0 ? [`${kept} kept as they were, not accepted now`] : []),
      ...(dropped > 0 ? [`${dropped} no longer in the draft`] : []),
      ...(notAccepted > kept ? [`${notAccepted - kept} not accepted`] : []),
    ];
    printText(`${path}: ${locked} locked${more.map((one) => `, ${one}`).join('')}`);
  }
  for (const path of gone) printText(`${path}: is there no more, and nothing of it is locked`);
}
