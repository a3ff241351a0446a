import type { Tokens } from '../tokens';
import { findRun, isWord, runOf } from '../tokens';

/** A stretch of a source, in tokens, in which a misquotation may have its origin. */
export interface Window {
  readonly source: Tokens;
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

interface Counted extends Window {
  readonly votes: number;
}

/**
 * The windows of a source, or of stretches of it, that share most seeds with the quotation, best first: each seed votes where the
 * quotation would begin.
 */
export function nearWindows(quotation: Tokens, stretches: readonly Tokens[]): Window[] {
  let starts: readonly number[][] = [];
  for (let length = SEED_LENGTH; length > 0 && starts.every(({ length: none }) => none === 0); length--)
    starts = votes(quotation, stretches, length);
  const reach = Math.ceil(quotation.length * ROOM) + 12;
  const windows = stretches.flatMap((source, at) => countedWindows(source, starts[at] ?? [], reach));
  windows.sort((a, b) => b.votes - a.votes);
  const chosen: Window[] = [];
  for (const window of windows) {
    if (chosen.length === MOST_WINDOWS) break;
    if (
      !chosen.some(
        (other) => other.source === window.source && Math.abs(other.from - window.from) < reach / 2,
      )
    )
      chosen.push(window);
  }
  return chosen;
}

function countedWindows(source: Tokens, starts: readonly number[], reach: number): Counted[] {
  const ordered = [...starts].sort((a, b) => a - b);
  let last = 0;
  return ordered.map((start, first) => {
    while (last < ordered.length && (ordered[last] ?? 0) - start <= reach / 2) last++;
    const from = Math.max(0, start - Math.ceil(reach / 4));
    return { source, from, to: Math.min(source.length, from + 2 * reach), votes: last - first };
  });
}

/** Where the quotation would begin by each seed, in each stretch; seeds that stand in too many places are left out. */
function votes(quotation: Tokens, stretches: readonly Tokens[], length: number): number[][] {
  const starts: number[][] = stretches.map(() => []);
  for (let at = 0; at + length <= quotation.length; at++) {
    if (!isWord(quotation, at)) continue;
    const run = runOf(quotation, at, at + length);
    const places = stretches.map((source) => placesOf(run, source, at));
    if (places.reduce((sum, one) => sum + one.length, 0) > MOST_PLACES) continue;
    places.forEach((found, stretch) => starts[stretch]?.push(...found));
  }
  return starts;
}

function placesOf(run: string, source: Tokens, at: number): number[] {
  const places: number[] = [];
  for (
    let place = findRun(source, run);
    place >= 0 && places.length <= MOST_PLACES;
    place = findRun(source, run, place + 1)
  )
    places.push(place - at);
  return places;
}
