import type { CheckReport, Finding } from './report';

/** The shape that docs/cli.md fixes and docs/schemas/check.schema.json describes. */
export function jsonReport({ drafts, problems, summary, baseline }: CheckReport): string {
  const content = {
    version: 1,
    drafts: drafts.map(({ path, citations, quotations, findings, review }) => ({
      path,
      citations,
      quotations,
      problems: findings.map(draftProblem),
      ...(review && { review }),
    })),
    problems: problems.map(({ path, code, severity, message, line, column, fingerprint, inBaseline }) => ({
      path,
      code,
      severity,
      message,
      line,
      column,
      fingerprint,
      inBaseline,
    })),
    summary,
    ...(baseline ? { baseline } : {}),
  };
  return JSON.stringify(content, undefined, 2);
}

const draftProblem = ({
  code,
  severity,
  message,
  line,
  column,
  endLine,
  endColumn,
  fingerprint,
  inBaseline,
}: Finding) => ({ code, severity, message, line, column, endLine, endColumn, fingerprint, inBaseline });
