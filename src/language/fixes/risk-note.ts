import type { Risk, RiskKind } from '#corpus-index';

/** What a reader loses, in few words. */
const NOTES: Readonly<Record<RiskKind, string>> = {
  negation: 'takes away a negation',
  hedge: 'takes away a hedge',
  attribution: 'takes away who says it',
  speaker: 'joins two speakers',
  number: 'puts in a figure',
  actor: 'names somebody else',
  'fragments-apart': 'joins different paragraphs',
  'sentences-joined': 'joins two sentences',
  'cut-sentence': 'cuts a sentence short',
};

export const riskNotes = (risks: readonly Risk[]): string[] => [
  ...new Set(risks.map(({ kind }) => NOTES[kind])),
];

/** ` (takes away a hedge)`: so that nobody marks an omission without knowing what it leaves out. */
export function riskNote(risks: readonly Risk[]): string {
  // A stop that cuts a sentence is the writer's, not the fix's.
  const notes = riskNotes(risks.filter(({ kind }) => kind !== 'cut-sentence'));
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
}
