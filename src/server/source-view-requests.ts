import type { CancellationToken } from 'vscode-languageserver/node';
import type { Source, SourceText } from '#corpus-index';
import type {
  PassageUse,
  SourcePassagesParams,
  SourcePassagesResult,
  SourceRow,
  SourcesParams,
  SourcesResult,
  UnreadSource,
} from '../protocol/cited';
import { describeFailure } from '../ingest/failure';
import { RECORDS_FILE } from '../ingest/settings';
import { excerpt } from '../language/cite/excerpt';
import { reliance, sourceUses, type SourceUse, type Uses } from '../language/cited/source-use';
import { describeCorpusProblem } from '../language/corpus-problems';
import { passageText } from '../language/passage-text';
import { admiraltyCode, passageLocator, shortReference } from '../language/reference';
import type { CitationIndex } from './citation-index';
import type { FolderCorpus } from './folder-corpus';
import { positionsIn } from './to-lsp';
import { fileUri, sourceUri } from './uris';
import type { Workspace } from './workspace';

/** What the view lists at most; the rest is counted. */
const MOST_SOURCES = 5000;
const MOST_PASSAGES = 500;

/** Answers the Sources view. */
export class SourceViewRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly index: CitationIndex,
  ) {}

  async sources({ folder: uri }: SourcesParams, token: CancellationToken): Promise<SourcesResult> {
    const folder = this.workspace.folder(uri);
    if (!folder) return { sources: [], total: 0, unread: [], complete: true };
    const uses = await this.uses(folder, token);
    const { corpus } = folder;
    const citable = corpus.sources.filter((source) => corpus.source(source.key) === source);
    const leaning = uses && reliance(citable, uses);
    return {
      sources: citable
        .slice(0, MOST_SOURCES)
        .map((source) => sourceRow(folder, source, uses && (uses.get(source.key) ?? UNUSED))),
      total: citable.length,
      unread: unreadSources(folder),
      ...(leaning && {
        reliance: {
          key: leaning.source.key,
          reference: shortReference(leaning.source),
          citations: leaning.citations,
          total: leaning.total,
        },
      }),
      complete: uses !== undefined,
    };
  }

  async passages(
    { folder: uri, key, isCitedFirst }: SourcePassagesParams,
    token: CancellationToken,
  ): Promise<SourcePassagesResult> {
    const folder = this.workspace.folder(uri);
    const source = folder?.corpus.source(key);
    if (!folder || !source) return { uri: '', passages: [], total: 0 };
    const uses = await this.uses(folder, token);
    const used = uses && (uses.get(key) ?? UNUSED).passages;
    const count = (n: number): number => used?.get(n)?.citations ?? 0;
    const ordered = isCitedFirst
      ? source.passages.toSorted((a, b) => count(b.n) - count(a.n) || a.n - b.n)
      : source.passages;
    const positions = positionsIn(source);
    return {
      uri: sourceUri(folder.root, source),
      passages: ordered.slice(0, MOST_PASSAGES).map((passage): PassageUse => ({
        ...{ folder: folder.uri, key, n: passage.n },
        locator: passageLocator(passage),
        excerpt: excerpt(passageText(source, passage), ''),
        range: positions.range(passage),
        ...(used && { use: usesOf(used.get(passage.n)) }),
      })),
      total: source.passages.length,
    };
  }

  private async uses(
    folder: FolderCorpus,
    token: CancellationToken,
  ): Promise<ReadonlyMap<string, SourceUse> | undefined> {
    const found = await this.index.all(folder, token);
    return found && sourceUses(found.drafts.map(({ items }) => items));
  }
}

const UNUSED: SourceUse = { citations: 0, drafts: 0, passages: new Map() };

const usesOf = ({ citations, drafts }: Uses = UNUSED): Uses => ({ citations, drafts });

const stampOf = ({ passages }: SourceUse): string =>
  [...passages].map(([n, { citations, drafts }]) => `${n} ${citations} ${drafts}`).join();

const readings = new WeakMap<SourceText['reading'], string>();
/** A server that was started anew counts from the beginning, and its readings are not those of the last one. */
const started = Date.now().toString(36);
let read = 0;

/** Names a text as it was read, whatever becomes of its record. */
function readingOf({ reading }: Source): string {
  const known = readings.get(reading) ?? `${started}.${++read}`;
  readings.set(reading, known);
  return known;
}

function sourceRow({ root }: FolderCorpus, source: Source, use: SourceUse | undefined): SourceRow {
  const code = admiraltyCode(source);
  return {
    key: source.key,
    reference: shortReference(source),
    title: source.title ?? '',
    authors: source.author,
    path: source.path,
    uri: sourceUri(root, source),
    passages: source.passages.length,
    reading: readingOf(source),
    ...(use && {
      use: { cited: use.passages.size, ...usesOf(use), stamp: stampOf(use) },
    }),
    ...(code !== undefined && { admiralty: code }),
  };
}

/** Files that could not be read, records whose file is not there, and sources whose key another one keeps. */
function unreadSources({ root, failures, corpus }: FolderCorpus): UnreadSource[] {
  return [
    ...[...failures.values()].map((failure) => ({
      uri: fileUri(root, failure.path),
      path: failure.path,
      reason: describeFailure(failure),
    })),
    ...corpus.problems
      .filter(({ code }) => code !== 'withdrawn-words')
      .map((problem) => ({
        uri: fileUri(root, problem.code === 'missing-file' ? RECORDS_FILE : problem.path),
        path: problem.path,
        reason: describeCorpusProblem(problem),
      })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
