import type { Corpus, Hashing, LineIndex, Review, Source } from '#corpus-index';
import type { ReadFailure } from '../ingest/failure';
import { describeFailure } from '../ingest/failure';
import { fileHashes } from '../ingest/file-hashes';
import { outcomeOf as citationOutcome } from '../language/cited/outcome';
import { reliance, sourceUses, type Reliance } from '../language/cited/source-use';
import { describeCorpusProblem } from '../language/corpus-problems';
import type { JudgedDraft } from '../language/judge-draft';
import { reviewDraft } from '../language/review/decide';
import type { ReviewedItem } from '../language/review/pair-reviews';

/** A draft as it goes into the pack. */
export interface DraftToPack {
  /** Relative to the root, `/` between folders. */
  readonly path: string;
  readonly judged: JudgedDraft;
  readonly lines: LineIndex;
  readonly reviews: readonly Review[];
  /** What is wrong with its file of reviews. */
  readonly reviewProblem?: { readonly path: string; readonly message: string } | undefined;
}

export interface PackedCitation {
  /** In the draft, from 1. */
  readonly number: number;
  readonly line: number;
  readonly item: ReviewedItem;
}

export interface PackedDraft {
  readonly path: string;
  readonly citations: readonly PackedCitation[];
  /** Quotations that no citation claims: of them nothing is known. */
  readonly uncited: readonly { readonly line: number; readonly words: string }[];
  /** Decisions on citations that are in the draft no more. */
  readonly dropped: number;
}

export interface PackedSource {
  readonly source: Source;
  readonly citations: number;
  /** SHA-256 of its file's bytes; undefined where it cannot be read. */
  readonly hash: string | undefined;
}

/** What the page is made of: every citation with both sides, verdict and review, and the sources cited. */
export interface EvidencePack {
  /** The folder's name. */
  readonly name: string;
  /** UTC, as ISO 8601. */
  readonly at: string;
  /** Of the program. */
  readonly version: string;
  readonly drafts: readonly PackedDraft[];
  /** Those cited, by key. */
  readonly sources: readonly PackedSource[];
  /** How many sources nothing cites. */
  readonly uncitedSources: number;
  /** The source that carries more than all others together. */
  readonly reliance: Reliance | undefined;
  /** What could not be read, and so not checked. */
  readonly unread: readonly { readonly path: string; readonly message: string }[];
}

interface PackFrom {
  readonly root: string;
  readonly name: string;
  readonly at: string;
  readonly version: string;
  readonly corpus: Corpus;
  readonly failures: readonly ReadFailure[];
  readonly drafts: readonly DraftToPack[];
  readonly hashing: Hashing;
}

export async function makePack(from: PackFrom): Promise<EvidencePack> {
  const { root, name, at, version, corpus, failures } = from;
  const drafts = from.drafts.map((draft) => packDraft(draft, from.hashing));
  const cited = citationsBySource(drafts);
  const sources = corpus.sources
    .filter(({ key }) => cited.has(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const hashes = await fileHashes(
    root,
    sources.map(({ path }) => path),
  );
  return {
    ...{ name, at, version, drafts },
    sources: sources.map((source) => ({
      source,
      citations: cited.get(source.key) ?? 0,
      hash: hashes.get(source.path),
    })),
    uncitedSources: corpus.sources.length - sources.length,
    reliance: reliance(
      corpus.sources,
      sourceUses(drafts.map(({ citations }) => citations.map(({ item }) => item))),
    ),
    unread: [
      ...failures.map((failure) => ({ path: failure.path, message: describeFailure(failure) })),
      ...corpus.problems.map((problem) => ({ path: problem.path, message: describeCorpusProblem(problem) })),
      ...from.drafts.flatMap(({ reviewProblem }) => reviewProblem ?? []),
    ],
  };
}

function packDraft({ path, judged, lines, reviews }: DraftToPack, hashing: Hashing): PackedDraft {
  const { items, dropped } = reviewDraft(judged, reviews, hashing);
  const lineOf = (at: number) => lines.at(at).line;
  return {
    path,
    citations: items.map((item) => ({
      number: item.at + 1,
      line: lineOf(item.citation.span.start),
      item,
    })),
    uncited: judged.quotations
      .filter(({ quotation }) => quotation.citations.length === 0)
      .map(({ quotation }) => ({ line: lineOf(quotation.span.start), words: quotation.reading.text })),
    dropped: dropped.length,
  };
}

function citationsBySource(drafts: readonly PackedDraft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { citations } of drafts)
    for (const { item } of citations)
      if (item.source) counts.set(item.source.key, (counts.get(item.source.key) ?? 0) + 1);
  return counts;
}

/** What a citation comes to, in words. */
export function outcomeOf(item: ReviewedItem): string {
  const outcome = citationOutcome(item);
  if (outcome === 'unchecked') return 'not checked';
  return outcome === 'unquoted' ? 'nothing quoted' : outcome;
}

/** Where a citation stands in its review. */
export const reviewStateOf = ({ state }: ReviewedItem): string =>
  state.kind === 'decided' ? state.review.decision : state.kind;
