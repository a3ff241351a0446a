import type { Span } from '../../text/span';
import type { Claim, SurveyedSource } from './discovered-name';
import type { StatedForm } from './stated-forms';
import type { SourceRun } from './unclaimed-runs';
import { unclaimedRuns } from './unclaimed-runs';

/** Two names that a source states to be one, and whose they are. */
export interface StatedNames {
  readonly kind: StatedForm['kind'];
  readonly full: string;
  readonly other: string;
  /** Ids of the actors that claim them. */
  readonly fullOwner: string | undefined;
  readonly otherOwner: string | undefined;
  /** As the source has it. */
  readonly words: string;
}

/** What one source gives to discovery: small, and the same as long as its text and the registry are. */
export interface SourceNames {
  readonly source: string;
  readonly text: string;
  readonly runs: readonly SourceRun[];
  readonly stated: readonly StatedNames[];
  /** Words that it has in small letters. */
  readonly small: ReadonlySet<string>;
}

/** What a source has that no actor claims. Made once for each text and registry; `discoverNames` puts them together. */
export function sourceNames({ source, survey, claims }: SurveyedSource): SourceNames {
  const { text, small } = survey;
  const written = ({ start, end }: Span) => text.slice(start, end);
  const stated = survey.stated.map(({ kind, full, other }) => ({
    kind,
    full: written(full),
    other: written(other),
    fullOwner: ownerOf(claims, full),
    otherOwner: ownerOf(claims, other),
    words: text.slice(full.start, other.end).replace(/\s+/g, ' '),
  }));
  return { source, text, runs: unclaimedRuns(survey, claims), stated, small };
}

/** The one actor named at the end of a stretch. */
function ownerOf(claims: readonly Claim[], { start, end }: Span): string | undefined {
  const claim = claims.find((one) => one.start < end && start < one.end && one.end >= end);
  return claim?.actors.length === 1 ? claim.actors[0] : undefined;
}
