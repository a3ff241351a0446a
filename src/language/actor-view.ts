import {
  buildMatcher,
  findMentions,
  overlaps,
  type Actor,
  type ActorMatcher,
  type Corpus,
  type Mention,
  type Source,
} from '#corpus-index';

/** An actor's mentions in one source, in order. */
export interface SourceMentions {
  readonly source: Source;
  readonly mentions: readonly Mention[];
}

/**
 * The registry's names as found in texts: the matcher is built once for each registry, and a source is read for
 * names once for each text of it.
 */
export class ActorView {
  private registry: readonly Actor[] | undefined;
  private matcher: ActorMatcher | undefined;
  private read = new WeakMap<Source['reading'], readonly Mention[]>();

  constructor(private readonly corpus: Corpus) {}

  actor(id: string): Actor | undefined {
    return this.corpus.actors.find((actor) => actor.id === id);
  }

  /** All mentions in a text that is no source: a draft. */
  mentionsIn(text: string): readonly Mention[] {
    return findMentions(this.current(), text);
  }

  /** The mentions in a source's own passages. */
  mentionsOf(source: Source): readonly Mention[] {
    const matcher = this.current();
    const known = this.read.get(source.reading);
    if (known) return known;
    const own = findMentions(matcher, source.text).filter((mention) =>
      source.passages.some((passage) => overlaps(passage, mention)),
    );
    this.read.set(source.reading, own);
    return own;
  }

  /** Where the sources name an actor, by source; sources that do not are left out. */
  sourcesNaming(id: string): SourceMentions[] {
    return this.corpus.sources.flatMap((source) => {
      const mentions = this.mentionsOf(source).filter(
        ({ actors }) => actors.length === 1 && actors[0] === id,
      );
      return mentions.length > 0 ? [{ source, mentions }] : [];
    });
  }

  private current(): ActorMatcher {
    if (this.matcher && this.registry === this.corpus.actors) return this.matcher;
    this.registry = this.corpus.actors;
    this.matcher = buildMatcher(this.registry);
    this.read = new WeakMap();
    return this.matcher;
  }
}
