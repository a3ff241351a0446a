import { type Disposable, l10n, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { describeHealth } from './health-text';
import type { HealthWatch } from './health-watch';
import type { Server } from './server';

/** One item that says whether the sources can be cited from. */
export class StatusBar implements Disposable {
  readonly #item = window.createStatusBarItem('sourcewright.health', StatusBarAlignment.Left, 10);
  readonly #health: HealthWatch;
  readonly #subscription: Disposable;
  #stopped = false;

  constructor(server: Server, health: HealthWatch) {
    this.#health = health;
    this.#item.name = l10n.t('Sourcewright: Sources');
    this.#subscription = health.onDidChange(() => {
      this.#update();
    });
    server.onDidChangeState((state) => {
      this.#stopped = state === 'stopped';
      this.#update();
    });
  }

  dispose() {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #update() {
    const folders = this.#health.folders ?? [];
    if (this.#stopped) this.#showStopped();
    else if (folders.length === 0) this.#item.hide();
    else this.#show(describeHealth(folders));
  }

  #show({ text, tooltip, command, warning }: ReturnType<typeof describeHealth>) {
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.backgroundColor = warning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }

  #showStopped() {
    this.#item.text = `$(error) ${l10n.t('Sourcewright stopped')}`;
    this.#item.tooltip = l10n.t('The server is not running: citations are not checked. Click for the log.');
    this.#item.command = 'sourcewright.showLog';
    this.#item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    this.#item.show();
  }
}
