import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { UsageError } from './command';
import type { BaselineReport, CheckReport, DraftReport, Finding } from './reports/report';

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly path: string;
  readonly code: string;
  readonly fingerprint: string;
  /** What it is about: for people who read the file. */
  readonly words: string;
}

/** Longest stretch of words that is kept of a finding, in UTF-16 code units. */
const LONGEST_WORDS = 100;

/** Reads a baseline; what cannot be read as one throws `UsageError`. */
export async function readBaseline(file: string): Promise<BaselineEntry[]> {
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `The baseline ${file} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). --write-baseline makes one.`,
    );
  });
  const entries = entriesOf(text);
  if (!entries)
    throw new UsageError(`${file} is no baseline of this version. --write-baseline makes it anew.`);
  return entries;
}

function entriesOf(text: string): BaselineEntry[] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    return version === 1 && Array.isArray(findings) && findings.every(isEntry) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = (value ?? {}) as Partial<Record<keyof BaselineEntry, unknown>>;
  return [entry.path, entry.code, entry.fingerprint, entry.words].every((one) => typeof one === 'string');
}

/** Writes what `findings` are, one a line and in a fixed order, so that git merges it; whole or not at all. */
export async function writeBaseline(file: string, findings: readonly Finding[]): Promise<void> {
  const lines = findings
    .map(({ path, code, fingerprint, words }) => ({
      path,
      code,
      fingerprint,
      words: words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS)}…`,
    }))
    .map((entry) => `    ${JSON.stringify(entry)}`)
    .sort();
  const text = `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await fs.mkdir(nodePath.dirname(nodePath.resolve(file)), { recursive: true });
    await fs.writeFile(unfinished, text);
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true });
    throw new UsageError(
      `The baseline ${file} could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    );
  }
}

/**
 * Marks the findings that the baseline names. Each of its entries stands for one finding: of the same file, or else of
 * another one, as a draft may have been renamed. `checkedAll`: drafts that were not checked have lost nothing.
 */
export function compareWithBaseline(
  report: CheckReport,
  entries: readonly BaselineEntry[],
  checkedAll: boolean,
): CheckReport {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of entries) left.set(entry.fingerprint, [...(left.get(entry.fingerprint) ?? []), entry]);
  const known = new Set<Finding>();
  const findings = [...report.drafts.flatMap((draft) => draft.findings), ...report.problems];
  const take = (fits: (entry: BaselineEntry, finding: Finding) => boolean) => {
    for (const finding of findings) {
      const same = left.get(finding.fingerprint) ?? [];
      const at = known.has(finding) ? -1 : same.findIndex((entry) => fits(entry, finding));
      if (at < 0) continue;
      same.splice(at, 1);
      known.add(finding);
    }
  };
  take((entry, finding) => entry.path === finding.path);
  take(() => true);
  const checked = new Set(report.drafts.map(({ path }) => path));
  const gone = [...left.values()].flat().filter(({ path }) => checkedAll || checked.has(path));
  return withMarks(report, known, {
    known: known.size,
    gone: gone.map(({ path, code, words }) => ({ path, code, words })),
  });
}

function withMarks(report: CheckReport, known: ReadonlySet<Finding>, baseline: BaselineReport): CheckReport {
  const mark = (findings: readonly Finding[]) =>
    findings.map((finding) => (known.has(finding) ? { ...finding, inBaseline: true } : finding));
  return {
    ...report,
    drafts: report.drafts.map((draft): DraftReport => ({ ...draft, findings: mark(draft.findings) })),
    problems: mark(report.problems),
    baseline,
  };
}
