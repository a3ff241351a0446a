import { type CancellationToken, CancellationTokenSource, type Disposable } from 'vscode';

/** Runs searches a moment after they are asked for; a newer one cancels those before it. */
export class NewestSearch implements Disposable {
  readonly #search: (token: CancellationToken) => Promise<void>;
  #current = new CancellationTokenSource();
  #timer: NodeJS.Timeout | undefined;

  constructor(search: (token: CancellationToken) => Promise<void>) {
    this.#search = search;
  }

  start(pause = 0) {
    this.dispose();
    this.#current = new CancellationTokenSource();
    const { token } = this.#current;
    this.#timer = setTimeout(() => void this.#search(token), pause);
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#current.cancel();
    this.#current.dispose();
  }
}
