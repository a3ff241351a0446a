import type { RiskKind } from '#corpus-index';
import type { Check } from './check';

const SENTENCES: Record<RiskKind, string> = {
  'fragments-apart': 'The quotation joins fragments from different paragraphs of its source.',
  'cut-sentence': 'The quotation ends with a full stop where the sentence of its source goes on.',
};

/** An accepted quotation whose omissions a reader should look at. */
export const editorialRisk: Check = ({ quotations }) =>
  quotations.flatMap(({ quotation, judgement }) =>
    judgement.risks.map((risk) => ({
      code: 'editorial-risk',
      severity: 'warning',
      message: `${SENTENCES[risk.kind]} See that it still says what the source says.`,
      span: quotation.span,
    })),
  );
