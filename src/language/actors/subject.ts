import {
  overlaps,
  passageAt,
  touches,
  type Actor,
  type Corpus,
  type Mention,
  type Span,
} from '#corpus-index';
import type { ActorView } from '../actor-view';
import type { Draft } from '../draft';
import { paragraphsOf } from '../locators';

/** What a place in a file is about, for everything that is then looked for elsewhere. */
export type Subject =
  | {
      readonly kind: 'actors';
      readonly span: Span;
      /** More than one where the name is ambiguous. */
      readonly ids: readonly string[];
    }
  | {
      readonly kind: 'citations';
      readonly span: Span;
      readonly key: string;
      /** The paragraphs that are meant; undefined: the whole source. */
      readonly paragraphs?: readonly number[];
    };

export interface SubjectContext {
  readonly corpus: Corpus;
  readonly actors: ActorView;
}

/** In a draft: a citation on its key, the cited paragraphs on its locator; else whom a name means. */
export function draftSubject(
  { corpus, actors }: SubjectContext,
  draft: Draft,
  offset: number,
): Subject | undefined {
  for (const { key, span, locator } of draft.citations) {
    if (touches(span, offset)) return { kind: 'citations', span, key };
    if (!locator || !touches(locator.span, offset)) continue;
    const source = corpus.source(key);
    const paragraphs = source && paragraphsOf(source, locator);
    return { kind: 'citations', span: locator.span, key, ...(paragraphs && { paragraphs }) };
  }
  return nameAt(shownMentions(actors, draft), offset);
}

/** In a source: whom a name means; else the paragraph, as what may be cited. */
export function sourceSubject(
  { corpus, actors }: SubjectContext,
  path: string,
  text: string,
  offset: number,
): Subject | undefined {
  const name = nameAt(actors.mentionsIn(text), offset);
  if (name) return name;
  const source = corpus.sourceAt(path);
  const passage = source?.text === text ? passageAt(source, offset) : undefined;
  return source && passage && { kind: 'citations', span: passage, key: source.key, paragraphs: [passage.n] };
}

/** In actors.yaml: the actor whose id stands there, as in `memberOf`; else the one whose record it is. */
export function registrySubject(actors: readonly Actor[], text: string, offset: number): Subject | undefined {
  const before = /[^\s,[\]{}:'"#]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const behind = /^[^\s,[\]{}:'"#]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const word = { start: offset - before.length, end: offset + behind.length };
  if (before + behind !== '' && actors.some(({ id }) => id === before + behind))
    return { kind: 'actors', span: word, ids: [before + behind] };
  const owner = actors.findLast(({ span }) => span && recordStart(text, span.start) <= offset);
  return owner && { kind: 'actors', span: owner.span ?? word, ids: [owner.id] };
}

/** Where the list item begins in which an id stands: the dash in front of it, on its line or on one before. */
function recordStart(text: string, id: number): number {
  let line = text.lastIndexOf('\n', id - 1) + 1;
  const column = text.slice(line, id).search(/[^\s-]/);
  for (;;) {
    const dash = /^[ \t]*-(?=\s)/.exec(text.slice(line, line + 200))?.[0];
    if (dash !== undefined && dash.length - 1 < Math.max(column, 1)) return line;
    if (line < 2) return 0;
    line = text.lastIndexOf('\n', line - 2) + 1;
  }
}

/** The names in a draft that a reader sees. */
export function shownMentions(actors: ActorView, draft: Draft): Mention[] {
  const hidden = [...draft.opaque, ...draft.citations.map(({ span }) => span)];
  return actors.mentionsInDraft(draft).filter((mention) => !hidden.some((span) => overlaps(span, mention)));
}

function nameAt(mentions: readonly Mention[], offset: number): Subject | undefined {
  const mention = mentions.find((one) => touches(one, offset));
  return mention && { kind: 'actors', span: mention, ids: mention.actors };
}
