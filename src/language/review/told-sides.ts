import type { StaleSide } from '#corpus-index';

const SIDES: Readonly<Record<StaleSide, string>> = {
  quotation: 'the quotation',
  sentence: 'the sentence that stands on it',
  passage: 'the cited passage',
  citation: 'the citation itself (its locator, or the words beside its key)',
  place: 'what stands around it, which tells it from the same citation elsewhere in the draft,',
};

/** What has changed, for a sentence: `the quotation and the cited passage have`. */
export function toldSides(sides: readonly StaleSide[]): string {
  const changed = sides.map((side) => SIDES[side]);
  const last = changed.pop() ?? '';
  return changed.length > 0 ? `${changed.join(', ')} and ${last} have` : `${last} has`;
}
