import type { Risk, RiskKind } from '#corpus-index';

/** What a reader loses, in the words of a title; a stop that cuts a sentence is the writer's, not the fix's. */
const NOTES: Readonly<Record<RiskKind, string | undefined>> = {
  negation: 'takes away a negation',
  hedge: 'takes away a hedge',
  attribution: 'takes away who says it',
  speaker: 'joins two speakers',
  'fragments-apart': 'joins different paragraphs',
  'cut-sentence': undefined,
};

/** ` (takes away a hedge)`: so that nobody marks an omission without knowing what it leaves out. */
export function riskNote(risks: readonly Risk[]): string {
  const notes = [...new Set(risks.flatMap(({ kind }) => NOTES[kind] ?? []))];
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
}
