import { familyNameIn, isSameName, type Actor } from '#corpus-index';

/** The name that a spelling is of, as the registry writes it. */
export interface HouseSpelling {
  readonly text: string;
  /** Whether it is the actor's whole name, or the family name in it. */
  readonly of: 'name' | 'family' | 'other';
}

/**
 * How the house writes what stands in a text: the actor's name, the family name in it, or the first of its other names,
 * whichever the written words are a spelling of. Undefined for what is none of them.
 */
export function houseSpelling(actor: Actor, written: string): HouseSpelling | undefined {
  const letters = spelled(written);
  return choicesOf(actor).find(
    ({ text }) => spelled(text) === letters || isSameName(text, written, actor.country),
  );
}

/** The family name of a person; what other actors are called has none. */
export const familyOf = ({ schema }: Pick<Actor, 'schema'>, name: string): string | undefined =>
  schema === 'Person' ? familyNameIn(name) : undefined;

function choicesOf(actor: Actor): HouseSpelling[] {
  const family = familyOf(actor, actor.name);
  const others = [...actor.alias, ...actor.previousName, ...actor.weakAlias];
  return [
    { text: actor.name, of: 'name' },
    ...(family === undefined ? [] : [{ text: family, of: 'family' as const }]),
    ...others.map((text) => ({ text, of: 'other' as const })),
  ];
}

/** A spelling without what typography and the place in a sentence decide: equal for "Al-Adl" and "al‑Adl". */
export const spelled = (written: string): string =>
  written
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

/** A spelling with the capitals of what it takes the place of: at the start of a sentence, in a heading of capitals. */
export function inCapitalsOf(spelling: string, written: string): string {
  if (/\p{Lu}.*\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written) && /\p{Ll}/u.test(spelling))
    return /\s/.test(written) ? spelling.toUpperCase() : spelling;
  const isCapital = /^\p{Lu}/u.test(written) && /^\p{Ll}/u.test(spelling);
  return isCapital ? spelling.charAt(0).toUpperCase() + spelling.slice(1) : spelling;
}
