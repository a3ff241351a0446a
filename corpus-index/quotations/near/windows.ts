import type { Tokens } from '../tokens';
import { findRun, isWord, runOf } from '../tokens';

/** A stretch of a source, in tokens, in which a misquotation may have its origin. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Words of a seed: three words in a row seldom stand together by chance. */
const SEED_LENGTH = 3;

/** A seed that stands in more places than this says nothing of where the quotation is from. */
const MOST_PLACES = 40;

/** So many windows are compared word by word. */
const MOST_WINDOWS = 4;

/** How much longer than the quotation a window is: room for words left out. */
const ROOM = 1.5;

/** The windows that share most seeds with the quotation, best first: each seed votes where the quotation would begin. */
export function nearWindows(quotation: Tokens, source: Tokens): Window[] {
  const starts: number[] = [];
  for (let length = SEED_LENGTH; length > 0 && starts.length === 0; length--)
    vote(quotation, source, length, starts);
  const reach = Math.ceil(quotation.length * ROOM) + 12;
  const windows: (Window & { readonly votes: number })[] = [];
  starts.sort((a, b) => a - b);
  for (let first = 0, last = 0; first < starts.length; first++) {
    while (last < starts.length && (starts[last] ?? 0) - (starts[first] ?? 0) <= reach / 2) last++;
    const from = Math.max(0, (starts[first] ?? 0) - Math.ceil(reach / 4));
    windows.push({ from, to: Math.min(source.length, from + 2 * reach), votes: last - first });
  }
  windows.sort((a, b) => b.votes - a.votes);
  const chosen: Window[] = [];
  for (const window of windows) {
    if (chosen.length === MOST_WINDOWS) break;
    if (!chosen.some((other) => Math.abs(other.from - window.from) < reach / 2)) chosen.push(window);
  }
  return chosen;
}

function vote(quotation: Tokens, source: Tokens, length: number, starts: number[]): void {
  for (let at = 0; at + length <= quotation.length; at++) {
    if (!isWord(quotation, at)) continue;
    const run = runOf(quotation, at, at + length);
    const places: number[] = [];
    for (
      let place = findRun(source, run);
      place >= 0 && places.length <= MOST_PLACES;
      place = findRun(source, run, place + 1)
    ) {
      places.push(place - at);
    }
    if (places.length <= MOST_PLACES) starts.push(...places);
  }
}
