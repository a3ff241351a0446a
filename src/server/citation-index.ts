import type { CancellationToken, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../language/draft';
import { judgeDraft, type JudgedDraft } from '../language/judge-draft';
import { reviewItems, type ReviewItem } from '../language/review/review-items';
import type { Drafts } from './drafts';
import type { FolderCorpus } from './folder-corpus';
import type { DraftFile, DraftReader } from './folder-drafts';
import { rest, SLICE } from './in-slices';

/** A draft and each of its citations, judged. */
export interface CitingDraft {
  readonly file: DraftFile;
  readonly judged: JudgedDraft;
  readonly items: readonly ReviewItem[];
}

export interface FolderCitations {
  readonly drafts: readonly CitingDraft[];
  /** Paths of drafts that could not be read. */
  readonly unread: readonly string[];
}

interface Known {
  /** The state of the corpus in which they were judged. */
  readonly revision: number;
  readonly judged: JudgedDraft;
  readonly items: readonly ReviewItem[];
}

/** So many quotations are judged before the time is looked at. */
const AT_ONCE = 10;

/** What the drafts of a folder cite. Each draft is judged once while it and the sources stay as they are. */
export class CitationIndex {
  private readonly known = new WeakMap<Draft, Known>();
  /** One look at a folder waits for the other, and finds what that has judged. */
  private readonly looks = new WeakMap<FolderCorpus, Promise<unknown>>();

  constructor(
    private readonly documents: TextDocuments<TextDocument>,
    private readonly drafts: Drafts,
    private readonly reader: DraftReader,
  ) {}

  /** All drafts of a folder; undefined while its sources are read, and where the question was withdrawn. */
  all(folder: FolderCorpus, token: CancellationToken): Promise<FolderCitations | undefined> {
    const before = this.looks.get(folder) ?? Promise.resolve();
    const look = before.then(() => this.look(folder, token));
    this.looks.set(
      folder,
      look.catch(() => undefined), // told to who asked
    );
    return look;
  }

  /** One draft that is open; undefined where it is not, and while sources are read. */
  open(folder: FolderCorpus, uri: string): CitingDraft | undefined {
    const document = this.documents.get(uri);
    if (!document || folder.phase !== 'ready') return undefined;
    const { draft, positions, version } = this.drafts.parse(document);
    const known = this.knownOf(folder, draft) ?? this.keep(folder, this.drafts.judgeBare(document, folder));
    return { file: { uri, draft, positions, version, isEditable: true }, ...known };
  }

  private async look(folder: FolderCorpus, token: CancellationToken): Promise<FolderCitations | undefined> {
    const { files, unread } = await this.reader.read(folder);
    folder.shared?.cites(files.flatMap(({ draft }) => draft.citations.map(({ key }) => key)));
    const drafts: CitingDraft[] = [];
    for (const file of files) {
      const known = await this.judged(folder, file, token);
      if (!known) return undefined;
      drafts.push({ file, judged: known.judged, items: known.items });
    }
    return { drafts, unread };
  }

  private async judged(
    folder: FolderCorpus,
    { uri, draft, version }: DraftFile,
    token: CancellationToken,
  ): Promise<Omit<Known, 'revision'> | undefined> {
    for (;;) {
      if (folder.phase !== 'ready' || token.isCancellationRequested) return undefined;
      const known = this.knownOf(folder, draft) ?? (version === null ? undefined : this.open(folder, uri));
      if (known) return known;
      const judged = await judgeWithPauses(folder, draft, token);
      if (judged) return this.keep(folder, judged);
    }
  }

  private knownOf({ corpus }: FolderCorpus, draft: Draft): Known | undefined {
    const known = this.known.get(draft);
    return known?.revision === corpus.revision ? known : undefined;
  }

  private keep({ corpus }: FolderCorpus, judged: JudgedDraft): Known {
    const known = { revision: corpus.revision, judged, items: reviewItems(judged) };
    this.known.set(judged.draft, known);
    return known;
  }
}

/** Judges a draft with pauses in which typing is answered; undefined where the corpus has changed in between. */
async function judgeWithPauses(
  { corpus }: FolderCorpus,
  draft: Draft,
  token: CancellationToken,
): Promise<JudgedDraft | undefined> {
  const { revision } = corpus;
  const { citations } = judgeDraft(corpus, { ...draft, quotations: [] });
  const quotations: JudgedDraft['quotations'][number][] = [];
  let rested = performance.now();
  for (let at = 0; at < draft.quotations.length; at += AT_ONCE) {
    const some = { ...draft, citations: [], quotations: draft.quotations.slice(at, at + AT_ONCE) };
    quotations.push(...judgeDraft(corpus, some).quotations);
    if (performance.now() - rested < SLICE) continue;
    await rest();
    if (token.isCancellationRequested || corpus.revision !== revision) return undefined;
    rested = performance.now();
  }
  return { draft, corpus, citations, quotations };
}
