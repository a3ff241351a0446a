import { lockedIn, type Hashing, type Lock, type LockedQuotation } from '#corpus-index';

/** What a draft is compared with beside its sources: what the lock has of it. */
export interface DraftLock {
  /** In the order of the draft when it was locked. */
  readonly locked: readonly LockedQuotation[];
  readonly hashing: Hashing;
}

/** What the lock has of the draft at this path, relative to the folder; undefined where it has nothing. */
export function draftLock(lock: Lock, path: string | undefined, hashing: Hashing): DraftLock | undefined {
  const locked = path === undefined ? [] : lockedIn(lock, path);
  return locked.length > 0 ? { locked, hashing } : undefined;
}
