/**
 * FollowTheMoney's schemata for what can be an actor, and `Country`, which is ours for a state. The
 * same list stands in schema/actors.schema.json.
 */
export const SCHEMATA: readonly string[] = [
  ...['Person', 'Organization', 'PublicBody', 'Company', 'LegalEntity', 'Country'],
  ...[
    'Vessel',
    'Airplane',
    'Vehicle',
    'Asset',
    'Address',
    'Project',
    'Event',
    'Position',
    'Security',
    'Thing',
  ],
];

/** FollowTheMoney's schema for a person or organisation of which it is not known which it is. */
export const UNKNOWN_SCHEMA = 'LegalEntity';
