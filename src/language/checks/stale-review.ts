import type { Review, StaleSide } from '#corpus-index';
import { reviewedItems } from '../review/draft-review';
import { toldSides } from '../review/told-sides';
import type { Check } from './check';

/** A decision on a citation of which something has changed since. */
export const staleReview: Check = (judged) => {
  const { items = [] } = reviewedItems(judged) ?? {};
  return items.flatMap(({ state, citation }) =>
    state.kind === 'stale'
      ? [
          {
            code: 'stale-review',
            severity: judged.review?.isRequired ? 'error' : 'hint',
            message: staleMessage(state.review, state.sides),
            span: citation.span,
          },
        ]
      : [],
  );
};

function staleMessage({ decision, by }: Review, sides: readonly StaleSide[]): string {
  const who = by === '' ? '' : ` by ${by}`;
  return `This citation was ${decision}${who}, but ${toldSides(sides)} changed since: look at it again.`;
}
