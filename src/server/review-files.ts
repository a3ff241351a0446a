import { readReviewFile, REVIEWS_FOLDER, reviewPath, type ReviewFile } from '../ingest/review-file';
import type { FolderCorpus } from './folder-corpus';

/** The reviews of the drafts that are open, as they lie on disk. */
export class ReviewFiles {
  private readonly read = new Map<string, ReviewFile>();

  /** @param changed is told the folder, the draft's path and its review when that was read first, or says something else. */
  constructor(private readonly changed: (folder: FolderCorpus, draft: string, review: ReviewFile) => void) {}

  /** What was read of a draft's review; undefined until it is read for the first time, which is begun now. */
  of(folder: FolderCorpus, draft: string): ReviewFile | undefined {
    const name = nameOf(folder, draft);
    const known = this.read.get(name);
    if (!known) void this.readAnew(folder, draft);
    return known;
  }

  /**
   * A file of the folder has changed on disk, or a folder in it; gives whether it is one of reviews alone. Of a folder that comes
   * or goes with all that is in it, VS Code may tell nothing but itself.
   */
  fileChanged(folder: FolderCorpus, path: string): boolean {
    const isOurs = path === REVIEWS_FOLDER || path.startsWith(`${REVIEWS_FOLDER}/`);
    if (!isOurs && !REVIEWS_FOLDER.startsWith(`${path}/`)) return false;
    const own = nameOf(folder, '');
    for (const name of this.read.keys()) {
      if (!name.startsWith(own)) continue;
      const draft = name.slice(own.length);
      const review = reviewPath(draft);
      if (review === path || review.startsWith(`${path}/`)) void this.readAnew(folder, draft);
    }
    return isOurs;
  }

  async readAnew(folder: FolderCorpus, draft: string): Promise<ReviewFile> {
    const file = await readReviewFile(folder.root, draft);
    const name = nameOf(folder, draft);
    const known = this.read.get(name);
    this.read.set(name, file);
    // Who is told asks for the review, which reads it anew: the same again must not be told.
    if (!known || contentOf(known) !== contentOf(file)) this.changed(folder, draft, file);
    return file;
  }
}

const contentOf = ({ reviews, broken, failure }: ReviewFile): string =>
  JSON.stringify([reviews, broken, failure]);

const nameOf = ({ uri }: FolderCorpus, draft: string): string => `${uri}\n${draft}`;
