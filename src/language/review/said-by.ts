import type { Decision, Review } from '#corpus-index';
import type { Citation } from '../draft';
import type { JudgedDraft } from '../judge-draft';
import { reviewedItems } from './draft-review';

/** The citations with a decision that still holds, and who said what: ` (Name): the note`. */
export function saidBy(
  judged: JudgedDraft,
  decision: Decision,
): { readonly citation: Citation; readonly said: string }[] {
  const { items = [] } = reviewedItems(judged) ?? {};
  return items.flatMap(({ state, citation }) =>
    state.kind === 'decided' && state.review.decision === decision
      ? [{ citation, said: words(state.review) }]
      : [],
  );
}

const words = ({ by, note }: Review): string =>
  `${by === '' ? '' : ` (${by})`}${note === undefined ? '.' : `: ${note}`}`;
