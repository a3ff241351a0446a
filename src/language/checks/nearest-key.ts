import { distance } from 'fastest-levenshtein';

/** A key is taken for a misspelling of another one when at most this share of its letters differ. */
const MOST_DIFFERENT = 0.34;

/** The known key that an unknown one is most likely meant to be, if any is near. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const lower = key.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(key.length, best.candidate.length) * MOST_DIFFERENT
    ? best.candidate
    : undefined;
}
