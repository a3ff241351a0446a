import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { readActors, readSources } from '#corpus-index';
import actorsSchema from '../../../corpus-index/records/schema/actors.schema.json';
import sourcesSchema from '../../../corpus-index/records/schema/sources.schema.json';
import { SCHEMATA } from '../../../corpus-index/records/ftm-schemata';
import type { RecordProblem } from '#corpus-index';

/** Fields of a record, and whether they are right. */
type Table = readonly (readonly [right: boolean, fields: string])[];

const SOURCES: Table = [
  [true, 'id: a'],
  [true, 'id: 2014'],
  [true, 'id: a, type: webpage, title: T, URL: https://example.org, unknown: {a: [b]}'],
  [false, 'title: T'],
  [false, 'id: ""'],
  [false, 'id: ~'],
  [false, 'id: [a]'],
  [true, 'id: a, title: ~'],
  [false, 'id: a, title: [T]'],
  [true, 'id: a, author: Anna Rowe'],
  [true, 'id: a, author: [{family: Rowe, given: Anna}, The Agency]'],
  [true, 'id: a, author: {literal: The Agency}'],
  [true, 'id: a, author: []'],
  [false, 'id: a, author: {name: Anna}'],
  [false, 'id: a, author: [{name: Anna}]'],
  [true, 'id: a, issued: 2014'],
  [true, 'id: a, issued: 2014-03-24'],
  [true, 'id: a, issued: 24 March 2014'],
  [true, 'id: a, issued: {date-parts: [[2014, 3, 24]]}'],
  [true, 'id: a, issued: {date-parts: [2014, "3"]}'],
  [true, 'id: a, issued: {raw: "March 2014"}'],
  [true, 'id: a, issued: {year: 2014, month: 3}'],
  [true, 'id: a, issued: [{year: 2014}]'],
  [false, 'id: a, issued: yesterday'],
  [false, 'id: a, issued: {raw: yesterday}'],
  [false, 'id: a, issued: {date-parts: [[2014, 13]]}'],
  [false, 'id: a, issued: {date-parts: []}'],
  [false, 'id: a, issued: {month: 3}'],
  [false, 'id: a, issued: {}'],
  [false, 'id: a, issued: []'],
  [true, 'id: a, custom: {reliability: A, credibility: 6}'],
  [true, 'id: a, custom: {credibility: "1", other: x}'],
  [false, 'id: a, custom: {reliability: G}'],
  [false, 'id: a, custom: {reliability: b}'],
  [false, 'id: a, custom: {credibility: 0}'],
  [false, 'id: a, custom: B2'],
  [true, 'id: a, file: sources/a.txt'],
  [false, 'id: a, file: {path: a.txt}'],
  [true, 'id: a, custom: {file: a.txt, passages: {keep: [The tide], drop: Advertisement}}'],
  [false, 'id: a, custom: {passages: [a]}'],
  [false, 'id: a, custom: {passages: {keep: [[a]]}}'],
];

const ACTORS: Table = [
  [true, 'id: a, schema: Person, name: Anna Rowe'],
  [true, 'id: a, schema: Ghost, name: Anna Rowe'],
  [true, 'id: a, name: Anna Rowe'],
  [true, 'id: a, schema: Person, name: [Anna Rowe, A. Rowe], notes: {a: b}'],
  [false, 'schema: Person, name: Anna Rowe'],
  [false, 'id: a, schema: Person'],
  [false, 'id: a, schema: Person, alias: Anna'],
  [false, 'id: a, schema: Person, name: []'],
  [false, 'id: a, schema: Person, name: {first: Anna}'],
  [false, 'id: a, schema: [Person], name: Anna Rowe'],
  [true, 'id: a, schema: Person, name: Anna Rowe, alias: Anna, weakAlias: [Rowe, ~], previousName: []'],
  [false, 'id: a, schema: Person, name: Anna Rowe, alias: {a: b}'],
  [false, 'id: a, schema: Person, name: Anna Rowe, weakAlias: [[a]]'],
  [true, 'id: a, schema: Person, name: Anna Rowe, wikidataId: Q42'],
  [true, 'id: a, schema: Person, name: Anna Rowe, wikidataId: ~'],
  [false, 'id: a, schema: Person, name: Anna Rowe, wikidataId: 42'],
  [false, 'id: a, schema: Person, name: Anna Rowe, wikidataId: Q042'],
  [false, 'id: a, schema: Person, name: Anna Rowe, wikidataId: [Q42]'],
  [true, 'id: a, schema: Person, name: Anna Rowe, summary: [One., Two.], country: iq, topics: [gov]'],
  [false, 'id: a, schema: Person, name: Anna Rowe, position: {title: clerk}'],
];

const isFault = ({ severity }: RecordProblem): boolean => severity !== 'information';

const CASES = [
  { file: 'sources.yaml', list: 'references', schema: sourcesSchema, table: SOURCES, read: readSources },
  { file: 'actors.yaml', list: 'actors', schema: actorsSchema, table: ACTORS, read: readActors },
] as const;

for (const { file, list, schema, table, read } of CASES) {
  describe(`the JSON schema of ${file}`, () => {
    // Snippets and enum descriptions are VS Code's additions to JSON schema.
    const validate = new Ajv({
      strict: true,
      strictTuples: false,
      strictTypes: false,
      strictRequired: false,
      keywords: ['defaultSnippets', 'enumDescriptions'],
    }).compile(schema);

    for (const [right, fields] of table) {
      it(`agrees with the reader that {${fields}} is ${right ? 'right' : 'wrong'}`, () => {
        const yaml = `${list}:\n- {${fields}}\n`;
        assert.equal(read(yaml).problems.some(isFault), !right, 'the reader');
        assert.equal(validate(parse(yaml)), right, `the schema: ${JSON.stringify(validate.errors)}`);
      });
    }

    it('agrees with the reader on the shapes of the whole file', () => {
      for (const [right, yaml] of [
        [true, ''],
        [true, `${list}:\n`],
        [true, `${list}: []\n`],
        [true, '[]\n'],
        [false, 'other: []\n'],
        [false, `${list}: 3\n`],
        [false, 'word\n'],
      ] as const) {
        assert.equal(read(yaml).problems.some(isFault), !right, yaml);
        assert.equal(validate(parse(yaml)), right, yaml);
      }
    });

    it('describes every property', () => {
      const { properties } = schema.definitions.record;
      for (const [name, property] of Object.entries(properties)) assert.ok('description' in property, name);
    });
  });
}

describe('the JSON schema of actors.yaml', () => {
  it('offers the schemata that the reader knows', () => {
    assert.deepEqual(actorsSchema.definitions.record.properties.schema.anyOf[0]?.enum, SCHEMATA);
  });
});
