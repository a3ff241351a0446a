import type { ActorMatcher } from '../matcher';
import type { Mention } from '../mentions';
import type { Candidates, Reading } from '../readings';
import { readingOf } from '../readings';
import { onlyActor } from '../only-actor';
import { isOneFamily } from './family';
import { isBehindKinOfHis, isNextKin, isPossessiveKin } from './kinship';

/** "His" means somebody named so far back at most. */
const REACH = 300;

/** Tells whom a given name means behind "Karim's son" or "his daughter". */
export class KinReader {
  /** Of mentions found so: the relative. */
  private relatives: Map<Mention, string> | undefined;

  constructor(
    private readonly matcher: ActorMatcher,
    private readonly text: string,
  ) {}

  /** The reading of a weak name at an offset, `mentions` being those before it. */
  read(candidates: readonly Candidates[], start: number, mentions: readonly Mention[]): Reading | undefined {
    const relative = this.relativeBefore(start, mentions);
    return relative === undefined ? undefined : this.relativeOf(candidates, relative);
  }

  /** The reading of a weak name as a relative of an actor, if exactly one of its actors has the same family name. */
  relativeOf(candidates: readonly Candidates[], relative: string): Reading | undefined {
    const { actors } = this.matcher;
    const person = actors.get(relative);
    if (person?.schema !== 'Person') return undefined;
    const weak = candidates.flatMap((each) => (each.weak ? each.all : []));
    const family = weak.filter(({ entry }) => {
      const actor = actors.get(entry.actor);
      return actor?.schema === 'Person' && isOneFamily(actor, person);
    });
    const reading = readingOf(family, `a name of the family of ${person.name}, who is named beside`);
    return reading?.actors.length === 1 ? reading : undefined;
  }

  /** Remembers a mention that `read` has told. */
  keep(mention: Mention, mentions: readonly Mention[]): void {
    const relative = this.relativeBefore(mention.start, mentions);
    if (relative !== undefined) (this.relatives ??= new Map<Mention, string>()).set(mention, relative);
  }

  private relativeBefore(start: number, mentions: readonly Mention[]): string | undefined {
    const last = mentions.at(-1);
    if (!last) return undefined;
    const between = this.text.slice(last.end, start);
    if (isPossessiveKin(between)) return onlyActor(last);
    if (isNextKin(between)) return this.relatives?.get(last);
    return isBehindKinOfHis(this.text, start) ? this.lastPerson(start, mentions) : undefined;
  }

  private lastPerson(start: number, mentions: readonly Mention[]): string | undefined {
    for (let at = mentions.length - 1; at >= 0; at--) {
      const mention = mentions[at];
      if (!mention || start - mention.end > REACH || /\n\s*\n/.test(this.text.slice(mention.end, start)))
        return undefined;
      const actor = onlyActor(mention);
      if (actor !== undefined && this.matcher.actors.get(actor)?.schema === 'Person') return actor;
    }
    return undefined;
  }
}
