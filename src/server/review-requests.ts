import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isAccepted, readReviews, type Corpus, type Source } from '#corpus-index';
import type {
  DecideParams,
  DecideResult,
  ReviewEntry,
  ReviewParams,
  ReviewPassage,
  ReviewResult,
} from '../protocol/review';
import type { ServerProblem } from '../protocol/server-problem';
import { BrokenReviewError, type ReviewFile, reviewPath, updateReviewFile } from '../ingest/review-file';
import { hashing } from '../ingest/sha256';
import { outcomeOf, toneOf } from '../language/cited/outcome';
import { fullReference, passageLocator } from '../language/reference';
import { decide, reviewDraft } from '../language/review/decide';
import { seenOf, type ReviewedItem } from '../language/review/pair-reviews';
import {
  lookedUp,
  passagePieces,
  quotationSide,
  shownPassages,
  surroundingsOf,
  whyNoPassage,
} from '../language/review/review-entry';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import type { ReviewFiles } from './review-files';
import { positionsIn, type Positions } from './to-lsp';
import { sourceUri } from './uris';
import type { Located, Workspace } from './workspace';

type Found = Located & { readonly document: TextDocument };

/** What a reviewer sees of an open draft, and the decisions that are kept: both only when asked for. */
export class ReviewRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly files: ReviewFiles,
  ) {}

  async review({ draft }: ReviewParams): Promise<ReviewResult<ServerProblem>> {
    const found = this.find(draft);
    if ('code' in found) return { version: 0, entries: [], dropped: 0, problem: found };
    const { folder, path, document } = found;
    const file = await this.files.readAnew(folder, path);
    const { positions } = this.drafts.parse(document);
    const { items, dropped } = reviewDraft(this.drafts.judge(document, folder), file.reviews, hashing);
    const problem = problemOf(file);
    return {
      version: document.version,
      entries: items.map((item) => entryOf(item, positions, folder)),
      dropped: dropped.length,
      ...(problem !== undefined && { problem }),
    };
  }

  async decide(params: DecideParams): Promise<DecideResult<ServerProblem>> {
    const { draft, version, citation, seen, decision, note, by } = params;
    const found = this.find(draft);
    if ('code' in found) return { problem: found };
    const { folder, path, document } = found;
    if (document.version !== version) return { outdated: true };
    const judged = this.drafts.judge(document, folder);
    const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const deciding = { citation, seen, decision: decision ?? undefined, note, by, at };
    let kept: string | undefined;
    try {
      await updateReviewFile(folder.root, path, (file) => {
        kept = decide(judged, { file, draft: path, hashing }, deciding);
        return kept;
      });
    } catch (error) {
      return { problem: notKept(path, error) };
    }
    await this.files.readAnew(folder, path);
    if (kept === undefined) return { outdated: true };
    // Not as it is on disk by now: another window may have decided since.
    const item = reviewDraft(judged, readReviews(kept).reviews, hashing).items[citation];
    return item ? { seen: seenOf(item, hashing) } : {};
  }

  /** An open draft of a folder whose sources are read, or why there is none. */
  private find(uri: string): Found | ServerProblem {
    const document = this.documents.get(uri);
    const located = this.workspace.locate(uri);
    if (!document || !located || this.workspace.role(uri, document.languageId) !== 'draft')
      return { code: 'no-open-draft' };
    if (located.folder.phase !== 'ready') return { code: 'too-early-to-review' };
    return { ...located, document };
  }
}

/** What `describeReviewProblem` says, as a code. */
function problemOf({ broken, failure }: ReviewFile): ServerProblem | undefined {
  if (failure) return { code: 'unreadable-review', detail: failure.detail };
  return broken === undefined ? undefined : { code: 'broken-review', detail: broken };
}

function notKept(path: string, error: unknown): ServerProblem {
  if (error instanceof BrokenReviewError) return { code: 'broken-review', detail: error.why };
  const { code, message } = error as NodeJS.ErrnoException;
  return { code: 'unwritable-review', path: reviewPath(path), detail: code ?? message };
}

function entryOf(item: ReviewedItem, positions: Positions, { root, corpus }: FolderCorpus): ReviewEntry {
  const { at, citation, locator, words, resolved, sentence, quotations, source, state } = item;
  const noPassage = whyNoPassage(item);
  const place = placeOf(item, root, corpus);
  return {
    ...{
      citation: at,
      seen: seenOf(item, hashing),
      key: citation.key,
      range: positions.range(citation.span),
      resolved,
      sentence,
    },
    ...(locator !== undefined && { locator }),
    ...(words.prefix !== '' && { prefix: words.prefix }),
    ...(words.suffix !== '' && { suffix: words.suffix }),
    quotations: quotations.map((one) => ({
      range: positions.range(one.quotation.span),
      verdict: one.judgement.verdict,
      accepted: isAccepted(one.judgement.verdict),
      ...quotationSide(one, corpus),
    })),
    ...outcome(item),
    reference: source ? fullReference(source) : citation.key,
    ...(source && surroundingsOf(shownPassages(item), source)),
    passages: source ? passagesOf(item, source, root) : [],
    ...(noPassage !== undefined && { noPassage }),
    ...(place && { place }),
    ...stateOf(state),
  };
}

function outcome(item: ReviewedItem): Pick<ReviewEntry, 'outcome' | 'tone'> {
  const what = outcomeOf(item);
  return { outcome: what, tone: toneOf(what) };
}

/** The source at its start where nothing in it is to be looked up. */
function placeOf(item: ReviewedItem, root: string, corpus: Corpus): ReviewEntry['place'] {
  const span = lookedUp(item) ?? { start: 0, end: 0 };
  const source = span.source === undefined ? item.source : corpus.source(span.source);
  return source && { uri: sourceUri(root, source), range: positionsIn(source).range(span) };
}

function passagesOf(item: ReviewedItem, source: Source, root: string): ReviewPassage[] {
  const positions = positionsIn(source);
  const uri = sourceUri(root, source);
  return shownPassages(item).map((passage) => ({
    uri,
    range: positions.range(passage),
    locator: passageLocator(passage),
    pieces: passagePieces(source, passage, item.quotations),
  }));
}

function stateOf(
  state: ReviewedItem['state'],
): Pick<ReviewEntry, 'state' | 'decision' | 'note' | 'by' | 'at' | 'sides'> {
  if (state.kind === 'undecided') return { state: 'undecided' };
  const { decision, note, by, at } = state.review;
  return {
    ...{ state: state.kind, decision, by, at },
    ...(note !== undefined && { note }),
    ...(state.kind === 'stale' && { sides: state.sides }),
  };
}
