import type { FtmEntity } from './ftm-entity';

/*
 * How an entity stands in actors.yaml: its properties beside `id` and `schema`, one value as a text, several as a list.
 * - `ftm:` has what stands beside an entity's properties (`datasets`, ...), and under `ftm.properties` values that a
 *   record cannot hold: a second `summary` or `wikidataId`, and properties whose names a record has its own use for.
 * - `sourcewright` in an entity has what FollowTheMoney has no place for: values that are no texts, and the schema `Country`.
 */

/** A record as plain data. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/** Of these a record has one value. */
const SINGLE = new Set(['summary', 'wikidataId']);
/** A record's own. */
const RESERVED = new Set(['id', 'schema', 'memberOf', 'relations', 'ftm']);
/** In the order in which a record has them; then the others. */
const ORDER = [
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'position',
  'summary',
  'country',
  'wikidataId',
  'topics',
];
/** What a state is to FollowTheMoney, which has no schema for one. */
const STATE = { ours: 'Country', theirs: 'PublicBody' } as const;
const WIKIDATA_ID = /^Q[1-9]\d*$/;

/** The properties of a record for an entity, `id` first. */
export function recordOf({
  id,
  schema,
  properties,
  others,
}: FtmEntity): PlainRecord & { readonly id: string } {
  const { sourcewright, ...rest } = others;
  const own = plainRecord(sourcewright);
  const fields = new Map<string, unknown>();
  const kept = new Map<string, readonly string[]>();
  const names = [
    ...ORDER.filter((name) => properties.has(name)),
    ...[...properties.keys()].filter((name) => !ORDER.includes(name)),
  ];
  for (const name of names) {
    const values = properties.get(name) ?? [];
    const [first, ...more] = values;
    const isKept = RESERVED.has(name) || (name === 'wikidataId' && !WIKIDATA_ID.test(first ?? ''));
    if (isKept) kept.set(name, values);
    else if (SINGLE.has(name)) {
      fields.set(name, first);
      if (more.length > 0) kept.set(name, more);
    } else fields.set(name, more.length > 0 ? values : first);
  }
  const ftm = { ...rest, ...(kept.size > 0 && { properties: Object.fromEntries(kept) }) };
  return {
    id,
    schema: own['schema'] === STATE.ours && schema === STATE.theirs ? STATE.ours : schema,
    ...Object.fromEntries(fields),
    ...plainRecord(own['properties']),
    ...(Object.keys(ftm).length > 0 && { ftm }),
  };
}

/** The entity for a record, memberships and other relations apart. */
export function entityOf(id: string, record: PlainRecord): FtmEntity {
  const properties = new Map<string, readonly string[]>();
  const ours = new Map<string, unknown>();
  const { properties: kept, ...others } = plainRecord(record['ftm']);
  for (const [name, value] of Object.entries(record)) {
    if (RESERVED.has(name)) continue;
    const texts = textsOf(value);
    if (!texts) ours.set(name, value);
    else if (texts.length > 0) properties.set(name, [...new Set(texts)]);
  }
  for (const [name, value] of Object.entries(plainRecord(kept)))
    properties.set(name, [...new Set([...(properties.get(name) ?? []), ...(textsOf(value) ?? [])])]);
  const schema = textsOf(record['schema'])?.[0] ?? 'LegalEntity';
  const isState = schema === STATE.ours;
  const sourcewright = {
    ...(isState && { schema }),
    ...(ours.size > 0 && { properties: Object.fromEntries(ours) }),
  };
  return {
    id,
    schema: isState ? STATE.theirs : schema,
    properties,
    others: { ...others, ...(Object.keys(sourcewright).length > 0 && { sourcewright }) },
  };
}

/** A text or list of texts; nothing for other values. */
export function textsOf(value: unknown): string[] | undefined {
  if (value === null || value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.some((one) => typeof one === 'object' && one !== null)) return undefined;
  return values.filter((one) => one !== null && one !== '').map(String);
}

export const plainRecord = (value: unknown): PlainRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PlainRecord) : {};
