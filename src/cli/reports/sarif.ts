import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result, Run } from 'sarif';
import { findingsOf, type CheckReport, type Finding, type Region } from './report';
import { RULES } from './rules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Code hosts take at most so many results of one run. */
export const MOST_RESULTS = 25_000;

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const SEVERITIES = Object.keys(LEVELS);

/** All paths are relative to this base, which whoever reads the report knows. */
const BASE = '%SRCROOT%';

/** SARIF 2.1.0 (OASIS), as code hosts take it: one run, one result for each finding. */
export function sarifReport(report: CheckReport): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [runOf(report)] };
  return JSON.stringify(log, undefined, 2);
}

/** How many findings do not fit into the report. */
export const resultsCut = (report: CheckReport): number =>
  Math.max(0, findingsOf(report).length - MOST_RESULTS);

function runOf(report: CheckReport): Run {
  const cut = resultsCut(report);
  const occurrences = new Map<string, number>();
  return {
    tool: {
      driver: {
        name: 'Sourcewright',
        version: report.version,
        semanticVersion: report.version,
        rules: RULES.map(descriptorOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder that was checked.' } } },
    invocations: [
      {
        executionSuccessful: true,
        ...(cut > 0 ? { toolExecutionNotifications: [cutNotification(cut)] } : {}),
      },
    ],
    results: worstFirst(findingsOf(report), cut).map((finding) => {
      const { path, fingerprint } = finding;
      const occurrence = (occurrences.get(`${path} ${fingerprint}`) ?? 0) + 1;
      occurrences.set(`${path} ${fingerprint}`, occurrence);
      return resultOf(finding, occurrence, report.baseline !== undefined);
    }),
  };
}

/** Where something must be left out, the least grave findings are. */
function worstFirst(findings: readonly Finding[], cut: number): readonly Finding[] {
  if (cut === 0) return findings;
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_RESULTS);
}

const cutNotification = (cut: number) => ({
  level: 'warning' as const,
  message: {
    text: `${cut} results of ${cut + MOST_RESULTS} are left out: a run has at most ${MOST_RESULTS}. The gravest are here.`,
  },
});

const descriptorOf = ({ code, name, severity, summary, text, markdown }: (typeof RULES)[number]) =>
  ({
    id: code,
    name,
    shortDescription: { text: summary },
    fullDescription: { text },
    help: { text, markdown },
    defaultConfiguration: { level: LEVELS[severity] },
  }) satisfies ReportingDescriptor;

function resultOf(finding: Finding, occurrence: number, hasBaseline: boolean): Result {
  const { code, severity, message, path, fingerprint, inBaseline, place } = finding;
  const ruleIndex = RULES.findIndex((rule) => rule.code === code);
  return {
    ruleId: code,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: physical(path, finding) }],
    ...(place ? { relatedLocations: [relatedLocation(place)] } : {}),
    partialFingerprints: {
      'sourcewright/v1': fingerprint,
      // The one that code hosts compare; its form is that of theirs: hash, colon, number among equals.
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:${occurrence}`,
    },
    ...(hasBaseline ? { baselineState: inBaseline ? 'unchanged' : 'new' } : {}),
    ...(inBaseline
      ? { suppressions: [{ kind: 'external', justification: 'The baseline names this finding.' }] }
      : {}),
  };
}

const relatedLocation = (place: NonNullable<Finding['place']>): Location => ({
  id: 1,
  message: { text: withoutLinks(place.name) },
  physicalLocation: physical(place.path, place, place.text),
});

function physical(
  path: string,
  { line, column, endLine, endColumn }: Region,
  snippet?: string,
): PhysicalLocation {
  return {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE },
    region: {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
      ...(snippet === undefined ? {} : { snippet: { text: snippet } }),
    },
  };
}

/** `[words](target)` would be a link: quoted words must not make one. */
const withoutLinks = (text: string): string => text.replace(/\](?=\()/g, '] ');
