import type { Corpus, Span } from '#corpus-index';
import type { ActorView } from '../actor-view';
import type { Draft } from '../draft';
import { completeActor } from './complete-actor';
import { completeKey } from './complete-key';
import { completeLocator } from './complete-locator';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'source' | 'passage' | 'actor';
  /** One line beside the label. */
  readonly detail?: string;
  /** Markdown without trust. */
  readonly documentation?: string;
  /** What the typed text is compared with. */
  readonly filterText: string;
  /** Order among the items: compared as text. */
  readonly sortText: string;
  readonly replace: Span;
  readonly newText: string;
}

export interface CompletionContext {
  readonly corpus: Corpus;
  readonly actors: ActorView;
  /** Keys of a corpus that a team shares which begin as typed; undefined where there is none. */
  readonly sharedKeys?: readonly { readonly key: string; readonly title: string }[];
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** More typing can bring other items: ask again. */
  readonly incomplete: boolean;
}

/** Asked in turn; the first that knows the place answers. */
type Finder = (context: CompletionContext, draft: Draft, offset: number) => Completions | undefined;
const FINDERS: readonly Finder[] = [completeLocator, completeKey, completeActor];

export function complete(context: CompletionContext, draft: Draft, offset: number): Completions {
  const none: Completions = { items: [], incomplete: false };
  if (draft.opaque.some((span) => isInside(draft.text, span, offset))) return none;
  for (const find of FINDERS) {
    const found = find(context, draft, offset);
    if (found) return found;
  }
  return none;
}

/** Code and the like end with a mark of their own; where it has not been typed, the cursor at their end is still inside. */
function isInside(text: string, { start, end }: Span, offset: number): boolean {
  if (offset <= start || offset > end) return false;
  return offset < end || !/[`~>)\]\n-]/.test(text[end - 1] ?? '');
}
