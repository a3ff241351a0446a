/**
 * What is known of each passage beside its score, side by side, as all of it is looked at together: the word of the query (counted
 * from 1) that it was last met for and how many it was met for; the same of different terms, as a word may stand in a query twice.
 */
const LAST_WORD = 0;
const WORDS = 1;
const LAST_TERM = 2;
const TERMS = 3;
const WIDTH = 4;

/** Gathers what passages score, word by word; used for one query after the other. */
export class Tally {
  /** How many passages have a score. */
  size = 0;
  /** The passages that have one, in the order in which they were met. */
  private passages = new Uint32Array();
  private scores = new Float64Array();
  private met = new Uint16Array();
  private word = 0;
  private term = 0;

  begin(passages: number): void {
    this.clear();
    if (passages <= this.scores.length) return;
    // With some room: sources come one by one.
    const room = Math.ceil(passages * 1.1);
    this.passages = new Uint32Array(room);
    this.scores = new Float64Array(room);
    this.met = new Uint16Array(room * WIDTH);
  }

  /** What is added from here on is for another word of the query. */
  nextWord(isNewTerm: boolean): void {
    this.word++;
    if (isNewTerm) this.term++;
  }

  add(passage: number, score: number): void {
    const { met, word, term } = this;
    this.scores[passage] = (this.scores[passage] ?? 0) + score;
    const at = passage * WIDTH;
    const last = met[at + LAST_WORD];
    if (last === word) return;
    if (last === 0) this.passages[this.size++] = passage;
    met[at + LAST_WORD] = word;
    met[at + WORDS] = (met[at + WORDS] ?? 0) + 1;
    if (met[at + LAST_TERM] === term) return;
    met[at + LAST_TERM] = term;
    met[at + TERMS] = (met[at + TERMS] ?? 0) + 1;
  }

  passage(at: number): number {
    return this.passages[at] ?? 0;
  }

  /** Whether the passage was met for every word. */
  hasAll(passage: number): boolean {
    return this.met[passage * WIDTH + WORDS] === this.word;
  }

  /** The sum of what was added, times the number of different terms, as MiniSearch reckons. */
  scoreOf(passage: number): number {
    return (this.scores[passage] ?? 0) * (this.met[passage * WIDTH + TERMS] ?? 0);
  }

  private clear(): void {
    const { met } = this;
    for (let i = 0; i < this.size; i++) {
      const passage = this.passages[i] ?? 0;
      this.scores[passage] = 0;
      const at = passage * WIDTH;
      met[at + LAST_WORD] = met[at + WORDS] = met[at + LAST_TERM] = met[at + TERMS] = 0;
    }
    this.size = this.word = this.term = 0;
  }
}
