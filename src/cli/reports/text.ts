import { harmless } from '../harmless';
import { counted, type BaselineReport, type CheckReport } from './report';

/** For people: one finding a line, `path:line:column: severity code: message`, and what it comes to. */
export function textReport(report: CheckReport): string {
  const findings = report.drafts.flatMap((draft) => draft.findings);
  return [
    ...findings.map(
      ({ path, line, column, severity, code, message, inBaseline }) =>
        `${path}:${line}:${column}: ${severity} ${code}: ${message}${inBaseline ? ' (in the baseline)' : ''}`,
    ),
    summaryLine(report),
  ]
    .map(harmless)
    .join('\n');
}

export function summaryLine({ summary, baseline }: Pick<CheckReport, 'summary' | 'baseline'>): string {
  const { drafts, resolved, citations, accepted, quotations, unchecked, errors, warnings } = summary;
  return (
    `${counted(drafts, 'draft')}: ${resolved} of ${counted(citations, 'citation')} resolve, ` +
    `${accepted} of ${counted(quotations, 'quotation')} stand in their sources, ${unchecked} not checked; ` +
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')}${baseline ? `, ${baseline.known} in the baseline` : ''}.`
  );
}

/** What a person should know about the baseline beside the findings. */
export function baselineLines({ gone }: BaselineReport, file: string): string[] {
  if (gone.length === 0) return [];
  return [
    ...gone.map(
      ({ path, code, words }) => `${path}: no longer found: ${code}${words === '' ? '' : `: “${words}”`}`,
    ),
    `${counted(gone.length, 'finding')} of the baseline ${gone.length === 1 ? 'is' : 'are'} gone: write it anew with --write-baseline ${file}.`,
  ];
}
