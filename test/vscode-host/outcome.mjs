// How a test run ends: many things may end it, the first one counts.

export class Outcome {
  /** True once the end is in sight: from then on the workbench's complaints tell nothing new. */
  near = false;
  #settled = false;
  /** @type {(code: number) => void} */
  #resolve = () => undefined;
  /** @type {Promise<number>} the exit code */
  code = new Promise((resolve) => {
    this.#resolve = resolve;
  });

  /**
   * @param {number} code
   * @param {string} [why] printed where it is not the tests' own word
   */
  end(code, why) {
    if (this.#settled) return;
    this.near = this.#settled = true;
    if (why) console.error(`[vscode-host] ${why}`);
    this.#resolve(code);
  }
}
