/** What an actor is, as lists group them; from FollowTheMoney's schema. */
export type ActorKind =
  'person' | 'public-body' | 'organisation' | 'company' | 'state' | 'place' | 'vehicle' | 'unknown' | 'other';

const KINDS: Readonly<Record<string, ActorKind>> = {
  Person: 'person',
  PublicBody: 'public-body',
  Organization: 'organisation',
  Company: 'company',
  Country: 'state',
  Address: 'place',
  Vessel: 'vehicle',
  Airplane: 'vehicle',
  Vehicle: 'vehicle',
  LegalEntity: 'unknown',
};

/** `unknown` is FollowTheMoney's LegalEntity: a person or an organisation, it is not known which. */
export const actorKind = (schema: string): ActorKind => KINDS[schema] ?? 'other';
