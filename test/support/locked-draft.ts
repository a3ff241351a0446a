import { emptyLock, readLock, withDraft, writeLock, type Corpus, type Lock } from '#corpus-index';
import { hashing } from '../../src/ingest/sha256';
import { checkDraft } from '../../src/language/checks/check-draft';
import { judgeDraft, type JudgedDraft } from '../../src/language/judge-draft';
import { draftLock } from '../../src/language/lock/draft-lock';
import { lockDraft, type LockedDraft, type LockOptions } from '../../src/language/lock/lock-draft';
import { parseDraft } from '../../src/language/parse-draft';
import type { Problem } from '../../src/language/problem';
import { corpusOf } from './corpus-of';

export const DRAFT = 'drafts/a.md';

export const LOCK_OPTIONS: LockOptions = { draft: DRAFT, hashing, isSaved: () => true, onSave: false };

/** A draft judged with what a lock has of it. */
export const judgedWith = (corpus: Corpus, draft: string, lock: Lock = emptyLock): JudgedDraft =>
  judgeDraft(corpus, parseDraft(draft), draftLock(lock, DRAFT, hashing));

/** Locks a draft, as the command does; what else the lock has stays. */
export function lockedDraft(
  corpus: Corpus,
  draft: string,
  lock: Lock = emptyLock,
  options: Partial<LockOptions> = {},
): LockedDraft & { readonly lock: Lock } {
  const locked = lockDraft(judgedWith(corpus, draft, lock), { ...LOCK_OPTIONS, ...options });
  const { lock: read } = readLock(writeLock(withDraft(lock, DRAFT, locked.quotations)));
  return { ...locked, lock: read };
}

type Files = Readonly<Record<string, string>>;

/** The problems of a draft that was locked when its sources (and perhaps its own text) were others. */
export function problemsSince(before: Files, now: Files, draft: string, draftNow = draft): Problem[] {
  const { lock } = lockedDraft(corpusOf(before), draft);
  return checkDraft(judgedWith(corpusOf(now), draftNow, lock));
}

/** Code and severity of each problem. */
export const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, severity }) => `${severity} ${code}`);
