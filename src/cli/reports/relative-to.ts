import { posix } from 'node:path';
import type { CheckReport, Finding } from './report';

/**
 * The report with its paths as they are from another folder than the root: code hosts want them from the repository's.
 * `prefix` leads from there to the root, `/` between folders; the root itself has none.
 */
export function relativeTo(report: CheckReport, prefix: string): CheckReport {
  if (prefix === '') return report;
  const moved = <Item extends { readonly path: string }>(item: Item): Item => ({
    ...item,
    path: posix.join(prefix, item.path),
  });
  const movedFinding = (finding: Finding): Finding => ({
    ...moved(finding),
    ...(finding.place ? { place: moved(finding.place) } : {}),
  });
  return {
    ...report,
    drafts: report.drafts.map((draft) => ({ ...moved(draft), findings: draft.findings.map(movedFinding) })),
    problems: report.problems.map(movedFinding),
  };
}
