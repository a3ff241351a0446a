import type { Span } from '../../text/span';
import type { Claim, SurveyedSource } from './discovered-name';
import type { StatedPair } from './join-names';
import type { NameForm } from './name-forms';

/** What the sources state of names: which are one, and which are an actor's. */
export interface StatedFact {
  readonly pairs: readonly StatedPair[];
  /** Keys of names behind which an abbreviation stands. */
  readonly abbreviated: ReadonlySet<string>;
  /** By key of a name: the actor that the text says it is. */
  readonly owners: ReadonlyMap<string, { readonly actor: string; readonly reason: string }>;
}

/** `read` gives the names in a stretch of text, the last one nearest to what follows it. */
export function statedFacts(
  sources: readonly SurveyedSource[],
  read: (text: string) => readonly NameForm[],
): StatedFact {
  const pairs: StatedPair[] = [];
  const abbreviated = new Set<string>();
  const owners = new Map<string, { actor: string; reason: string }>();
  for (const { survey, claims } of sources) {
    for (const { full, other, kind } of survey.stated) {
      const text = (span: Span) => survey.text.slice(span.start, span.end);
      const key = (form: NameForm | undefined) => form?.found.map(({ term }) => term).join(' ');
      const fullKey = key(read(text(full)).at(-1));
      const otherKey = key(read(text(other))[0]);
      if (fullKey === undefined || otherKey === undefined) continue;
      const [fullOwner, otherOwner] = [ownerOf(claims, full), ownerOf(claims, other)];
      const reason = `“${survey.text.slice(full.start, other.end).replace(/\s+/g, ' ')}” in a source`;
      if (fullOwner !== undefined && otherOwner === undefined)
        owners.set(otherKey, { actor: fullOwner, reason });
      else if (otherOwner !== undefined && fullOwner === undefined)
        owners.set(fullKey, { actor: otherOwner, reason });
      else if (fullOwner === undefined) {
        pairs.push([fullKey, otherKey]);
        if (kind === 'abbreviation') abbreviated.add(fullKey);
      }
    }
  }
  return { pairs, abbreviated, owners };
}

/** The one actor named at the end of a stretch. */
function ownerOf(claims: readonly Claim[], { start, end }: Span): string | undefined {
  const claim = claims.find((one) => one.start < end && start < one.end && one.end >= end);
  return claim?.actors.length === 1 ? claim.actors[0] : undefined;
}
