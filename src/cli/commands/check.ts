import { isAccepted, type Verdict } from '#corpus-index';
import { checkDraft } from '../../language/checks/check-draft';
import type { Severity } from '../../language/problem';
import { EXIT, formatOf, print, printJson, readArguments, UsageError, type Command } from '../command';
import { citationJson, readDrafts, type ReadDraft } from '../drafts';
import { openFolder, type Folder } from '../folder';
import { judgementJson } from '../judgement-json';

const SEVERITIES: readonly (Severity | 'never')[] = ['never', 'error', 'warning', 'information', 'hint'];

export const check: Command = {
  usage: 'check [DRAFT...]',
  summary: 'every citation and quotation of the drafts; --fail-on error|warning|information|hint|never',
  run: async (args) => {
    const given = readArguments(args, { 'fail-on': { type: 'string' } });
    const format = formatOf(given, ['text', 'json']);
    const failOn = failLevel(given.values['fail-on']);
    const folder = await openFolder(given);
    const reports = (await readDrafts(folder, given.positionals)).map(report);
    const summary = summarise(reports, folder);
    if (format === 'json') printJson({ drafts: reports, problems: folder.problems, summary });
    else printText(reports, summary);
    const worst = [...reports.flatMap((one) => one.problems), ...folder.problems].map(({ severity }) =>
      SEVERITIES.indexOf(severity),
    );
    return worst.some((level) => level <= failOn) ? EXIT.findings : EXIT.clean;
  },
};

function failLevel(wanted: unknown): number {
  const level = SEVERITIES.indexOf((wanted ?? 'error') as Severity);
  if (level < 0) throw new UsageError(`--fail-on takes ${SEVERITIES.join(', ')}, not "${String(wanted)}".`);
  return level;
}

type Report = ReturnType<typeof report>;

function report({ path, judged, lines }: ReadDraft) {
  return {
    path,
    citations: judged.citations.map((citation) => citationJson(citation, lines)),
    quotations: judged.quotations.map(({ quotation, judgement }) => ({
      text: quotation.text,
      ...lines.at(quotation.span.start),
      endLine: lines.at(quotation.span.end).line,
      endColumn: lines.at(quotation.span.end).column,
      ...judgementJson(judgement, quotation.citations[0]?.key),
    })),
    problems: checkDraft(judged).map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      ...lines.at(span.start),
      endLine: lines.at(span.end).line,
      endColumn: lines.at(span.end).column,
    })),
  };
}

function summarise(reports: readonly Report[], folder: Folder) {
  const verdicts: Partial<Record<Verdict, number>> = {};
  const quotations = reports.flatMap((one) => one.quotations);
  for (const { verdict } of quotations) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const citations = reports.flatMap((one) => one.citations);
  const problems = [...reports.flatMap((one) => one.problems), ...folder.problems];
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    drafts: reports.length,
    citations: citations.length,
    resolved: citations.filter(({ resolved }) => resolved).length,
    quotations: quotations.length,
    accepted: quotations.filter(({ verdict }) => isAccepted(verdict)).length,
    unchecked: verdicts.unchecked ?? 0,
    verdicts,
    errors: count('error'),
    warnings: count('warning'),
  };
}

function printText(reports: readonly Report[], summary: ReturnType<typeof summarise>): void {
  for (const { path, problems } of reports) {
    for (const { severity, code, message, line, column } of problems) {
      print(`${path}:${line}:${column}: ${severity} ${code}: ${message}`);
    }
  }
  print(
    `${summary.drafts} drafts: ${summary.resolved} of ${summary.citations} citations resolve, ` +
      `${summary.accepted} of ${summary.quotations} quotations stand in their sources, ${summary.unchecked} not checked; ` +
      `${summary.errors} errors, ${summary.warnings} warnings.`,
  );
}
