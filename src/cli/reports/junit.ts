import { oneLine } from '../fingerprint';
import { escapeAttribute, escapeMarkup } from '../../language/markup-escape';
import type { CheckReport, CitationReport, DraftReport, Finding, QuotationReport } from './report';

/** Longest name of a test case, in UTF-16 code units. */
const LONGEST_NAME = 80;

interface Case {
  readonly name: string;
  readonly line: number;
  readonly findings: readonly Finding[];
  /** Why nothing was checked. */
  readonly unchecked?: string;
}

/**
 * JUnit's XML as continuous integration reads it: a suite for each draft, a case for each citation and quotation; an error is
 * a failure, what was not checked or stands in the baseline is skipped, and warnings are the case's output.
 */
export function junitReport(report: CheckReport): string {
  const suites = [
    ...report.drafts.map((draft) => ({ path: draft.path, cases: casesOf(draft) })),
    ...[...new Set(report.problems.map(({ path }) => path))].map((path) => ({
      path,
      cases: folderCases(report.problems.filter((problem) => problem.path === path)),
    })),
  ];
  const all = countsOf(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sourcewright" ${all}>`,
    ...suites.map(({ path, cases }) => suite(path, cases)),
    '</testsuites>',
  ].join('\n');
}

function countsOf(cases: readonly Case[]): string {
  const failed = cases.filter(({ findings }) => findings.some(isFailure)).length;
  const skipped = cases.filter(isSkipped).length;
  return `tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}" time="0"`;
}

const isFailure = ({ severity, inBaseline }: Finding): boolean => severity === 'error' && !inBaseline;

function casesOf({ citations, quotations, findings }: DraftReport): Case[] {
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = finding.subject ? `${finding.subject.kind} ${finding.subject.index}` : '';
    bySubject.set(name, [...(bySubject.get(name) ?? []), finding]);
  }
  const about = (kind: string, index: number) => bySubject.get(`${kind} ${index}`) ?? [];
  return distinct([
    ...citations.map((citation, index) => ({
      name: citationName(citation),
      line: citation.line,
      findings: about('citation', index),
    })),
    ...quotations.map((quotation, index) => ({
      name: quotationName(quotation),
      line: quotation.line,
      findings: about('quotation', index),
      ...(quotation.verdict === 'unchecked' ? { unchecked: quotation.reason ?? 'not checked' } : {}),
    })),
    ...ownCases(bySubject.get('') ?? []),
  ]);
}

const folderCases = (problems: readonly Finding[]): Case[] => distinct(ownCases(problems));

/** A case for each finding that belongs to no citation or quotation. */
const ownCases = (findings: readonly Finding[]): Case[] =>
  findings.map((finding) => ({ name: finding.code, line: finding.line, findings: [finding] }));

const citationName = ({ key, label, locator }: CitationReport): string =>
  `citation @${key}${label === null ? '' : `, ${label} ${locator ?? ''}`}`;

function quotationName({ text, source }: QuotationReport): string {
  const words = oneLine(text);
  const start = words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME)}…`;
  return `quotation “${start}”${source === null ? '' : ` @${source}`}`;
}

/** Cases of one name are numbered: readers of the report take a name for one case. */
function distinct(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

function suite(path: string, cases: readonly Case[]): string {
  return [
    `  <testsuite name="${escapeAttribute(path)}" ${countsOf(cases)}>`,
    ...cases.map((one) => testCase(path, one)),
    '  </testsuite>',
  ].join('\n');
}

const isSkipped = ({ findings, unchecked }: Case): boolean =>
  !findings.some(isFailure) && (unchecked !== undefined || findings.some(({ inBaseline }) => inBaseline));

function testCase(path: string, one: Case): string {
  const { name, line, findings, unchecked } = one;
  const failures = findings.filter(isFailure);
  const others = findings.filter((finding) => !isFailure(finding));
  const start = `    <testcase classname="${escapeAttribute(path)}" name="${escapeAttribute(name)}" file="${escapeAttribute(path)}" line="${line}" time="0"`;
  const content = [
    ...(failures.length > 0 ? [failure(failures)] : []),
    ...(isSkipped(one)
      ? [`      <skipped message="${escapeAttribute(unchecked ?? 'in the baseline')}"/>`]
      : []),
    ...(others.length > 0 ? [`      <system-out>${others.map(told).join('\n')}</system-out>`] : []),
  ];
  return content.length === 0 ? `${start}/>` : [`${start}>`, ...content, '    </testcase>'].join('\n');
}

/** One element, as the format has one for each case. */
function failure(findings: readonly Finding[]): string {
  const [first] = findings;
  const [type, message] = [escapeAttribute(first?.code ?? ''), escapeAttribute(first?.message ?? '')];
  return `      <failure type="${type}" message="${message}">${findings.map(told).join('\n')}</failure>`;
}

const told = ({ path, line, column, severity, code, message }: Finding): string =>
  escapeMarkup(`${path}:${line}:${column}: ${severity} ${code}: ${message}`);
