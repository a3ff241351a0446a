/** An entity of FollowTheMoney as its JSON lines have it: https://followthemoney.tech/docs/ */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  /** Values by property; none is empty. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** What else stands beside these: `datasets`, `caption`, `first_seen`, ... */
  readonly others: Readonly<Record<string, unknown>>;
}

/** What is wrong with a line, from 1; the others count. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

export interface FtmFile {
  readonly entities: readonly FtmEntity[];
  readonly problems: readonly LineProblem[];
}

const STATEMENT =
  'This file holds single statements (`prop` and `value` on each line), not entities: make entities of them first, with `ftm aggregate-statements`.';
const NO_LINES =
  'This is one JSON value over several lines; FollowTheMoney files have one entity on each line. `jq -c` makes such lines.';

/** Deeper than this entities do not stand in each other. */
const DEEPEST = 20;

/** Reads JSON lines of entities. Entities that stand within another one's properties are read, too. Never throws. */
export function readFtm(text: string): FtmFile {
  const entities: FtmEntity[] = [];
  const problems: LineProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    const message = isRecord(value) ? readEntity(value, entities, 0) : noEntity(value, line, at);
    if (message !== undefined) problems.push({ line: at + 1, message });
    if (message === STATEMENT || message === NO_LINES) break;
  }
  return { entities, problems };
}

/** Adds the entity, and those within it; gives what is wrong with it instead. */
function readEntity(
  value: Record<string, unknown>,
  entities: FtmEntity[],
  depth: number,
): string | undefined {
  const { id, schema, properties = {}, ...others } = value;
  if ('prop' in value && 'value' in value) return STATEMENT;
  if (typeof id !== 'string' || id.trim() === '') return 'This entity has no `id` and is left out.';
  if (typeof schema !== 'string' || schema.trim() === '')
    return `The entity \`${id}\` has no \`schema\` and is left out.`;
  if (!isRecord(properties) || depth > DEEPEST)
    return `The \`properties\` of \`${id}\` are not lists of texts by name: it is left out.`;
  const read = new Map<string, string[]>();
  for (const [name, given] of Object.entries(properties)) {
    const values = valuesOf(given, entities, depth);
    if (!values) return `\`${name}\` of \`${id}\` is no list of texts: the entity is left out.`;
    if (values.length > 0) read.set(name, [...new Set(values)]);
  }
  entities.push({ id, schema, properties: read, others });
  return undefined;
}

function valuesOf(given: unknown, entities: FtmEntity[], depth: number): string[] | undefined {
  const values: string[] = [];
  for (const value of Array.isArray(given) ? (given as unknown[]) : [given]) {
    if (typeof value === 'string') values.push(value);
    else if (typeof value === 'number' || typeof value === 'boolean') values.push(String(value));
    else if (
      isRecord(value) &&
      typeof value['id'] === 'string' &&
      readEntity(value, entities, depth + 1) === undefined
    )
      values.push(value['id']);
    else if (value !== null) return undefined;
  }
  return values.filter((value) => value.trim() !== '');
}

function noEntity(value: unknown, line: string, at: number): string {
  if (at === 0 && /^\s*[[{]\s*$/.test(line)) return NO_LINES;
  return value === undefined
    ? 'This line is no JSON and is left out.'
    : 'This line is no JSON object and is left out: an entity is `{"id": ..., "schema": ..., "properties": {...}}`.';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entity as JSON has it. */
export const plainEntity = ({ id, schema, properties, others }: FtmEntity) => ({
  id,
  schema,
  properties: Object.fromEntries(properties),
  ...others,
});

/** The entity as one line of JSON. */
export const ftmLine = (entity: FtmEntity): string => JSON.stringify(plainEntity(entity));
