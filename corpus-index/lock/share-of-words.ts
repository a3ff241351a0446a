import { formAt, type Tokens } from '../quotations/tokens';

/** How many of the tokens two stretches share, by the longer one: 1 where each has what the other has. */
export function shareOfWords(a: Tokens, b: Tokens): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < a.length; at++) counts.set(formAt(a, at), (counts.get(formAt(a, at)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at < b.length; at++) {
    const left = counts.get(formAt(b, at)) ?? 0;
    if (left > 0) shared++;
    counts.set(formAt(b, at), left - 1);
  }
  return shared / Math.max(1, a.length, b.length);
}
