import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { LineIndex } from '#corpus-index';
import { decode } from '../ingest/decode';
import { listDrafts } from '../ingest/draft-files';
import { describeFailure } from '../ingest/failure';
import { hashing } from '../ingest/sha256';
import { sourceMatcher } from '../ingest/source-files';
import { describeReviewProblem, readReviewFile } from '../ingest/review-file';
import { ActorView } from '../language/actor-view';
import {
  judgeDraft,
  withNames,
  withReview,
  type JudgedCitation,
  type JudgedDraft,
} from '../language/judge-draft';
import type { Draft } from '../language/draft';
import { draftLock } from '../language/lock/draft-lock';
import { parseDraft } from '../language/parse-draft';
import type { CorpusAddress } from '../shared-corpus/address';
import { say, UsageError } from './command';
import type { Folder } from './folder';
import { fetchCited } from './shared-corpus';

export interface ReadDraft {
  /** Relative to the root, `/` between folders. */
  readonly path: string;
  readonly judged: JudgedDraft;
  readonly lines: LineIndex;
  /** What is wrong with its file of reviews. */
  readonly reviewProblem?: { readonly path: string; readonly line: number; readonly message: string };
}

/** The drafts that the arguments name, relative to the working directory; none: all drafts of the folder. */
export async function readDrafts(
  folder: Folder,
  named: readonly string[],
  { requireReview = false, corpus }: DraftOptions = {},
): Promise<ReadDraft[]> {
  const paths = named.length > 0 ? named.map((path) => nodePath.resolve(path)) : await allDrafts(folder);
  const actors = folder.settings.checksSpelling ? new ActorView(folder.corpus) : undefined;
  const texts = await Promise.all(paths.map((path) => draftText(path)));
  const drafts = texts.map((text) => parseDraft(text));
  if (corpus) await fetchCited(folder.corpus, corpus, drafts);
  return Promise.all(
    paths.map((path, at) =>
      judgedDraft(folder, path, texts[at] ?? '', drafts[at] ?? parseDraft(''), requireReview, actors),
    ),
  );
}

interface DraftOptions {
  /** Every citation must have a decision. */
  readonly requireReview?: boolean;
  /** The shared corpus that has the sources which the folder has not. */
  readonly corpus?: CorpusAddress | undefined;
}

async function allDrafts(folder: Folder): Promise<string[]> {
  const { paths, failures } = await listDrafts(folder.root, sourceMatcher(folder.settings.sources));
  const known = new Set(folder.failures.map((failure) => failure.path));
  for (const failure of failures)
    if (!known.has(failure.path)) say(`${failure.path}: ${describeFailure(failure)}`);
  return paths.map((path) => nodePath.join(folder.root, path));
}

async function draftText(absolute: string): Promise<string> {
  const bytes = await fs.readFile(absolute).catch((error: unknown) => {
    throw new UsageError(
      `The draft ${absolute} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    );
  });
  const decoded = decode(bytes);
  if ('binary' in decoded) throw new UsageError(`The draft ${absolute} is not text (${decoded.binary}).`);
  return decoded.text;
}

async function judgedDraft(
  folder: Folder,
  absolute: string,
  text: string,
  draft: Draft,
  isRequired: boolean,
  actors: ActorView | undefined,
): Promise<ReadDraft> {
  const path = nodePath.relative(folder.root, absolute).split(nodePath.sep).join('/');
  const review = await readReviewFile(folder.root, path);
  const message = describeReviewProblem(review);
  const judged = judgeDraft(folder.corpus, draft, draftLock(folder.lockFile.lock, path, hashing));
  return {
    path,
    judged: withReview(
      withNames(judged, actors?.namesIn(draft)),
      isRequired || review.reviews.length > 0 ? { reviews: review.reviews, hashing, isRequired } : undefined,
    ),
    lines: new LineIndex(text),
    ...(message !== undefined && {
      reviewProblem: { path: review.path, line: review.brokenLine ?? 1, message },
    }),
  };
}

/** A citation in the shape that docs/cli.md fixes. */
export function citationJson({ citation, resolved }: JudgedCitation, lines: LineIndex) {
  const end = lines.at(citation.span.end);
  return {
    key: citation.key,
    label: citation.locator?.label ?? null,
    locator: citation.locator?.value ?? null,
    prefix: citation.prefix,
    suffix: citation.suffix,
    suppressAuthor: citation.suppressAuthor,
    inText: citation.inText,
    ...lines.at(citation.span.start),
    endLine: end.line,
    endColumn: end.column,
    resolved,
  };
}
