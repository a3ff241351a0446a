import type { Check } from './check';

/** Something looks like a quotation but cannot be read as one: said, never passed over. */
export const unreadQuotation: Check = ({ draft }) =>
  draft.unread.map((span) => ({
    code: 'unread-quotation',
    severity: 'warning',
    message:
      'This looks like a quotation but could not be read, so it was not checked. ' +
      'See that its marks come in pairs, or write it as a block quote ("> ").',
    span,
  }));
