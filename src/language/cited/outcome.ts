import { isAccepted, type Verdict } from '#corpus-index';
import type { ReviewItem } from '../review/review-items';

/** What the check says of a citation: the verdict on what it quotes, or that it quotes nothing. */
export type CitationOutcome = Verdict | 'unquoted';

/**
 * What a citation comes to: unresolved, or unchecked where its place cannot be looked up, else the first verdict of its quotations that is not accepted, else the first. Where
 * one bracket names several sources, words that stand in another of them are no quotation of this one.
 */
export function outcomeOf({
  quotations,
  resolved,
  isUnread,
  citation,
}: Pick<ReviewItem, 'quotations' | 'resolved' | 'isUnread' | 'citation'>): CitationOutcome {
  if (isUnread) return 'unchecked';
  if (!resolved) return 'unresolved';
  const verdicts = quotations.flatMap(({ judgement: { verdict, place } }) =>
    isAccepted(verdict) && place && place.source !== citation.key ? [] : verdict,
  );
  return verdicts.find((verdict) => !isAccepted(verdict)) ?? verdicts[0] ?? 'unquoted';
}

/** How it is shown: what is neither right nor wrong, as nothing is quoted or nothing could be checked, is plain. */
export function toneOf(outcome: CitationOutcome): 'good' | 'bad' | 'plain' {
  if (isProblem(outcome)) return 'bad';
  return outcome === 'unquoted' || outcome === 'unchecked' ? 'plain' : 'good';
}

/** Whether a writer has to do something about it. What could not be checked is told, and is no fault of the draft. */
export const isProblem = (outcome: CitationOutcome): boolean =>
  outcome === 'altered' || outcome === 'elsewhere' || outcome === 'missing' || outcome === 'unresolved';
