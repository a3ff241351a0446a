import type { Span } from '../text/span';
import { endsSentence, mayBeOne, saysOne } from './context/apposition';
import { KinReader } from './context/kin-reader';
import { isKinOf } from './context/kinship';
import { SmallWords } from './context/small-words';
import type { ActorMatcher } from './matcher';
import type { Mention } from './mentions';
import type { RunPlace } from './name-ends';
import { onlyActor } from './only-actor';
import type { Around, FoundName } from './found-names';
import { endsAt, takeLongest } from './found-names';
import { HereNames } from './here-names';
import { LastMentions } from './last-mentions';
import type { Candidates, Reading } from './readings';
import { readingOf, strongReading, weakReading } from './readings';
import { forEachRun, mayBegin } from './word-run';

/** A weak name whose actors were not named before it. */
interface Pending {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidates[];
}

/** So many weak names may wait for the full one. */
const MOST_PENDING = 8;

/** Finds the mentions of one text, from left to right. */
export class MentionFinder implements Around {
  private readonly mentions: Mention[] = [];
  private readonly lastMention = new LastMentions();
  private pending: Pending[] = [];
  /** Mentions by a surname that no record gives alone. */
  private bySurname: Map<Mention, string> | undefined;
  /** Actors whose surname the text gives to others, too. */
  private disputed: Set<string> | undefined;
  /** Spellings that count since the text has named their actors. */
  private readonly here = new HereNames();
  private kinReader: KinReader | undefined;
  private smallWords: SmallWords | undefined;

  constructor(
    private readonly matcher: ActorMatcher,
    private readonly text: string,
  ) {}

  get previous(): Mention | undefined {
    return this.mentions[this.mentions.length - 1];
  }

  get small(): SmallWords {
    return (this.smallWords ??= new SmallWords(this.text));
  }

  private get kin(): KinReader {
    return (this.kinReader ??= new KinReader(this.matcher, this.text));
  }

  dispute(actor: string): void {
    (this.disputed ??= new Set()).add(actor);
  }

  find(): Mention[] {
    const { matcher, text } = this;
    let place: RunPlace | undefined;
    forEachRun(matcher, text, this.here, (run) => {
      place ??= { matcher, text, run, hasBrackets: text.includes('[') };
      for (let at = 0; at < run.length;) at = this.takeName(place, at) + 1;
    });
    const { bySurname, disputed } = this;
    if (!bySurname || !disputed) return this.mentions;
    return this.mentions.filter((mention) => !disputed.has(bySurname.get(mention) ?? ''));
  }

  /** Takes the longest name that begins at a word of the run and may stand there; the last word that is done with. */
  private takeName(place: RunPlace, first: number): number {
    const word = place.run.words[first];
    if (!word || !mayBegin(word, this.here)) return first;
    const ends = endsAt(place, this.here, first);
    if (!ends) return first;
    for (;;) {
      const found = takeLongest(place, this.here, first, ends, this);
      if (!found) return first;
      const reading = this.read(found);
      if (reading) {
        this.take(found, reading);
        return found.last;
      }
      if (found.candidates.length > 0) this.wait(found);
    }
  }

  private read({ candidates, start }: FoundName): Reading | undefined {
    if (candidates.length === 0) return undefined;
    return (
      strongReading(candidates) ??
      weakReading(candidates, this.lastMention) ??
      this.kin.read(candidates, start, this.mentions)
    );
  }

  private take(found: FoundName, reading: Reading): void {
    const mention = mentionAt(found, reading);
    // The nationality before a name in ordinary words belongs to it.
    if ((this.previous?.end ?? 0) > found.start) this.mentions.pop();
    if (mention.weak) this.kin.keep(mention, this.mentions);
    if (this.pending.length > 0) this.settlePending(mention);
    this.mentions.push(mention);
    const actor = onlyActor(reading);
    if (actor === undefined) return;
    const { spellings } = this.matcher;
    if (spellings && !this.lastMention.has(actor)) this.here.add(spellings.weakOf(actor));
    this.lastMention.set(actor, mention.start);
    if (found.candidates.every((each) => each.areSurnamesOf(actor)))
      (this.bySurname ??= new Map<Mention, string>()).set(mention, actor);
  }

  private wait({ start, end, candidates }: FoundName): void {
    const last = this.pending.at(-1);
    if (last && last.end > start) return;
    this.pending.push({ start, end, candidates });
    if (this.pending.length > MOST_PENDING) this.pending.shift();
  }

  /** Reads weak names right before a full one: "Saleh (alias Abdullah Ahmed)", "Hamid, son of Karim Nuri". */
  private settlePending(mention: Mention): void {
    const waiting = this.pending;
    this.pending = [];
    const actor = onlyActor(mention);
    if (mention.weak || actor === undefined) return;
    let until = mention.start;
    for (const one of waiting.reverse()) {
      const between = this.text.slice(one.end, until);
      if (one.end > until || endsSentence(between)) return;
      const reading = this.settled(one, between, mention, actor);
      if (!reading) return;
      this.insert(mentionAt(one, reading));
      until = one.start;
    }
  }

  private settled(
    { candidates, start, end }: Pending,
    between: string,
    mention: Mention,
    actor: string,
  ): Reading | undefined {
    if (isKinOf(between)) return this.kin.relativeOf(candidates, actor);
    const said = saysOne(this.text.slice(end, mention.start)) || isInBracket(this.text, start);
    if (!said || !mayBeOne(between)) return undefined;
    const own = candidates.flatMap((each) => each.of(actor));
    return readingOf(own, own[0] && `another name of ${mention.alias}, who is named right behind`);
  }

  private insert(mention: Mention): void {
    let at = this.mentions.length;
    while (at > 0 && (this.mentions[at - 1]?.start ?? 0) >= mention.start) at--;
    const before = this.mentions[at - 1];
    const behind = this.mentions[at];
    if ((before && before.end > mention.start) || (behind && behind.start < mention.end)) return;
    this.mentions.splice(at, 0, mention);
    const [actor] = mention.actors;
    if (actor !== undefined) this.lastMention.set(actor, mention.start);
  }
}

function mentionAt({ start, end }: Span, { actors, alias, origin, weak, explanation }: Reading): Mention {
  const mention = { start, end, actors, alias, origin, weak };
  return explanation === undefined ? mention : { ...mention, explanation };
}

/** Whether an offset stands in a bracket that opened not far before. */
function isInBracket(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
