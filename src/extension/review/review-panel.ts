import * as nodePath from 'node:path';
import { type Disposable, type ExtensionContext, l10n, Uri, type WebviewPanel, workspace } from 'vscode';
import type { DecideResult, ReviewResult } from '../../protocol/review';
import { type FromReviewPage, LONGEST_NOTE, type ToReviewPage } from '../../protocol/review-page';
import type { Server } from '../server';
import { pageHtml } from '../page-html';
import { plainText } from '../plain-label';
import { warning } from '../tell';
import { restrictedMode } from '../trust';
import { openBeside } from './open-beside';
import { OwnDecisions } from './own-decisions';
import { pageTexts } from './page-texts';
import { readMessage } from './read-message';
import { askReviewer } from './reviewer';

/** After the last change of draft or sources the page is drawn anew; in milliseconds. */
const PAUSE = 300;

const KEPT = 'sourcewright.review';

/** Where a person left off in each draft: its URI, the number of the citation. */
type Left = Readonly<Record<string, number>>;

type Decide = Extract<FromReviewPage, { type: 'decide' }>;

/** One web view on one draft: tells its page what there is to review, and keeps what is decided there. */
export class ReviewPanel {
  readonly #panel: WebviewPanel;
  #draft: Uri;
  readonly #context: ExtensionContext;
  readonly #server: Server;
  /** What the page was told last: the only places that it can open. */
  #shown: ReviewResult | undefined;
  readonly #own = new OwnDecisions();
  /** Decisions and readings, one after the other: what the page hears is never older than what it decided. */
  #work: Promise<void> = Promise.resolve();
  #by: Promise<string | undefined> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: WebviewPanel, draft: Uri, context: ExtensionContext, server: Server) {
    this.#panel = panel;
    this.#draft = draft;
    this.#context = context;
    this.#server = server;
    const subscriptions: Disposable[] = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const read = readMessage(message);
        if (read?.type === 'note-too-long') this.#refuse(read);
        else if (read) this.#receive(read);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#draft.toString()) this.refresh();
      }),
    ];
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      for (const one of subscriptions) one.dispose();
    });
    panel.title = titleOf(draft);
    panel.webview.html = pageHtml(panel.webview, context.extensionUri, {
      name: 'review',
      title: l10n.t('Review'),
      root: 'div',
    });
  }

  /** The draft was renamed. */
  follow(draft: Uri): void {
    const left = this.#left()[this.#draft.toString()];
    this.#draft = draft;
    this.#panel.title = titleOf(draft);
    if (left !== undefined) this.#leave(left);
    this.refresh();
  }

  get draft(): Uri {
    return this.#draft;
  }

  /** Shows the page, and gives it the keys: one that was restored has them not by itself. */
  reveal(): void {
    this.#panel.reveal();
    this.#send({ type: 'focus' });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Draft, sources or decisions have changed. A page out of sight asks when it is shown again. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#panel.visible) this.#do(() => this.#tell());
    }, PAUSE);
  }

  #receive(message: FromReviewPage): void {
    switch (message.type) {
      case 'ready':
        this.#do(() => this.#tellFirst());
        return;
      case 'decide':
        this.#do(() => this.#decide(message));
        return;
      case 'open':
        void this.#open(message).catch((error: unknown) => {
          void warning(notOpened(error));
        });
        return;
      case 'at':
        this.#leave(message.citation);
    }
  }

  #refuse({ citation, version }: { readonly citation: number; readonly version: number }): void {
    this.#send({ type: 'decided', citation, version, problem: noteTooLong() });
  }

  #do(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#send({ type: 'failed', message: failure(error) });
    });
  }

  /** A page that is restored with its window may be there long before the server is. */
  async #tellFirst(): Promise<void> {
    const waiting = setTimeout(() => {
      this.#send({ type: 'waiting', message: starting() });
    }, PAUSE);
    await this.#tell().finally(() => {
      clearTimeout(waiting);
    });
  }

  async #tell(): Promise<void> {
    // The server reviews what is open in the editor; VS Code closes documents that nobody shows.
    await workspace.openTextDocument(this.#draft);
    const review = (this.#shown = await this.#server.review({ draft: this.#draft.toString() }));
    this.#own.told(review.entries);
    this.#send({
      type: 'review',
      draft: this.#draft.toString(),
      name: nodePath.posix.basename(this.#draft.path),
      review,
      left: this.#left()[this.#draft.toString()] ?? 0,
      texts: pageTexts(),
    });
  }

  async #decide(message: Decide): Promise<void> {
    const { citation, version } = message;
    const { problem, outdated = false } = await this.#keep(message).catch((error: unknown) => ({
      problem: notDecided(error),
      outdated: false,
    }));
    const why = problem ?? (outdated ? lookAgain() : undefined);
    this.#send({ type: 'decided', citation, version, ...(why === undefined ? {} : { problem: why }) });
    if (outdated) await this.#tell();
  }

  async #keep({ version, citation, seen: told, decision, note }: Decide): Promise<DecideResult> {
    if (!workspace.isTrusted) return { problem: restrictedMode() };
    const by = await this.#reviewer();
    if (by === undefined) return { problem: l10n.t('Nothing was decided: a decision needs a name.') };
    await workspace.openTextDocument(this.#draft);
    const draft = this.#draft.toString();
    const seen = this.#own.seen(citation, told);
    const said = note === undefined ? {} : { note };
    const result = await this.#server
      .decide({ draft, version, citation, seen, decision, by, ...said })
      .catch((): DecideResult => ({
        problem: l10n.t('Nothing was decided: the Sourcewright server does not answer.'),
      }));
    if (result.seen !== undefined) this.#own.kept(citation, told, result.seen);
    return result;
  }

  /** Asked once; again at the next decision where nothing was said, or nothing could be asked. */
  async #reviewer(): Promise<string | undefined> {
    const asked = (this.#by ??= askReviewer(workspace.getWorkspaceFolder(this.#draft)?.uri, this.#context));
    const by = await asked.catch((error: unknown) => {
      this.#by = undefined;
      throw error;
    });
    if (by === undefined) this.#by = undefined;
    return by;
  }

  async #open({ side, citation, enter }: Extract<FromReviewPage, { type: 'open' }>): Promise<void> {
    const entry = this.#shown?.entries[citation];
    const place = entry?.place;
    if (!entry || (side === 'source' && !place)) return;
    const [uri, range] =
      side === 'source' && place
        ? [Uri.parse(place.uri), place.range]
        : [this.#draft, entry.quotations[0]?.range ?? entry.range];
    await openBeside(this.#panel.viewColumn, uri, range, enter);
  }

  #left(): Left {
    return this.#context.workspaceState.get<Left>(KEPT) ?? {};
  }

  #leave(citation: number): void {
    void this.#context.workspaceState.update(KEPT, { ...this.#left(), [this.#draft.toString()]: citation });
  }

  #send(message: ToReviewPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

const starting = (): string =>
  l10n.t('The Sourcewright server is starting: the review is shown as soon as it answers.');

const titleOf = (draft: Uri): string => l10n.t('Review {0}', plainText(draft.path.replace(/^.*\//, '')));

const failure = (error: unknown): string =>
  l10n.t(
    'The draft could not be reviewed ({0}). The log says more: Sourcewright: Show Log.',
    messageOf(error),
  );

const notDecided = (error: unknown): string =>
  l10n.t('Nothing was decided: the draft could not be opened ({0}).', messageOf(error));

const lookAgain = (): string =>
  l10n.t('Nothing was decided: draft, source or decision has changed meanwhile. Look again.');

const notOpened = (error: unknown): string =>
  l10n.t(
    'The place could not be shown ({0}). The file may have been moved or deleted since it was read.',
    messageOf(error),
  );

const noteTooLong = (): string =>
  l10n.t('Nothing was decided: a note has at most {0} characters. Shorten it.', LONGEST_NOTE);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
