import type { Corpus, Mention, Source, Span } from '#corpus-index';
import type { Citation, Draft } from '../draft';
import { paragraphsOf } from '../locators';
import { shownMentions, type Subject, type SubjectContext } from './subject';

/** Stretches of one draft or source, in order. */
export interface FoundIn<File> {
  readonly file: File;
  readonly spans: readonly Span[];
}

export interface References<DraftFile> {
  readonly drafts: readonly FoundIn<DraftFile>[];
  readonly sources: readonly FoundIn<Source>[];
}

/**
 * Everywhere in drafts and sources where an actor is named without doubt, or where a source, or paragraphs of it, are
 * cited. A source is read for names once for each text of it.
 */
export function findReferences<DraftFile extends { readonly draft: Draft }>(
  context: SubjectContext,
  subject: Subject,
  drafts: readonly DraftFile[],
): References<DraftFile> {
  const { corpus, actors } = context;
  const sources = subject.kind === 'actors' ? corpus.sources : [];
  return {
    drafts: drafts.flatMap((file) => foundIn(file, findInDraft(context, subject, file.draft))),
    sources: sources.flatMap((file) => foundIn(file, actors.mentionsOf(file).filter(isNaming(subject)))),
  };
}

const foundIn = <File>(file: File, spans: readonly Span[]): FoundIn<File>[] =>
  spans.length > 0 ? [{ file, spans }] : [];

/** The same within one draft, for its highlights too. */
export function findInDraft({ corpus, actors }: SubjectContext, subject: Subject, draft: Draft): Span[] {
  return subject.kind === 'actors'
    ? shownMentions(actors, draft).filter(isNaming(subject))
    : draft.citations.filter((citation) => isCiting(corpus, citation, subject)).map(({ span }) => span);
}

/** The same within the text of a source. */
export const findInText = ({ actors }: SubjectContext, subject: Subject, text: string): Span[] =>
  actors.mentionsIn(text).filter(isNaming(subject));

const isNaming =
  (subject: Subject) =>
  ({ actors: [actor, ...others] }: Mention): boolean =>
    subject.kind === 'actors' && actor !== undefined && others.length === 0 && subject.ids.includes(actor);

function isCiting(
  corpus: Corpus,
  { key, locator }: Citation,
  wanted: Subject & { readonly kind: 'citations' },
): boolean {
  if (key !== wanted.key) return false;
  const { paragraphs } = wanted;
  if (!paragraphs) return true;
  const source = corpus.source(key);
  const cited = source && locator && paragraphsOf(source, locator);
  return cited?.some((n) => paragraphs.includes(n)) ?? false;
}
