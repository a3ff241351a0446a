import { Disposable, EventEmitter, l10n, Uri, workspace, WorkspaceEdit } from 'vscode';
import { choose } from '../choose';
import type { LeftReview } from '../../protocol/review';
import type { DraftWatch } from '../draft-watch';
import type { HealthWatch } from '../health-watch';
import { plainLabel, plainText } from '../plain-label';
import type { Server } from '../server';
import { failure, information } from '../tell';

/** A review without its draft, and the folder that it is in. */
type Left = LeftReview & { readonly folder: string };

const REVIEWS = '**/.sourcewright/reviews/**';

/** Knows which reviews have lost their draft, as drafts and reviews come and go. */
export class LeftReviews implements Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #left: readonly Left[] = [];
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, health: HealthWatch, drafts: DraftWatch) {
    this.#server = server;
    this.#health = health;
    const files = workspace.createFileSystemWatcher(REVIEWS, false, true);
    const anew = () => void this.refresh();
    this.#subscription = Disposable.from(
      files,
      files.onDidCreate(anew),
      files.onDidDelete(anew),
      drafts.onDidChange((draft) => {
        if (!draft) anew();
      }),
    );
  }

  get all(): readonly Left[] {
    return this.#left;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async refresh(): Promise<void> {
    const asked = (this.#health.folders ?? []).map(async ({ folder }) => {
      const { reviews } = await this.#server.leftReviews({ folder }).catch(() => ({ reviews: [] }));
      return reviews.map((review) => ({ ...review, folder }));
    });
    const left = (await Promise.all(asked)).flat();
    if (JSON.stringify(left) === JSON.stringify(this.#left)) return;
    this.#left = left;
    this.#changed.fire();
  }
}

/** Gives a review that lost its draft to another one, which a person chooses. */
export async function takeOverReview(server: Server, left: LeftReviews): Promise<void> {
  await left.refresh();
  const review = await chooseReview(left.all);
  if (!review) return;
  const { drafts, complete } = await server.takers({ folder: review.folder, draft: review.draft });
  if (!complete) {
    void information(l10n.t('Not all sources have been read yet: try again when they are.'));
    return;
  }
  const title = l10n.t('Which Draft Takes Over the Review of {0}?', plainText(review.draft));
  const chosen = await choose(
    drafts.map(({ path, reviewUri, decisions }) => ({
      ...{ label: plainLabel(path), reviewUri },
      description: l10n.t('decisions that hold: {0}', decisions),
    })),
    { title, placeHolder: l10n.t('Drafts that have no review yet') },
  );
  if (!chosen) return;
  const edit = new WorkspaceEdit();
  edit.renameFile(Uri.parse(review.uri), Uri.parse(chosen.reviewUri), { overwrite: false });
  if (!(await workspace.applyEdit(edit)))
    void failure(l10n.t('The review was not taken over: its file could not be renamed.'));
  await left.refresh();
}

async function chooseReview(all: readonly Left[]): Promise<Left | undefined> {
  if (all.length === 0) void information(l10n.t('Every review has its draft.'));
  if (all.length < 2) return all[0];
  const chosen = await choose(
    all.map((review) => ({ label: plainLabel(review.draft), review })),
    { title: l10n.t('Which Review?') },
  );
  return chosen?.review;
}
