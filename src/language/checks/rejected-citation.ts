import { saidBy } from '../review/said-by';
import type { Check } from './check';

/** A reviewer rejected this citation. */
export const rejectedCitation: Check = (judged) =>
  saidBy(judged, 'rejected').map(({ citation, said }) => ({
    code: 'rejected-citation',
    severity: judged.review?.isRequired ? 'error' : 'warning',
    message: `A reviewer rejected this citation${said}`,
    span: citation.span,
  }));
