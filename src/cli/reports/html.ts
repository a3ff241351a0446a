import { isAccepted, type Corpus } from '#corpus-index';
import { inline, said } from '../../evidence/markup';
import { standalonePage } from '../../evidence/standalone-page';
import { placeIn } from '../../language/reference';
import type { CheckReport, CitationReport, DraftReport, Finding, QuotationReport } from './report';
import { summaryLine } from './text';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; table-layout: fixed; }
th, td { border-bottom: 1px solid #8888; padding: .4rem .6rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { width: 9rem; }
blockquote { margin: 0; white-space: pre-line; }
.where { opacity: .75; font-size: .85em; }
.no { font-weight: 600; color: #c0392b; }
.yes { color: #2e7d4f; }
ul { padding-inline-start: 1.2rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } tr { break-inside: avoid; } }
`;

/** One page that stands by itself, to read and to print. Whatever drafts and sources say is shown as text. */
export function htmlReport(report: CheckReport): string {
  return standalonePage({
    title: 'Citations and quotations',
    style: STYLE,
    body: [
      '<h1>Citations and quotations</h1>',
      `<p>${said(summaryLine(report))}</p>`,
      ...report.drafts.map(draftSection),
      ...(report.problems.length > 0
        ? [`<h2>Sources and registries</h2>`, findingList(report.problems, true)]
        : []),
      `<p class="where">Sourcewright ${said(report.version)}</p>`,
    ],
  });
}

function draftSection(draft: DraftReport): string {
  const { path, findings, citations, quotations } = draft;
  return [
    `<h2>${said(path)}</h2>`,
    findings.length > 0 ? findingList(findings, false) : '<p class="yes">No problems.</p>',
    ...(quotations.length > 0 ? [quotationTable(draft)] : []),
    ...(citations.length > 0 ? [citationTable(citations)] : []),
  ].join('\n');
}

const findingList = (findings: readonly Finding[], withPath: boolean): string =>
  ['<ul>', ...findings.map((finding) => findingItem(finding, withPath)), '</ul>'].join('\n');

function findingItem(
  { path, line, column, severity, code, message, inBaseline }: Finding,
  withPath: boolean,
): string {
  const where = `${withPath ? `${path}:` : ''}${line}:${column} ${severity} ${code}`;
  const known = inBaseline ? ' (in the baseline)' : '';
  return `<li><span class="where">${said(where + known)}</span><br>${inline(message)}</li>`;
}

const quotationTable = ({ quotations, judged }: DraftReport): string =>
  [
    '<table>',
    '<tr><th>Verdict</th><th>In the draft</th><th>In the source</th></tr>',
    ...quotations.map((quotation, index) => quotationRow(quotation, judged.quotations[index], judged.corpus)),
    '</table>',
  ].join('\n');

function quotationRow(
  { verdict, line, text: words }: QuotationReport,
  judged: DraftReport['judged']['quotations'][number] | undefined,
  corpus: Corpus,
): string {
  const { place, suggestion, risks = [] } = judged?.judgement ?? {};
  const shown = place ?? suggestion;
  const where = shown && `@${shown.source}, ${placeIn(corpus.source(shown.source), shown)}`;
  const notes = [...(place || !suggestion ? [] : ['suggested']), ...risks.map(({ kind }) => `risk: ${kind}`)];
  return (
    `<tr><td class="${isAccepted(verdict) ? 'yes' : 'no'}">${said(verdict)}` +
    `<br><span class="where">line ${line}${notes.map((note) => `<br>${said(note)}`).join('')}</span></td>` +
    `<td><blockquote>${inline(words)}</blockquote></td>` +
    `<td>${shown ? `<blockquote>${inline(shown.text)}</blockquote><span class="where">${said(where ?? '')}</span>` : ''}</td></tr>`
  );
}

const citationTable = (citations: readonly CitationReport[]): string =>
  [
    '<table>',
    '<tr><th>Resolves</th><th>Citation</th><th>Line</th></tr>',
    ...citations.map(
      ({ key, label, locator, line, resolved }) =>
        `<tr><td class="${resolved ? 'yes' : 'no'}">${resolved ? 'yes' : 'no'}</td>` +
        `<td>${inline(`@${key}${label === null ? '' : `, ${label} ${locator ?? ''}`}`)}</td><td>${line}</td></tr>`,
    ),
    '</table>',
  ].join('\n');
