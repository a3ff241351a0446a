import type { CitationOutcome, CitationRow, DraftCitations } from '../../protocol/cited';

/** What the Citations view is grouped by. */
export type Grouping = 'verdict' | 'source' | 'draft';

/** A citation as the view lists it. */
export interface ListedCitation extends CitationRow {
  /** The draft's URI and name. */
  readonly draft: string;
  readonly draftName: string;
  /** The same while the citation says the same, wherever in the draft it stands. */
  readonly id: string;
}

export interface CitationGroup {
  readonly by: Grouping;
  /** The outcome, the source's key or the draft's URI. */
  readonly name: string;
  readonly citations: readonly ListedCitation[];
  readonly problems: number;
}

/** What has to be done comes first. */
const OUTCOMES: readonly CitationOutcome[] = [
  'missing',
  'altered',
  'elsewhere',
  'unresolved',
  'unchecked',
  'editorial',
  'typographic',
  'verbatim',
  'unquoted',
];

/** So many characters of a citation's words tell it from others, else its number among those that begin so. */
const TELLING = 40;

/** The citations of drafts, in their order. */
export const listCitations = (drafts: readonly DraftCitations[]): ListedCitation[] =>
  drafts.flatMap(listDraft);

/** All that a person sees of citations: rows are known by the beginning of their words, and what stands behind it changes too. */
export const seenOf = (citations: readonly ListedCitation[]): unknown =>
  citations.map(({ id, outcome, reference, words }) => [id, outcome, reference, words]);

function listDraft({ uri, name, citations }: DraftCitations): ListedCitation[] {
  const seen = new Map<string, number>();
  return citations.map((row) => {
    const said = `${name} @${row.key} ${row.locator ?? ''} ${row.words.slice(0, TELLING)}`;
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return { ...row, draft: uri, draftName: name, id: `${said} ${before}` };
  });
}

/** Verdicts with what has to be done first, sources by their keys, drafts as they come. */
export function groupCitations(citations: readonly ListedCitation[], by: Grouping): CitationGroup[] {
  const groups = new Map<string, ListedCitation[]>();
  for (const one of citations) {
    const name = nameIn(one, by);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups]
    .map(([name, members]) => ({
      ...{ by, name, citations: members },
      problems: members.filter(({ isProblem }) => isProblem).length,
    }))
    .sort((a, b) => compare(a.name, b.name, by));
}

function nameIn({ outcome, key, draft }: ListedCitation, by: Grouping): string {
  if (by === 'verdict') return outcome;
  return by === 'source' ? key : draft;
}

function compare(a: string, b: string, by: Grouping): number {
  if (by === 'verdict')
    return OUTCOMES.indexOf(a as CitationOutcome) - OUTCOMES.indexOf(b as CitationOutcome);
  return by === 'source' ? a.localeCompare(b) : 0;
}

/** Those that have every word of the filter in their words, key, locator, reference or draft, whatever its case and accents. */
export function filterCitations(
  citations: readonly ListedCitation[],
  filter: string,
): readonly ListedCitation[] {
  const wanted = folded(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return citations;
  return citations.filter(({ words, key, locator = '', reference, draftName }) => {
    const text = folded([words, `@${key}`, locator, reference, draftName].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
