import type { FtmEntity } from './ftm-entity';

/** Relations that say that one is a member of the other, with their properties for the two. */
const RELATIONS: Readonly<Record<string, { readonly member: string; readonly body: string }>> = {
  Membership: { member: 'member', body: 'organization' },
  Directorship: { member: 'director', body: 'organization' },
  Employment: { member: 'employee', body: 'employer' },
};

export interface MembershipEnds {
  readonly member: string;
  readonly body: string;
}

/** Whom a relation makes a member of what; nothing for another entity, or a relation with more than two ends. */
export function membershipEnds({ schema, properties }: FtmEntity): MembershipEnds | undefined {
  const ends = Object.hasOwn(RELATIONS, schema) ? RELATIONS[schema] : undefined;
  if (!ends) return undefined;
  const [member, ...members] = properties.get(ends.member) ?? [];
  const [body, ...bodies] = properties.get(ends.body) ?? [];
  return member !== undefined && body !== undefined && members.length + bodies.length === 0
    ? { member, body }
    : undefined;
}

/** What `memberOf` of a record becomes. */
export const membershipOf = (member: string, body: string): FtmEntity => ({
  id: `${member}-member-of-${body}`,
  schema: 'Membership',
  properties: new Map([
    ['member', [member]],
    ['organization', [body]],
  ]),
  others: {},
});

/** Whether a relation says nothing that `memberOf` does not. */
export function isPlain(
  { id, schema, properties, others }: FtmEntity,
  { member, body }: MembershipEnds,
): boolean {
  const plain = membershipOf(member, body);
  return (
    id === plain.id && schema === plain.schema && properties.size === 2 && Object.keys(others).length === 0
  );
}
