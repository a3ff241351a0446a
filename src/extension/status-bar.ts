import { type Disposable, l10n, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { describeHealth } from './health-text';
import type { HealthWatch } from './health-watch';

/** One item that says whether the sources can be cited from. */
export class StatusBar implements Disposable {
  readonly #item = window.createStatusBarItem('sourcewright.health', StatusBarAlignment.Left, 10);
  readonly #client: LanguageClient;
  readonly #health: HealthWatch;
  readonly #subscriptions: readonly { dispose(): unknown }[];

  constructor(client: LanguageClient, health: HealthWatch) {
    this.#client = client;
    this.#health = health;
    this.#item.name = l10n.t('Sourcewright: Sources');
    this.#subscriptions = [
      this.#item,
      health.onDidChange(() => {
        this.#update();
      }),
      client.onDidChangeState(() => {
        this.#update();
      }),
    ];
  }

  dispose() {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #update() {
    if (this.#client.state === State.Stopped || this.#client.state === State.StartFailed) {
      this.#showStopped();
      return;
    }
    const folders = this.#health.folders ?? [];
    if (folders.length === 0) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, command, warning } = describeHealth(folders);
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
