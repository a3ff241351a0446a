import type { CheckReport, Finding } from '../../src/cli/reports/report';

/** A finding of which only what a test is about is given. */
export const findingOf = (given: Partial<Finding> = {}): Finding => ({
  path: 'drafts/a.md',
  code: 'missing-quotation',
  severity: 'error',
  message: 'These words stand nowhere.',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 5,
  words: 'some words',
  fingerprint: 'f'.repeat(32),
  inBaseline: false,
  ...given,
});

/** A report of these findings, as problems of the folder's files. */
export const reportOf = (problems: readonly Finding[]): CheckReport => ({
  version: '1.2.3',
  drafts: [],
  problems,
  summary: {
    drafts: 0,
    citations: 0,
    resolved: 0,
    quotations: 0,
    accepted: 0,
    unchecked: 0,
    verdicts: {},
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
  },
});
