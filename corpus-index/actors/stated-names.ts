import type { ActorMatcher } from './matcher';
import type { Mention } from './mentions';
import {
  fullFormBefore,
  fullFormBehind,
  isBesideBracket,
  shortFormBefore,
  shortFormBehind,
} from './context/short-forms';
import { isAbbreviation } from './name-words';
import { onlyActor } from './only-actor';

/** A name that a text gives an organisation itself: "Ministry of Works (MW)" where the registry has but one of the two. */
interface StatedName {
  readonly name: string;
  /** Where the text first has it. */
  readonly start: number;
  readonly mention: Mention;
}

/**
 * Adds the abbreviations and full forms that the text states beside a mention of an organisation, there and wherever
 * they stand behind. What the registry names is left as found.
 */
export function addStatedNames(
  matcher: ActorMatcher,
  text: string,
  found: readonly Mention[],
): readonly Mention[] {
  if (found.length === 0 || !(text.includes('(') || text.includes('['))) return found;
  const stated = found.flatMap((mention) => statedBeside(matcher, text, mention));
  if (stated.length === 0) return found;
  const names = new Set(stated.map(({ name }) => name));
  const added = [...names].flatMap((name) =>
    placesOf(
      text,
      name,
      stated.filter((one) => one.name === name),
    ),
  );
  // What the text says goes before what rules guess.
  const kept = found.filter(
    ({ origin, start, end }) => origin !== 'generated' || !names.has(text.slice(start, end)),
  );
  return [...kept, ...withoutOverlaps(kept, added)].sort((a, b) => a.start - b.start);
}

function statedBeside({ actors }: ActorMatcher, text: string, mention: Mention): StatedName[] {
  if (!isBesideBracket(text, mention.start, mention.end)) return [];
  const schema = actors.get(onlyActor(mention) ?? '')?.schema;
  if (mention.actors.length > 1 || schema === 'Person' || schema === 'Country') return [];
  const written = text.slice(mention.start, mention.end);
  const spans = isAbbreviation(written)
    ? [fullFormBehind(text, mention.end, written), fullFormBefore(text, mention.start, written)]
    : [shortFormBehind(text, mention.end, written), shortFormBefore(text, mention.start, written)];
  return spans.flatMap((span) =>
    span ? [{ name: text.slice(span.start, span.end), start: span.start, mention }] : [],
  );
}

/** All places of a stated name, as a whole word in its own capitals: each means what was stated last before it. */
function placesOf(text: string, name: string, meanings: readonly StatedName[]): Mention[] {
  const places: Mention[] = [];
  const first = meanings[0]?.start ?? text.length;
  for (let start = text.indexOf(name, first); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    const meaning = meanings.findLast((one) => one.start <= start);
    if (meaning && !isLetter(text[start - 1]) && !isLetter(text[end]))
      places.push(mentionOf(meaning, start, end));
  }
  return places;
}

function mentionOf({ name, mention }: StatedName, start: number, end: number): Mention {
  const { actors, alias } = mention;
  const what = name.includes(' ') ? 'the full form of' : 'short for';
  const explanation = `${what} ${alias}, as this text says`;
  return { start, end, actors, alias, origin: 'stated', weak: false, explanation };
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** Those that lie over none of the mentions found, nor over one another. Both are in the order of their starts. */
function withoutOverlaps(found: readonly Mention[], added: readonly Mention[]): Mention[] {
  const free: Mention[] = [];
  let at = 0;
  let end = 0;
  for (const one of [...added].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while ((found[at]?.end ?? Infinity) <= one.start) at++;
    if (one.start < end || (found[at]?.start ?? Infinity) < one.end) continue;
    free.push(one);
    end = one.end;
  }
  return free;
}
