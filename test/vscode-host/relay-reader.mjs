// The launcher's end of relay.cjs: prints what the tests print, and keeps their verdict.
// A file carries it, so nothing is lost even when the extension host dies.
import fs from 'node:fs';

export class RelayReader {
  /** @type {'passed' | 'failed' | undefined} */
  verdict;
  /** When the tests last printed something. */
  lastSign = Date.now();

  #position = 0;
  #rest = Buffer.alloc(0);
  #chunk = Buffer.alloc(1 << 16);
  /** @type {number | undefined} */
  #fd;

  /** @param {string} file made here */
  constructor(file) {
    fs.writeFileSync(file, '');
    this.#fd = fs.openSync(file, 'r');
  }

  /** Passes on what has come since the last call. */
  drain() {
    if (this.#fd === undefined) return;
    for (let n; (n = fs.readSync(this.#fd, this.#chunk, 0, this.#chunk.length, this.#position)) > 0;) {
      this.#position += n;
      this.lastSign = Date.now();
      this.#rest = Buffer.concat([this.#rest, this.#chunk.subarray(0, n)]);
      this.#takeLines();
    }
  }

  close() {
    if (this.#fd !== undefined) fs.closeSync(this.#fd);
    this.#fd = undefined;
  }

  #takeLines() {
    for (let end; (end = this.#rest.indexOf('\n')) >= 0; this.#rest = this.#rest.subarray(end + 1)) {
      const [kind, text] = JSON.parse(this.#rest.toString('utf8', 0, end));
      if (kind === 'out') process.stdout.write(text);
      else if (kind === 'err') process.stderr.write(text);
      else this.verdict = text;
    }
  }
}
