import {
  completeActors,
  completionInSteps,
  findMentions,
  inOneGo,
  matcherInSteps,
  originalSpan,
  passageAt,
  type Actor,
  type ActorCompletion,
  type ActorCompletionIndex,
  type ActorMatcher,
  type Corpus,
  type Mention,
  type Source,
  type Steps,
} from '#corpus-index';
import { sureMentions } from './actors/named-in-passages';
import type { Draft } from './draft';
import type { DraftNames } from './judge-draft';

/** An actor's mentions in one source, in order. */
export interface SourceMentions {
  readonly source: Source;
  readonly mentions: readonly Mention[];
}

interface Registry {
  readonly actors: readonly Actor[];
  readonly byId: ReadonlyMap<string, Actor>;
  readonly matcher: ActorMatcher;
  readonly completion: ActorCompletionIndex;
  /** By the reading of a source's text, which is another object whenever the text is. */
  readonly mentions: WeakMap<Source['reading'], readonly Mention[]>;
  /** By the draft, which is another object for each version of its text. */
  readonly drafts: WeakMap<Draft, readonly Mention[]>;
}

/**
 * The registry's names as found in texts: matcher and completion are built once for each registry, and a source is read
 * for names once for each text of it.
 */
export class ActorView {
  private built: Registry | undefined;
  /** Of actors that the corpus does not have yet. */
  private prepared: Registry | undefined;

  constructor(private readonly corpus: Corpus) {}

  /**
   * Makes ready, in steps, what is asked once the corpus has these actors: until then the answers are those of the actors
   * that it has.
   */
  *prepare(actors: readonly Actor[]): Steps<undefined> {
    this.prepared = yield* registryOf(actors);
    return undefined;
  }

  actor(id: string): Actor | undefined {
    return this.registry().byId.get(id);
  }

  /** The actors one of whose names fits what was typed, best first. */
  complete(typed: string, limit: number): ActorCompletion[] {
    return completeActors(this.registry().completion, typed, limit);
  }

  /** All mentions in a text that is not held: a source as an editor has it. */
  mentionsIn(text: string): readonly Mention[] {
    return findMentions(this.registry().matcher, text);
  }

  /** All mentions in a draft, found once for each version of it. */
  mentionsInDraft(draft: Draft): readonly Mention[] {
    const { matcher, drafts } = this.registry();
    const known = drafts.get(draft) ?? findMentions(matcher, draft.text);
    drafts.set(draft, known);
    return known;
  }

  /** Whom a draft names; read when it is asked for. */
  namesIn(draft: Draft): DraftNames {
    const mentions = () => this.mentionsInDraft(draft);
    return {
      get mentions() {
        return mentions();
      },
      actor: (id) => this.actor(id),
    };
  }

  /** The mentions in a source's passages: offsets in its text. */
  mentionsOf(source: Source): readonly Mention[] {
    const { mentions } = this.registry();
    const known = mentions.get(source.reading);
    if (known) return known;
    const found = this.mentionsInReading(source)
      .map((mention) => ({ ...mention, ...originalSpan(source.reading, mention.start, mention.end) }))
      .filter((mention) => passageAt(source, mention.start));
    mentions.set(source.reading, found);
    return found;
  }

  /** The mentions in all of a source's reading: offsets in it. */
  mentionsInReading({ reading }: Source): readonly Mention[] {
    return findMentions(this.registry().matcher, reading.text);
  }

  /** Where the sources name an actor without doubt, by source; sources that do not are left out. */
  sourcesNaming(id: string): SourceMentions[] {
    return this.corpus.sources.flatMap((source) => {
      const mentions = sureMentions(this, source, id);
      return mentions.length > 0 ? [{ source, mentions }] : [];
    });
  }

  private registry(): Registry {
    const { actors } = this.corpus;
    if (this.built?.actors !== actors) {
      this.built = this.prepared?.actors === actors ? this.prepared : inOneGo(registryOf(actors));
      this.prepared = undefined;
    }
    return this.built;
  }
}

function* registryOf(actors: readonly Actor[]): Steps<Registry> {
  return {
    actors,
    byId: new Map(actors.map((actor) => [actor.id, actor])),
    matcher: yield* matcherInSteps(actors),
    completion: yield* completionInSteps(actors),
    mentions: new WeakMap(),
    drafts: new WeakMap(),
  };
}
