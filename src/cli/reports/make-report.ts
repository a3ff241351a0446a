import {
  isAccepted,
  LineIndex,
  passageAt,
  type Corpus,
  type Place,
  type Span,
  type Verdict,
} from '#corpus-index';
import { checkDraft } from '../../language/checks/check-draft';
import type { JudgedDraft } from '../../language/judge-draft';
import type { Problem, Severity } from '../../language/problem';
import { placeIn, shortReference } from '../../language/reference';
import { reviewedItems } from '../../language/review/draft-review';
import { citationJson, type ReadDraft } from '../drafts';
import { fingerprintOf, oneLine } from '../fingerprint';
import type { Folder, FolderProblem } from '../folder';
import { judgementJson } from '../judgement-json';
import { version } from '../../language/version';
import type { CheckReport, DraftReport, Finding, FindingPlace, Region, Subject, Summary } from './report';

/** Everything that is to be said of the drafts and of the folder that their sources are in. */
export function makeReport(folder: Folder, drafts: readonly ReadDraft[]): CheckReport {
  const placeOf = placeFinder(folder.corpus);
  const reports = drafts.map((draft) => draftReport(draft, placeOf));
  const problems = [...folder.problems, ...drafts.flatMap(reviewProblem)].map(folderFinding);
  return { version, drafts: reports, problems, summary: summarise(reports, problems) };
}

const reviewProblem = ({ reviewProblem: problem }: ReadDraft): FolderProblem[] =>
  problem ? [{ ...problem, code: 'broken-review', severity: 'error', column: 1 }] : [];

/** How many citations have which decision; nothing where there is no review. */
function reviewCounts(judged: JudgedDraft): Pick<DraftReport, 'review'> {
  const paired = reviewedItems(judged);
  if (!paired) return {};
  const states = paired.items.map(({ state }) =>
    state.kind === 'decided' ? state.review.decision : state.kind,
  );
  const count = (wanted: (typeof states)[number]) => states.filter((state) => state === wanted).length;
  return {
    review: {
      accepted: count('accepted'),
      queried: count('queried'),
      rejected: count('rejected'),
      stale: count('stale'),
      undecided: count('undecided'),
      dropped: paired.dropped.length,
    },
  };
}

type PlaceFinder = (place: NonNullable<Problem['place']>) => FindingPlace | undefined;

function draftReport({ path, judged, lines }: ReadDraft, placeOf: PlaceFinder): DraftReport {
  const about = subjectFinder(judged);
  return {
    path,
    judged,
    citations: judged.citations.map((citation) => citationJson(citation, lines)),
    ...reviewCounts(judged),
    quotations: judged.quotations.map(({ quotation, judgement }) => ({
      text: quotation.text,
      ...regionOf(lines, quotation.span),
      ...judgementJson(judgement, quotation.citations[0]?.key),
    })),
    findings: checkDraft(judged).map(({ code, severity, message, span, place }) => {
      const subject = about(span);
      const words = oneLine(wordsOf(judged, span, subject));
      const spoken = place ?? placeJudged(judged, subject);
      const where = spoken && placeOf(spoken);
      return {
        path,
        code,
        severity,
        message,
        ...regionOf(lines, span),
        words,
        fingerprint: fingerprintOf(code, words, keysOf(judged, subject)),
        inBaseline: false,
        ...(subject ? { subject } : {}),
        ...(where ? { place: where } : {}),
      };
    }),
  };
}

function regionOf(lines: LineIndex, { start, end }: Span): Region {
  const last = lines.at(end);
  return { ...lines.at(start), endLine: last.line, endColumn: last.column };
}

/** A problem stands on a quotation, on a citation's key or on its locator. */
function subjectFinder({ citations, quotations }: JudgedDraft): (span: Span) => Subject | undefined {
  const subjects = new Map<string, Subject>();
  const nameOf = ({ start, end }: Span) => `${start} ${end}`;
  citations.forEach(({ citation }, index) => {
    for (const span of [citation.span, citation.locator?.span])
      if (span) subjects.set(nameOf(span), { kind: 'citation', index });
  });
  quotations.forEach(({ quotation }, index) => {
    subjects.set(nameOf(quotation.span), { kind: 'quotation', index });
  });
  return (span) => subjects.get(nameOf(span));
}

/** The words as a reader sees them: markup and line prefixes may change. */
function wordsOf(
  { draft, quotations }: JudgedDraft,
  { start, end }: Span,
  subject: Subject | undefined,
): string {
  const quotation = subject?.kind === 'quotation' ? quotations[subject.index]?.quotation : undefined;
  return quotation?.reading.text ?? draft.text.slice(start, end);
}

function keysOf({ citations, quotations }: JudgedDraft, subject: Subject | undefined): string[] {
  if (!subject) return [];
  return subject.kind === 'citation'
    ? [citations[subject.index]?.citation.key ?? '']
    : (quotations[subject.index]?.quotation.citations ?? []).map(({ key }) => key);
}

/** The place that an accepted quotation was found at. */
const placeJudged = ({ quotations }: JudgedDraft, subject: Subject | undefined): Place | undefined =>
  subject?.kind === 'quotation' ? quotations[subject.index]?.judgement.place : undefined;

/** Sources' places by line and column; each source's lines are counted once. */
function placeFinder(corpus: Corpus): PlaceFinder {
  const indexes = new Map<string, LineIndex>();
  return ({ source: key, start, end }) => {
    const source = corpus.source(key);
    if (!source) return undefined;
    const lines = indexes.get(key) ?? new LineIndex(source.text);
    indexes.set(key, lines);
    const n = passageAt(source, start)?.n;
    return {
      path: source.path,
      name: `${placeIn(source, { start, ...(n !== undefined && { n }) })} of ${shortReference(source)}`,
      text: source.text.slice(start, end),
      ...regionOf(lines, { start, end }),
    };
  };
}

function folderFinding({ path, code, severity, message, line, column }: FolderProblem): Finding {
  const region = { line, column, endLine: line, endColumn: column };
  // Numbers in it are lines and sizes, which change.
  const fingerprint = fingerprintOf(code, message.replace(/\d+/g, ''), [path]);
  return { path, code, severity, message, ...region, words: '', fingerprint, inBaseline: false };
}

function summarise(drafts: readonly DraftReport[], problems: readonly Finding[]): Summary {
  const verdicts: Partial<Record<Verdict, number>> = {};
  const quotations = drafts.flatMap((one) => one.quotations);
  for (const { verdict } of quotations) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const citations = drafts.flatMap((one) => one.citations);
  const findings = [...drafts.flatMap((one) => one.findings), ...problems];
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    drafts: drafts.length,
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
