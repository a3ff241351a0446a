import { isTooCommon } from '../actors/name-words';
import type { Actor } from './actor';
import type { ReadActor } from './actor-checks';
import { reportMemberships, reportSharedNames } from './actor-checks';
import { SCHEMATA, UNKNOWN_SCHEMA } from './ftm-schemata';
import type { Identified } from './identified';
import { identify } from './identified';
import { inOrder } from './in-order';
import type { RecordProblem } from './problem';
import { readIgnored } from './read-ignored';
import type { RecordReader } from './record-reader';
import { readRecords } from './yaml-records';
import type { YamlText } from './yaml-value';

export interface ActorsFile {
  /** In the order of the file; each id once. */
  readonly actors: readonly Actor[];
  /** Names that are no actors: not to be discovered again. */
  readonly ignored: readonly string[];
  /** In the order of the file. */
  readonly problems: readonly RecordProblem[];
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'id',
    'schema',
    'name',
    'alias',
    'previousName',
    'weakAlias',
    'position',
    'summary',
    'memberOf',
    'country',
  ],
  ...['wikidataId', 'topics'],
]);
const WIKIDATA_ID = /^Q[1-9]\d*$/;

/**
 * Reads actors.yaml: records with FollowTheMoney's property names, an `actors:` list or a bare one; each
 * value a text or a list of texts. Never throws: a broken record or field becomes a problem at its
 * place, the others count. Aliases that would be found everywhere are left out and said.
 */
export function readActors(yamlText: string): ActorsFile {
  const { entries, problems: syntax } = readRecords(yamlText, 'actors');
  const problems = [...syntax];
  const read = identify(entries, yamlText, problems).flatMap((record) => readActor(record) ?? []);
  reportSharedNames(read);
  reportMemberships(read);
  const ignored = readIgnored(yamlText, problems);
  return { actors: read.map(({ actor }) => actor), ignored, problems: inOrder(problems, yamlText) };
}

function readActor({ id, reader }: Identified): ReadActor | undefined {
  const [name, ...otherNames] = reader.texts('name');
  const alias = [...usable(reader, otherNames), ...usable(reader, reader.texts('alias'))];
  const previousName = usable(reader, reader.texts('previousName'));
  const shown = houseSpelling(id, reader, name, alias);
  if (!shown) return undefined;
  const memberOf = reader.texts('memberOf');
  const actor = {
    id: id.text,
    span: id.span,
    schema: schemaOf(id, reader),
    name: shown.text,
    alias: plain(alias.filter((other) => other !== shown)),
    previousName: plain(previousName),
    weakAlias: plain(usable(reader, reader.texts('weakAlias'))),
    memberOf: plain(memberOf),
    ...descriptionOf(reader),
  };
  return {
    actor,
    names: [shown, ...alias.filter((other) => other !== shown), ...previousName],
    memberOf,
    reader,
  };
}

type Description = Pick<Actor, 'position' | 'country' | 'topics' | 'properties' | 'summary' | 'wikidataId'>;

function descriptionOf(reader: RecordReader): Description {
  const summary = plain(reader.texts('summary')).join(' ');
  const wikidataId = wikidataIdOf(reader);
  return {
    position: plain(reader.texts('position')),
    country: plain(reader.texts('country')),
    topics: plain(reader.texts('topics')),
    properties: reader.rest(KNOWN),
    ...(summary !== '' && { summary }),
    ...(wikidataId !== undefined && { wikidataId }),
  };
}

/** The first name; an alias where there is none. A record without either names nobody. */
function houseSpelling(
  id: YamlText,
  reader: RecordReader,
  name: YamlText | undefined,
  alias: readonly YamlText[],
): YamlText | undefined {
  if (name) {
    if (isTooCommon(name.text)) reportTooCommon(reader, name);
    return name;
  }
  const [instead] = alias;
  const [severity, fate] = instead
    ? (['warning', `is shown as "${instead.text}"`] as const)
    : (['error', 'is left out'] as const);
  reader.report(
    'record-shape',
    severity,
    id.span,
    `The record \`${id.text}\` has no name and ${fate}: give it a \`name:\`.`,
  );
  return instead;
}

/** The names that can be looked for in a text. */
function usable(reader: RecordReader, names: readonly YamlText[]): YamlText[] {
  return names.filter((name) => {
    const common = isTooCommon(name.text);
    if (common) reportTooCommon(reader, name);
    return !common;
  });
}

function reportTooCommon(reader: RecordReader, { text, span }: YamlText): void {
  const message =
    `"${text}" is not looked for in texts: a single letter, or a word such as "the", would be found everywhere. ` +
    'Remove it, or write a longer form.';
  reader.report('weak-name', 'warning', span, message);
}

function schemaOf(id: YamlText, reader: RecordReader): string {
  const schema = reader.text('schema');
  if (!schema) {
    const message = `The record \`${id.text}\` has no schema and is read as ${UNKNOWN_SCHEMA}: write \`schema: Person\`, Organization, ...`;
    reader.report('record-shape', 'information', id.span, message);
    return UNKNOWN_SCHEMA;
  }
  if (!SCHEMATA.includes(schema.text)) {
    const message = `FollowTheMoney has no schema \`${schema.text}\` for an actor; it is kept as it is. It has Person, Organization, PublicBody, Company, ...`;
    reader.report('record-shape', 'information', schema.span, message);
  }
  return schema.text;
}

function wikidataIdOf(reader: RecordReader): string | undefined {
  const id = reader.text('wikidataId');
  if (id === undefined || WIKIDATA_ID.test(id.text)) return id?.text;
  reader.wrong('wikidataId', id, 'it must be a Q and a number, such as Q42');
  return undefined;
}

const plain = (texts: readonly YamlText[]): string[] => texts.map(({ text }) => text);
