import type { Risk, RiskKind } from '#corpus-index';
import { isAcknowledged } from '../lock/acknowledged';
import type { Check } from './check';

const SENTENCES: Record<RiskKind, string> = {
  negation: 'What was left out or replaced denies something',
  hedge: 'What was left out or replaced makes the statement less certain',
  attribution: 'What was left out says whose statement it is',
  speaker: 'Somebody else begins or ends speaking in what was left out',
  number: 'A bracket puts in a figure, or stands for one',
  actor: 'A bracket names somebody else than the source does',
  'fragments-apart': 'The quotation joins fragments of different paragraphs',
  'sentences-joined': 'An omission joins the beginning of one sentence to the end of another',
  'cut-sentence':
    'The quotation is given as a whole sentence, and that of its source goes on or has begun before',
};

/** Longest stretch of words that is repeated in a message, in UTF-16 code units. */
const LONGEST_WORDS = 80;

/** An accepted quotation whose omissions and brackets a reader should look at, and which nobody has acknowledged. */
export const editorialRisk: Check = (judged) =>
  judged.quotations.flatMap((one) =>
    one.judgement.risks
      .filter((risk) => !isAcknowledged(judged, one, risk))
      .map((risk) => ({
        code: 'editorial-risk',
        severity: 'warning',
        message: riskMessage(risk),
        span: one.quotation.span,
      })),
  );

export const riskMessage = (risk: Risk): string =>
  `${SENTENCES[risk.kind]}${words(risk)}. See that the quotation still says what the source says.`;

function words({ kind, text }: Risk): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (kind === 'fragments-apart' || kind === 'sentences-joined' || kind === 'cut-sentence' || line === '')
    return '';
  return `: “${line.length <= LONGEST_WORDS ? line : `${line.slice(0, LONGEST_WORDS).replace(/\s+\S*$/, '')} …`}”`;
}
