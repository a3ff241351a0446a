import type { Corpus } from '#corpus-index';
import type { Citation } from '../draft';
import type { JudgedDraft } from '../judge-draft';
import { itemOfRecord, itemOfSource, type CslItem } from './csl-item';
import type { CitedGroup, CitedItem } from './print-references';

/** The citations of one bracket in a draft, and how they are to be printed. */
export interface DraftGroup {
  readonly citations: readonly Citation[];
  /** Undefined where a key is unknown: then it stays as it is written, as pandoc would have it stand out. */
  readonly cited: CitedGroup | undefined;
}

/** The groups of a draft in its order. */
export function groupsOf({ draft, corpus }: Pick<JudgedDraft, 'draft' | 'corpus'>): DraftGroup[] {
  const groups = new Map<number, Citation[]>();
  for (const citation of draft.citations) {
    const group = groups.get(citation.group.start);
    if (group) group.push(citation);
    else groups.set(citation.group.start, [citation]);
  }
  return [...groups.values()].map((citations) => ({
    citations,
    cited: citations.every(({ key }) => itemOf(corpus, key) !== undefined)
      ? { items: citations.map(citedItem), inText: citations[0]?.inText === true }
      : undefined,
  }));
}

/** What is cited in a draft and known, each once. */
export function itemsOf({ draft, corpus }: Pick<JudgedDraft, 'draft' | 'corpus'>): CslItem[] {
  const keys = new Set(draft.citations.map(({ key }) => key));
  return [...keys].flatMap((key) => itemOf(corpus, key) ?? []);
}

/** The reference of a key: its record, here or where it is shared, else what its source states of itself. */
export function itemOf(corpus: Corpus, key: string): CslItem | undefined {
  const source = corpus.source(key);
  const record = corpus.record(key) ?? source?.shared?.record;
  if (record) return itemOfRecord(record);
  return source && itemOfSource(source);
}

const citedItem = ({ key, prefix, suffix, locator, suppressAuthor }: Citation): CitedItem => ({
  id: key,
  prefix: plainMarkdown(prefix),
  suffix: plainMarkdown(suffix),
  ...(locator && { label: locator.label, locator: locator.value }),
  suppressAuthor,
});

/** A prefix or suffix without Markdown's signs of emphasis and its escapes. */
const plainMarkdown = (text: string): string =>
  text
    .replace(/\\([\\`*_{}[\]()#+\-.!@])/g, '$1')
    .replace(/(^|[^\p{L}\p{N}\\])([*_]{1,3})(\S(?:.*?\S)?)\2/gu, '$1$3');
