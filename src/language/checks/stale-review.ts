import type { Review, StaleSide } from '#corpus-index';
import { reviewedItems } from '../review/draft-review';
import type { Check } from './check';

const SIDES: Readonly<Record<StaleSide, string>> = {
  quotation: 'the quotation',
  sentence: 'the sentence that stands on it',
  passage: 'the cited passage',
};

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
  const changed = sides.map((side) => SIDES[side]);
  const last = changed.pop() ?? '';
  const all = changed.length > 0 ? `${changed.join(', ')} and ${last}` : last;
  const verb = changed.length > 0 ? 'have' : 'has';
  const who = by === '' ? '' : ` by ${by}`;
  return `This citation was ${decision}${who}, but ${all} ${verb} changed since: look at it again.`;
}
