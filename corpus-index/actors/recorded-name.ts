import type { Actor } from '../records/actor';
import { words } from '../text/words';
import type { CapitalRule } from './capitals';
import { capitalRule } from './capitals';
import { endsInPlace } from './context/list-tail';
import type { NameEntry } from './matcher';
import type { NameNature } from './name-nature';
import { natureOf } from './name-nature';
import type { NameOrigin, OriginatedName } from './names-of';

/** A name of a record. What is known of it beside its letters is found out where a text has it: most texts have few names. */
export class RecordedName implements NameEntry {
  readonly actor: string;
  readonly alias: string;
  readonly origin: NameOrigin;
  private ownRule: CapitalRule | undefined;
  private ownNature: NameNature | undefined;
  private isInPlace: boolean | undefined;

  constructor(
    private readonly owner: Actor,
    { alias, origin }: OriginatedName,
  ) {
    this.actor = owner.id;
    this.alias = alias;
    this.origin = origin;
  }

  get rule(): CapitalRule {
    return (this.ownRule ??= capitalRule(this.alias, words(this.alias)));
  }

  get nature(): NameNature {
    const { owner, origin, alias } = this;
    return (this.ownNature ??= natureOf(owner, origin, alias, words(alias), this.rule));
  }

  get endsInPlace(): boolean {
    return (this.isInPlace ??= endsInPlace(this.alias));
  }

  get country(): readonly string[] {
    return this.owner.country;
  }
}

/** A recorded name in a form that is a name of another nature. */
export const withNature = (
  { actor, alias, origin, rule, endsInPlace: inPlace, country }: NameEntry,
  nature: NameNature,
): NameEntry => ({ actor, alias, origin, rule, endsInPlace: inPlace, country, nature });
