import { quotationLine, type Risk } from '#corpus-index';
import { riskMessage } from './checks/editorial-risk';
import type { JudgedDraft } from './judge-draft';
import type { Problem } from './problem';

/** A risk that a writer can acknowledge, offered on the problem that names it. */
export interface RiskAction {
  readonly title: string;
  readonly problem: Problem;
  /** The quotation's number in the draft. */
  readonly at: number;
  /** Its words on one line. */
  readonly quotation: string;
  readonly risk: Risk;
}

/** The way out of an `editorial-risk` that changes nothing in the draft; undefined for other problems. */
export function acknowledgeAction(judged: JudgedDraft, problem: Problem): RiskAction | undefined {
  if (problem.code !== 'editorial-risk') return undefined;
  const at = judged.quotations.findIndex(
    ({ quotation: { span } }) => span.start === problem.span.start && span.end === problem.span.end,
  );
  const one = judged.quotations[at];
  const risk = one?.judgement.risks.find((other) => riskMessage(other) === problem.message);
  if (!one || !risk) return undefined;
  return {
    title: 'Acknowledge this risk (kept in .sourcewright/anchors.json)',
    problem,
    at,
    quotation: quotationLine(one.quotation.text),
    risk,
  };
}

/** The quotation and risk that an acknowledgement speaks of, in the draft as it is now; it may have moved by some quotations. */
export function findAcknowledged(
  judged: JudgedDraft,
  {
    at,
    quotation,
    risk,
  }: {
    readonly at: number;
    readonly quotation: string;
    readonly risk: { readonly kind: string; readonly text: string };
  },
): { readonly at: number; readonly risk: Risk } | undefined {
  for (const number of [at, ...judged.quotations.keys()]) {
    const one = judged.quotations[number];
    if (!one || quotationLine(one.quotation.text) !== quotation) continue;
    const known = one.judgement.risks.find(({ kind, text }) => kind === risk.kind && text === risk.text);
    if (known) return { at: number, risk: known };
  }
  return undefined;
}
