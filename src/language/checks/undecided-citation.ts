import { reviewedItems } from '../review/draft-review';
import type { Check } from './check';

/** Where every citation must have been reviewed: nobody has decided on this one. */
export const undecidedCitation: Check = (judged) => {
  const { items = [] } = (judged.review?.isRequired ? reviewedItems(judged) : undefined) ?? {};
  return items.flatMap(({ state, citation }) =>
    state.kind === 'undecided'
      ? [
          {
            code: 'undecided-citation',
            severity: 'error',
            message: `Nobody has reviewed this citation of @${citation.key}: accept, query or reject it.`,
            span: citation.span,
          },
        ]
      : [],
  );
};
