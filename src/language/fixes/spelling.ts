import { findMixedSpellings } from '../actors/mixed-spellings';
import type { JudgedDraft } from '../judge-draft';
import type { Problem } from '../problem';
import type { Proposals } from './fix';

/** The house spelling in the place of another. */
export function* fixSpelling({ draft, names }: JudgedDraft, { span }: Problem): Proposals {
  const mixed = names && findMixedSpellings(draft, names).find((one) => one.span.start === span.start);
  if (!mixed) return;
  yield {
    title: `Write “${mixed.house}”`,
    attempts: [[{ ...mixed.span, text: mixed.house }]],
    isPreferred: true,
  };
}
