import type { Word } from '../../text/words';
import { stateOf } from '../context/demonyms';
import { isGivenName } from '../context/given-names';
import { isAbbreviation } from '../name-words';
import { isOrdinary } from '../ordinary-words';
import { isCountryName } from './country-names';
import {
  companyHeads,
  isHead,
  otherHeads,
  personParticles,
  placeHeads,
  placePrepositions,
  publicHeads,
} from './word-classes';

/** What is known of a name when its schema is guessed. */
export interface NameEvidence {
  readonly text: string;
  readonly found: readonly Word[];
  readonly count: number;
  /** Titles that stand before it, as written. */
  readonly titles: ReadonlyMap<string, number>;
  /** Words in small letters before it. */
  readonly before: ReadonlyMap<string, number>;
  /** Words behind it, of some of its places. */
  readonly behind: readonly string[];
  readonly isAbbreviated: boolean;
}

export interface SchemaGuess {
  readonly schema: string;
  /** For a person. */
  readonly reason: string;
  /** From 0 to 1: how surely it is a person or organisation. */
  readonly strength: number;
}

const RULES: readonly ((evidence: NameEvidence) => SchemaGuess | undefined)[] = [
  byHead,
  byCountry,
  byPlaceWord,
  byTitle,
  byNameWords,
  byStatedAbbreviation,
  byPlacePreposition,
  byDeed,
  byAbbreviation,
  byArticle,
];

const SPEECH =
  /^(?:said|says|told|wrote|writes|argued|added|claimed|tweeted|announced|explained|noted|insisted|denied|warned|replied|recalled|testified|met|himself|herself|who|whose)$/;

/** What kind of actor a name is of, from its words and what stands around it; the first sign that is found decides. */
export function guessSchema(evidence: NameEvidence): SchemaGuess {
  for (const rule of RULES) {
    const guess = rule(evidence);
    if (guess) return guess;
  }
  const { found } = evidence;
  if (
    found.length > 1 &&
    found.length < 5 &&
    found.every((word) => !isOrdinary(word) && stateOf(word.term) === undefined)
  )
    return { schema: 'Person', reason: 'several names in capitals', strength: 0.6 };
  return {
    schema: 'LegalEntity',
    reason: 'nothing tells what it is',
    strength: found.length > 1 ? 0.3 : 0.35,
  };
}

function byCountry({ text }: NameEvidence): SchemaGuess | undefined {
  return isCountryName(text)
    ? { schema: 'Country', reason: 'the name of a state', strength: 0.15 }
    : undefined;
}

function byPlaceWord({ found }: NameEvidence): SchemaGuess | undefined {
  const ends = [found[0], found.at(-1)].find((word) => word && found.length > 1 && placeHeads.has(word.term));
  return ends && { schema: 'Address', reason: `a place by its word “${ends.term}”`, strength: 0.1 };
}

function byHead({ found, text }: NameEvidence): SchemaGuess | undefined {
  if (found.length < 2 || !isBody(found)) return undefined;
  const head = [...found].reverse().find(({ term }) => isHead(term));
  if (!head) return undefined;
  const reason = `a body by its word “${text.slice(head.start - (found[0]?.start ?? 0), head.end - (found[0]?.start ?? 0))}”`;
  const has = (heads: ReadonlySet<string>) => found.some(({ term }) => heads.has(term));
  if (has(companyHeads)) return { schema: 'Company', reason, strength: 0.85 };
  return { schema: has(publicHeads) ? 'PublicBody' : 'Organization', reason, strength: 0.85 };
}

/** A head is the last word, the first, or stands before "of". */
function isBody(found: readonly Word[]): boolean {
  const last = found.at(-1)?.term ?? '';
  const first = found[0]?.term ?? '';
  if (isHead(last) || (isHead(first) && (otherHeads.has(first) || publicHeads.has(first)))) return true;
  return found.some(({ term }) => isHead(term) && !isGivenName(term)) && found.length > 2;
}

/** A sign that stands with so small a part of a name's places is chance. */
const SELDOM = 0.1;

function byTitle({ titles, count }: NameEvidence): SchemaGuess | undefined {
  const [title, times = 0] = [...titles].sort((a, b) => b[1] - a[1])[0] ?? [];
  return title === undefined || times < SELDOM * count
    ? undefined
    : { schema: 'Person', reason: `“${title}” stands before it`, strength: 0.9 };
}

function byNameWords({ found }: NameEvidence): SchemaGuess | undefined {
  const particle = found.find(
    ({ term }, at) => /^(?:bin|ibn|ben|abu|abd|umm|von|van)$/.test(term) && at + 1 < found.length,
  );
  if (particle)
    return { schema: 'Person', reason: `“${particle.term}” is a part of personal names`, strength: 0.9 };
  const given = found.find(({ term }) => isGivenName(term));
  return given && found.length < 8
    ? {
        schema: 'Person',
        reason: `“${given.term}” is a given name`,
        strength: found.length > 1 ? 0.85 : 0.5,
      }
    : undefined;
}

function byStatedAbbreviation({ isAbbreviated }: NameEvidence): SchemaGuess | undefined {
  return isAbbreviated
    ? { schema: 'Organization', reason: 'its abbreviation stands behind it in brackets', strength: 0.85 }
    : undefined;
}

function byPlacePreposition({ before, count }: NameEvidence): SchemaGuess | undefined {
  const total = [...before].reduce(
    (sum, [word, times]) => sum + (placePrepositions.has(word) ? times : 0),
    0,
  );
  const locative = (before.get('in') ?? 0) + (before.get('near') ?? 0);
  if (locative === 0 || total < 0.25 * count) return undefined;
  return { schema: 'Address', reason: 'often stands behind “in”, “near” or “from”', strength: 0.15 };
}

function byDeed({ behind, found }: NameEvidence): SchemaGuess | undefined {
  const deed = behind.find((word) => SPEECH.test(word));
  return deed !== undefined && found.length < 5
    ? { schema: 'Person', reason: `“${deed}” stands behind it`, strength: 0.75 }
    : undefined;
}

function byAbbreviation({ text }: NameEvidence): SchemaGuess | undefined {
  return isAbbreviation(text) && text.length < 8
    ? { schema: 'Organization', reason: 'an abbreviation in capitals', strength: 0.6 }
    : undefined;
}

function byArticle({ before, count, found }: NameEvidence): SchemaGuess | undefined {
  if (
    (before.get('the') ?? 0) < 0.5 * count ||
    (found.length === 1 && count === 1) ||
    found.some(({ term }) => personParticles.has(term))
  )
    return undefined;
  return {
    schema: 'Organization',
    reason: '“the” stands before it',
    strength: found.length > 1 ? 0.45 : 0.35,
  };
}
