import type { Citation } from '../draft';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import type { Problem, ProblemCode } from '../problem';
import type { Subjects } from './trial';

/** Codes whose problems are a citation's; all others are a quotation's. */
const OF_CITATIONS: ReadonlySet<ProblemCode> = new Set(['unknown-source', 'unknown-locator']);

/** What a problem belongs to, by its place in the draft. */
export type Subject =
  { readonly kind: 'citation'; readonly at: number } | { readonly kind: 'quotation'; readonly at: number };

export function subjectOf(
  { citations, quotations }: JudgedDraft,
  { code, span }: Problem,
): Subject | undefined {
  const isHere = (other: { readonly start: number; readonly end: number }) =>
    other.start === span.start && other.end === span.end;
  const at = OF_CITATIONS.has(code)
    ? citations.findIndex(({ citation }) =>
        isHere(code === 'unknown-source' ? citation.span : (citation.locator?.span ?? citation.span)),
      )
    : quotations.findIndex(({ quotation }) => isHere(quotation.span));
  if (at < 0) return undefined;
  return { kind: OF_CITATIONS.has(code) ? 'citation' : 'quotation', at };
}

/** What must be right when a problem is mended: a citation with all quotations that it claims. */
export function mendedWith(judged: JudgedDraft, { kind, at }: Subject): Subjects {
  if (kind === 'quotation') return { quotations: [at], citations: [] };
  const citation = judged.citations[at]?.citation;
  const quotations = judged.quotations.flatMap(({ quotation }, number) =>
    citation && quotation.citations.includes(citation) ? [number] : [],
  );
  return { quotations, citations: [at] };
}

export const quotationsOf = ({ quotations }: JudgedDraft, citation: Citation): JudgedQuotation[] =>
  quotations.filter(({ quotation }) => quotation.citations.includes(citation));
