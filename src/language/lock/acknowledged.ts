import { quotationLine, type AcknowledgedRisk, type Risk } from '#corpus-index';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { compareLocked } from './compare-locked';

/** Whether a person has acknowledged the risk, and neither the quotation nor its source has changed since. */
export function isAcknowledged(judged: JudgedDraft, one: JudgedQuotation, risk: Risk): boolean {
  const pair = compareLocked(judged).find((compared) => compared.judged === one);
  if (!pair?.isSame || !pair.source || pair.source.key !== one.judgement.place?.source) return false;
  const known = pair.locked.acknowledged.filter((acknowledged) => isOf(acknowledged, risk));
  // Only now: to hash a large source takes time.
  const hash = known.length > 0 ? judged.lock?.hashing.ofSource(pair.source) : undefined;
  return known.some(({ sha256 }) => sha256 === hash);
}

/** Whether both speak of the same words for the same reason. */
export const isOf = ({ kind, text }: Pick<AcknowledgedRisk, 'kind' | 'text'>, risk: Risk): boolean =>
  kind === risk.kind && text === quotationLine(risk.text);
