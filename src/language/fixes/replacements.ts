import type { Replacement } from './fix';

/** Replacements of several fixes as one: in order, equal ones once; undefined where two contend for one place. */
export function mergeReplacements(replacements: readonly Replacement[]): Replacement[] | undefined {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Replacement[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (!last || next.start > last.end || (next.start === last.end && next.start > last.start)) {
      merged.push(next);
    } else if (next.start !== last.start || next.end !== last.end || next.text !== last.text) {
      return undefined;
    }
  }
  return merged;
}

/** The text with replacements made, which are in its order and do not overlap. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let changed = '';
  let from = 0;
  for (const { start, end, text: put } of replacements) {
    changed += text.slice(from, start) + put;
    from = end;
  }
  return changed + text.slice(from);
}
