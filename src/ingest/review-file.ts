import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { noReviews, readReviews, type ReviewsFile } from '#corpus-index';
import type { ReadFailure } from './failure';
import { readKept, updateKept, type KeptUpdate } from './kept-file';

/** What Sourcewright keeps in the writer's folder. */
export const OWN_FOLDER = '.sourcewright';

/** Folder of all drafts' reviews, relative to the writer's folder. */
export const REVIEWS_FOLDER = `${OWN_FOLDER}/reviews`;

/** `drafts/a.md` is reviewed in `.sourcewright/reviews/drafts/a.md.yaml`. */
export const reviewPath = (draft: string): string => `${REVIEWS_FOLDER}/${draft}.yaml`;

/** What was decided on a draft's citations, as it lies on disk. */
export interface ReviewFile extends ReviewsFile {
  /** Relative to the writer's folder. */
  readonly path: string;
  /** The file is there and cannot be read. */
  readonly failure?: ReadFailure;
}

/** Reads the review of a draft (its path relative to the folder). Where there is none, nothing is decided. */
export async function readReviewFile(root: string, draft: string): Promise<ReviewFile> {
  const path = reviewPath(draft);
  const { text, failure } = await readKept(root, path);
  if (failure) return { ...noReviews, path, failure };
  return { ...(text === undefined ? noReviews : readReviews(text)), path };
}

/** The drafts that have a review, by their paths, whether they are there or not; sorted. Links are not followed. */
export async function listReviews(root: string): Promise<string[]> {
  const drafts: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await fs.readdir(nodePath.join(root, folder), { withFileTypes: true }).catch(() => []); // no folder: no reviews
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() && path.endsWith('.yaml'))
        drafts.push(path.slice(REVIEWS_FOLDER.length + 1, -'.yaml'.length));
    }
  };
  await walk(REVIEWS_FOLDER);
  return drafts.sort();
}

/** A review that cannot be read is not written over: decisions are people's work. */
export class BrokenReviewError extends Error {
  constructor(readonly why: string) {
    super(brokenReview(why));
  }
}

/**
 * Changes the review of a draft on disk, one process after the other (see `updateKept`); undefined leaves it as it is. Rejects
 * with `BrokenReviewError` where the file on disk is no review, else with the system's error where it cannot be written.
 */
export function updateReviewFile(
  root: string,
  draft: string,
  change: (file: ReviewsFile) => string | undefined,
): Promise<KeptUpdate> {
  const path = reviewPath(draft);
  return updateKept(root, path, (text) => {
    const file = text === undefined ? noReviews : readReviews(text);
    if (file.broken !== undefined) throw new BrokenReviewError(file.broken);
    const changed = change(file);
    return changed === undefined ? undefined : { text: changed, keepAside: false };
  });
}

const brokenReview = (why: string): string =>
  `This is no review (${why}), so none of its decisions count. Mend it, or bring back an older version.`;

/** What is wrong with a review on disk, and what to do: for lists of problems, in the editor and on the command line. */
export function describeReviewProblem({ broken, failure }: ReviewFile): string | undefined {
  if (failure)
    return (
      `The review cannot be read (${failure.detail}), so none of its decisions count. ` +
      'See that it is a plain file that you may read and write.'
    );
  return broken === undefined ? undefined : brokenReview(broken);
}
