import { saidBy } from '../review/said-by';
import type { Check } from './check';

/** A reviewer has a question about this citation. */
export const queriedCitation: Check = (judged) =>
  saidBy(judged, 'queried').map(({ citation, said }) => ({
    code: 'queried-citation',
    severity: judged.review?.isRequired ? 'warning' : 'information',
    message: `A reviewer has a question about this citation${said}`,
    span: citation.span,
  }));
