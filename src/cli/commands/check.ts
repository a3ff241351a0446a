import * as nodePath from 'node:path';
import type { Severity } from '../../language/problem';
import { compareWithBaseline, readBaseline, writeBaseline } from '../baseline';
import {
  EXIT,
  formatOf,
  print,
  readArguments,
  say,
  UsageError,
  type Arguments,
  type Command,
} from '../command';
import { readDrafts } from '../drafts';
import { CORPUS_OPTION, corpusOption } from '../shared-corpus';
import { openFolder, type Folder } from '../folder';
import { githubReport } from '../reports/github';
import { htmlReport } from '../reports/html';
import { jsonReport } from '../reports/json';
import { junitReport } from '../reports/junit';
import { makeReport } from '../reports/make-report';
import { relativeTo } from '../reports/relative-to';
import { counted, findingsOf, type CheckReport } from '../reports/report';
import { MOST_RESULTS, resultsCut, sarifReport } from '../reports/sarif';
import { baselineLines, textReport } from '../reports/text';

const SEVERITIES: readonly (Severity | 'never')[] = ['never', 'error', 'warning', 'information', 'hint'];

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'html'] as const;

const REPORTS: Readonly<Record<(typeof FORMATS)[number], (report: CheckReport) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  html: htmlReport,
};

export const check: Command = {
  usage: 'check [DRAFT...]',
  summary: 'every citation and quotation of the drafts',
  options: [
    `--format ${FORMATS.join('|')}`,
    '--fail-on error|warning|information|hint|never',
    '--baseline FILE         what FILE names does not fail the run',
    '--write-baseline FILE   names there what would fail it now',
    '--require-review        every citation must have a decision that still holds',
    CORPUS_OPTION,
    '--relative-to DIR       paths in the report are relative to DIR, not to the root',
  ],
  run: async (args) => {
    const given = readArguments(args, {
      'fail-on': { type: 'string' },
      baseline: { type: 'string' },
      'write-baseline': { type: 'string' },
      'relative-to': { type: 'string' },
      'require-review': { type: 'boolean' },
      corpus: { type: 'string' },
    });
    const format = formatOf(given, FORMATS);
    const failOn = failLevel(given.values['fail-on']);
    const corpus = corpusOption(given);
    const folder = await openFolder(given);
    const requireReview = given.values['require-review'] === true;
    const report = await compared(
      makeReport(folder, await readDrafts(folder, given.positionals, { requireReview, corpus })),
      given,
      failOn,
    );
    print(REPORTS[format](relativeTo(report, pathFrom(given, folder))));
    if (format === 'sarif' && resultsCut(report) > 0)
      say(`The report has the gravest ${MOST_RESULTS} findings; ${resultsCut(report)} are left out.`);
    return findingsOf(report).some((finding) => fails(finding, failOn)) ? EXIT.findings : EXIT.clean;
  },
};

function failLevel(wanted: unknown): number {
  const level = SEVERITIES.indexOf((wanted ?? 'error') as Severity);
  if (level < 0) throw new UsageError(`--fail-on takes ${SEVERITIES.join(', ')}, not "${String(wanted)}".`);
  return level;
}

const isGrave = ({ severity }: { readonly severity: Severity }, failOn: number): boolean =>
  SEVERITIES.indexOf(severity) <= failOn;

const fails = (
  finding: { readonly severity: Severity; readonly inBaseline: boolean },
  failOn: number,
): boolean => isGrave(finding, failOn) && !finding.inBaseline;

/** The report with what the baseline says of it; writes the baseline that was asked for. */
async function compared(
  report: CheckReport,
  { values, positionals }: Arguments,
  failOn: number,
): Promise<CheckReport> {
  const [read, written] = [fileOf(values['baseline']), fileOf(values['write-baseline'])];
  const marked =
    read === undefined
      ? report
      : compareWithBaseline(report, await readBaseline(read), positionals.length === 0);
  if (written === undefined) {
    for (const line of marked.baseline ? baselineLines(marked.baseline, read ?? '') : []) say(line);
    return marked;
  }
  const findings = findingsOf(report).filter((finding) => isGrave(finding, failOn));
  await writeBaseline(written, findings);
  say(`${written} names ${counted(findings.length, 'finding')}.`);
  return compareWithBaseline(report, findings, false);
}

const fileOf = (value: Arguments['values'][string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** From the folder that paths are to be relative to, to the root: `reports/2014`, or nothing. */
function pathFrom({ values }: Arguments, { root }: Folder): string {
  const base = fileOf(values['relative-to']);
  return base === undefined
    ? ''
    : nodePath.relative(nodePath.resolve(base), root).split(nodePath.sep).join('/');
}
