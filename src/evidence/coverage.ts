import { outcomeOf, type EvidencePack, type PackedCitation } from './evidence-pack';
import { inline } from './markup';

/** What citations come to, from good to bad, and how each is coloured. */
const OUTCOMES = [
  ['verbatim', 'good'],
  ['typographic', 'good'],
  ['editorial', 'good'],
  ['elsewhere', 'near'],
  ['altered', 'near'],
  ['missing', 'bad'],
  ['unresolved', 'bad'],
  ['not checked', 'none'],
  ['nothing quoted', 'none'],
] as const;

/** That one source carries more than all others together; nothing where none does. */
export const relianceText = ({ reliance }: EvidencePack): string[] =>
  reliance
    ? [
        `<p>${Math.round((reliance.citations * 100) / reliance.total)} % of the citations rest on one source: ${inline(`@${reliance.source.key}`)}.</p>`,
      ]
    : [];

/** A table of the citations by source and verdict, each row with its picture. */
export function coverageTable({ drafts }: EvidencePack): string {
  const citations = drafts.flatMap((draft) => draft.citations);
  const bySource = groupByKey(citations);
  const occurring = OUTCOMES.filter(([name]) => citations.some(({ item }) => outcomeOf(item) === name));
  const most = Math.max(...[...bySource.values()].map(({ length }) => length));
  const heads = occurring.map(([name]) => `<th scope="col" class="number">${name}</th>`).join('');
  const rows = [...bySource].map(([key, of]) => {
    const counts = occurring.map(([name, tone]) => ({
      tone,
      count: of.filter(({ item }) => outcomeOf(item) === name).length,
    }));
    const cells = counts
      .map(({ count }) => `<td class="number">${count === 0 ? '<span class="faint">0</span>' : count}</td>`)
      .join('');
    return `<tr><th scope="row">${inline(`@${key}`)}</th><td>${bar(counts, most)}</td><td class="number">${of.length}</td>${cells}</tr>`;
  });
  return [
    '<table>',
    '<caption>Citations by source and verdict. Green: stands in the source. Orange: differs, or stands elsewhere.',
    'Red: missing or unresolved. Grey: not checked, or nothing quoted.</caption>',
    `<thead><tr><th scope="col">Source</th><th scope="col">Picture</th><th scope="col" class="number">All</th>${heads}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

/** Of the key as it is cited; the most cited first. */
function groupByKey(citations: readonly PackedCitation[]): ReadonlyMap<string, readonly PackedCitation[]> {
  const groups = new Map<string, PackedCitation[]>();
  for (const one of citations) {
    const { key } = one.item.citation;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return new Map([...groups].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1)));
}

/** The numbers beside say the same. */
function bar(counts: readonly { readonly tone: string; readonly count: number }[], most: number): string {
  let at = 0;
  const stretches = counts.flatMap(({ tone, count }) => {
    if (count === 0) return [];
    const x = (at * 100) / most;
    at += count;
    return `<rect class="${tone}" x="${x.toFixed(2)}" y="0" width="${((count * 100) / most).toFixed(2)}" height="8"/>`;
  });
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${stretches.join('')}</svg>`;
}
