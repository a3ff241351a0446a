import { type Disposable, l10n, type Progress, ProgressLocation, window } from 'vscode';
import type { FolderHealth } from '../protocol/index';
import type { HealthWatch } from './health-watch';
import type { Server } from './server';

/** Reading that takes longer can be watched and stopped; in milliseconds. */
const longReading = 2000;

/** Shows how far the reading of many sources has come, and lets a person stop it. */
export class IndexingProgress implements Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #subscription: Disposable;
  #waiting: NodeJS.Timeout | undefined;
  #isShown = false;

  constructor(server: Server, health: HealthWatch) {
    this.#server = server;
    this.#health = health;
    this.#subscription = health.onDidChange(() => {
      this.#watch();
    });
  }

  dispose() {
    clearTimeout(this.#waiting);
    this.#subscription.dispose();
  }

  #watch() {
    if (this.#busy.length === 0) {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
    } else if (!this.#isShown)
      this.#waiting ??= setTimeout(() => {
        this.#waiting = undefined;
        void this.#show();
      }, longReading);
  }

  async #show() {
    this.#isShown = true;
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Reading sources'),
      cancellable: true,
    };
    await window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => void this.#server.stopIndexing());
      return this.#untilRead(progress);
    });
    this.#isShown = false;
  }

  #untilRead(progress: Progress<{ message: string; increment: number }>): Promise<void> {
    return new Promise((resolve) => {
      let shown = 0;
      const report = () => {
        const [done, total] = [sum(this.#busy, 'done'), sum(this.#busy, 'total')];
        const share = total === 0 ? 0 : (100 * done) / total;
        progress.report({
          message: l10n.t('{0} of {1}', done, total),
          increment: Math.max(0, share - shown),
        });
        shown = Math.max(shown, share);
      };
      const subscription = this.#health.onDidChange(() => {
        if (this.#busy.length > 0) report();
        else {
          subscription.dispose();
          resolve();
        }
      });
      report();
    });
  }

  get #busy(): readonly FolderHealth[] {
    return (this.#health.folders ?? []).filter(({ phase }) => phase === 'indexing');
  }
}

const sum = (folders: readonly FolderHealth[], count: 'done' | 'total'): number =>
  folders.reduce((all, folder) => all + folder[count], 0);
