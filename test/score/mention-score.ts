/** What `npm run score:mentions` counts: mentions found against mentions marked, and registries cut down to one source. */
import type { Actor, Mention } from '#corpus-index';
import { fold } from '#corpus-index';

/** One mention as it is compared: where it stands and whom it names. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly actor: string;
}

/** A line of test/fixtures/marks. */
export interface Mark extends Marked {
  readonly n: number;
  readonly kind?: 'country' | 'place';
  readonly doubt?: boolean;
}

export interface Score {
  readonly found: number;
  readonly marked: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly missed: readonly Marked[];
  readonly wrong: readonly Marked[];
}

const keyOf = ({ start, end, actor }: Marked): string => `${start}-${end} ${actor}`;

/** Strict: a mention is right if start, end and actor are. */
export function score(found: readonly Marked[], marked: readonly Marked[]): Score {
  const expected = new Set(marked.map(keyOf));
  const given = new Set(found.map(keyOf));
  const right = [...given].filter((key) => expected.has(key)).length;
  const precision = given.size === 0 ? 1 : right / given.size;
  const recall = expected.size === 0 ? 1 : right / expected.size;
  return {
    found: given.size,
    marked: expected.size,
    right,
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missed: marked.filter((mark) => !given.has(keyOf(mark))),
    wrong: found.filter((mention) => !expected.has(keyOf(mention))),
  };
}

/** Mentions that name one actor, as they are compared. */
export const sureOnes = (mentions: readonly Mention[]): Marked[] =>
  mentions.flatMap(({ start, end, actors: [actor, ...others] }) =>
    actor !== undefined && others.length === 0 ? [{ start, end, actor }] : [],
  );

/**
 * The registry as somebody would have it who knew one source only: the actors it names, with the house spelling
 * and that source's spellings. What is weak in the full registry stays weak.
 */
export function registryOfOneSource(actors: readonly Actor[], source: string): Actor[] {
  return actors.flatMap((actor) => {
    const spellings = spellingsOf(actor, source);
    if (spellings.length === 0) return [];
    const weak = new Set(actor.weakAlias.map(fold));
    return {
      ...actor,
      alias: spellings.filter((spelling) => !weak.has(fold(spelling))),
      previousName: [],
      weakAlias: spellings.filter((spelling) => weak.has(fold(spelling))),
    };
  });
}

/** What the record says under `spellings:`, a property of the example's own. */
function spellingsOf({ properties }: Actor, source: string): string[] {
  const bySource = properties?.['spellings'];
  if (typeof bySource !== 'object' || bySource === null) return [];
  const listed: unknown = (bySource as Record<string, unknown>)[source];
  return (Array.isArray(listed) ? listed : [listed]).filter((one) => typeof one === 'string');
}
