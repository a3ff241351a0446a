import type { Citation } from '../draft';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import type { Problem, ProblemCode } from '../problem';
import type { Subjects } from './trial';

/** Codes whose problems are a citation's or a name's; all others are a quotation's. */
const OF_CITATIONS: ReadonlySet<ProblemCode> = new Set(['unknown-source', 'unknown-locator']);
const OF_NAMES: ReadonlySet<ProblemCode> = new Set(['spelling']);

/** What a problem belongs to, by its place in the draft. */
export interface Subject {
  readonly kind: 'citation' | 'quotation' | 'name';
  readonly at: number;
}

export function subjectOf(
  { citations, quotations, names }: JudgedDraft,
  { code, span }: Problem,
): Subject | undefined {
  const isHere = (other: { readonly start: number; readonly end: number }) =>
    other.start === span.start && other.end === span.end;
  if (OF_NAMES.has(code)) return found('name', names?.mentions.findIndex(isHere));
  const at = OF_CITATIONS.has(code)
    ? citations.findIndex(({ citation }) =>
        isHere(code === 'unknown-source' ? citation.span : (citation.locator?.span ?? citation.span)),
      )
    : quotations.findIndex(({ quotation }) => isHere(quotation.span));
  return found(OF_CITATIONS.has(code) ? 'citation' : 'quotation', at);
}

const found = (kind: Subject['kind'], at = -1): Subject | undefined => (at < 0 ? undefined : { kind, at });

/** What must be right when a problem is mended: a citation with all quotations that it claims; of a name, all that was. */
export function mendedWith(judged: JudgedDraft, { kind, at }: Subject): Subjects {
  if (kind === 'name') return { quotations: [], citations: [] };
  if (kind === 'quotation') return { quotations: [at], citations: [] };
  const citation = judged.citations[at]?.citation;
  const quotations = judged.quotations.flatMap(({ quotation }, number) =>
    citation && quotation.citations.includes(citation) ? [number] : [],
  );
  return { quotations, citations: [at] };
}

export const quotationsOf = ({ quotations }: JudgedDraft, citation: Citation): JudgedQuotation[] =>
  quotations.filter(({ quotation }) => quotation.citations.includes(citation));
