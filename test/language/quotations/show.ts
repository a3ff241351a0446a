import assert from 'node:assert/strict';
import type { Quotation } from '../../../src/language/draft';
import { parseDraft } from '../../../src/language/parse-draft';

/** A quotation with its citations: `words <- key para. 4 value | other`, `words <-` where it has none. */
const shown = ({ reading, citations }: Quotation): string =>
  `${reading.text} <- ${citations.map(({ key, locator }) => (locator ? `${key} ${locator.value}` : key)).join(' | ')}`.trimEnd();

/** Asserts the quotations of a draft, in the form of `shown`. */
export function checkQuotations(draft: string, ...expected: string[]): void {
  assert.deepEqual(parseDraft(draft).quotations.map(shown), expected, draft);
}
