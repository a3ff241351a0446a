import type { Span } from '../text/span';

/** A person, organisation, state or place that the sources name; FollowTheMoney's property names. */
export interface Actor {
  readonly id: string;
  /** FollowTheMoney schema: Person, Organization, PublicBody, Company, Country, ... */
  readonly schema: string;
  /** The house spelling: the first `name`. */
  readonly name: string;
  /** Further values of `name`, then `alias` and `previousName`: each names the actor on its own. */
  readonly alias: readonly string[];
  readonly previousName: readonly string[];
  /** Names that count only where the context allows: a bare surname, "the Network". */
  readonly weakAlias: readonly string[];
  readonly position: readonly string[];
  readonly summary?: string;
  /** Ids of actors. */
  readonly memberOf: readonly string[];
  readonly country: readonly string[];
  readonly wikidataId?: string;
  readonly topics: readonly string[];
  /** What else the record says, as written (`notes`, `sourceUrl`, ...): kept for the round trip. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Where the id stands in actors.yaml. */
  readonly span?: Span;
}
