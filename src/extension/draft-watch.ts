import { Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import type { HealthWatch } from './health-watch';

/** A draft is looked at when typing rests for so long; in milliseconds. */
const REST = 350;

/** What changes while sources are read, or on disk, is told so often at most; in milliseconds. */
const PAUSE = 400;

const DRAFT_FILES = '**/*.{md,markdown,qmd,rmd,Rmd}';

/** Tells when what drafts cite may have changed: in one open draft, as it is typed, or anywhere. */
export class DraftWatch implements Disposable {
  readonly #changed = new EventEmitter<Uri | undefined>();
  readonly #typed = new Map<string, NodeJS.Timeout>();
  readonly #subscription: Disposable;
  #pause: NodeJS.Timeout | undefined;
  /** The draft, or undefined where it may be any, or the sources. */
  readonly onDidChange = this.#changed.event;

  constructor(health: HealthWatch) {
    const files = workspace.createFileSystemWatcher(DRAFT_FILES);
    const anywhere = () => {
      this.#anywhere();
    };
    this.#subscription = Disposable.from(
      health.onDidChange(anywhere),
      files,
      files.onDidCreate(anywhere),
      files.onDidChange(anywhere),
      files.onDidDelete(anywhere),
      workspace.onDidOpenTextDocument((document) => {
        if (mayBeDraft(document)) anywhere();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (mayBeDraft(document)) anywhere();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && mayBeDraft(document)) this.#type(document.uri);
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    clearTimeout(this.#pause);
    for (const timer of this.#typed.values()) clearTimeout(timer);
  }

  #type(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.#typed.get(key));
    this.#typed.set(
      key,
      setTimeout(() => {
        this.#typed.delete(key);
        this.#changed.fire(uri);
      }, REST),
    );
  }

  #anywhere(): void {
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#changed.fire(undefined);
    }, PAUSE);
  }
}

/** What the server takes for a draft, unless it is a source: of that it tells by itself. */
function mayBeDraft({ uri, languageId }: TextDocument): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
  return /^(?:markdown|quarto|rmd)$/.test(languageId) || /\.(?:md|markdown|qmd|rmd)$/i.test(uri.path);
}
