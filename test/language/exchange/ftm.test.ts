import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readActors } from '#corpus-index';
import { exportFtm } from '../../../src/language/exchange/export-ftm';
import { importFtm } from '../../../src/language/exchange/import-ftm';
import { applyReplacements } from '../../../src/language/fixes/replacements';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it
type Json = any;

/** As such files come, with invented people. */
const SAMPLE = [
  {
    id: 'NK-nuri',
    schema: 'Person',
    caption: 'Karim al-Nuri',
    datasets: ['harbour_list'],
    first_seen: '2024-01-02T00:00:00',
    target: true,
    properties: {
      name: ['Karim al-Nuri', 'Kareem al-Noori'],
      weakAlias: ['the Engineer'],
      birthDate: ['1961'],
      position: ['harbour master', 'member of the board'],
      country: ['lb'],
      topics: ['role.pep', 'sanction'],
      wikidataId: ['Q123', 'Q456'],
      summary: ['Kept the harbour.', 'Left it.'],
    },
  },
  { id: 'NK-guard', schema: 'Organization', properties: { name: ['Harbour Guard'], alias: ['HG'] } },
  {
    id: 'mem-1',
    schema: 'Membership',
    properties: { member: ['NK-nuri'], organization: ['NK-guard'], role: ['captain'], startDate: ['1999'] },
  },
  {
    id: 'NK-nuri-member-of-NK-union',
    schema: 'Membership',
    properties: { member: ['NK-nuri'], organization: ['NK-union'] },
  },
  { id: 'sanc-1', schema: 'Sanction', properties: { entity: ['NK-nuri'], authority: ['Harbour Council'] } },
  {
    id: 'x-1',
    schema: 'CryptoWallet',
    properties: { publicKey: ['abc'], newProperty: ['1.50', '0x1F', 'yes'] },
  },
];
const linesOf = (entities: readonly object[]) => entities.map((one) => JSON.stringify(one)).join('\n');

function imported(text: string, ftm: string) {
  const result = importFtm(text, ftm);
  assert.equal(result.problem, undefined);
  return { ...result, text: applyReplacements(text, result.edits) };
}
function exported(text: string): Json[] {
  const result = exportFtm(text);
  assert.ok('lines' in result);
  return result.lines.map((line) => JSON.parse(line) as unknown);
}

/** Compares names alone: a value may be an object that is no text. */
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entities in one order, their values too. */
const normal = (entities: readonly Json[]) =>
  entities
    .map(({ properties, ...rest }) => ({
      ...Object.fromEntries(Object.entries(rest as object).sort(byName)),
      properties: Object.fromEntries(
        Object.entries(properties as Record<string, string[]>)
          .map(([name, values]) => [name, [...values].sort()])
          .sort(),
      ),
    }))
    .sort((a: Json, b: Json) => (a.id < b.id ? -1 : 1));

describe('importing FollowTheMoney entities', () => {
  it('makes a registry of a file, which goes out again as it came', () => {
    const { text, added } = imported('', linesOf(SAMPLE));
    assert.deepEqual(added, ['NK-nuri', 'NK-guard']);
    const { actors, problems } = readActors(text);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['`memberOf` names `NK-union`, and no record has this id: correct it, or add a record for it.'],
    );
    const [nuri] = actors;
    assert.deepEqual(
      [nuri?.name, nuri?.alias, nuri?.memberOf, nuri?.position, nuri?.wikidataId],
      [
        'Karim al-Nuri',
        ['Kareem al-Noori'],
        ['NK-guard', 'NK-union'],
        ['harbour master', 'member of the board'],
        'Q123',
      ],
    );
    assert.deepEqual(normal(exported(text)), normal(SAMPLE));
  });

  it('adds to a record with the same id what it lacks, and overwrites nothing', () => {
    const before =
      'actors:\n  # ours\n  - id: NK-nuri\n    schema: LegalEntity # not sure\n    name: Karim Nuri\n    alias: Kareem al-Noori\n    birthDate: 1960\n    summary: Ours.\n';
    const { text, added, changed } = imported(before, linesOf(SAMPLE.slice(0, 3)));
    assert.deepEqual([added, changed], [['NK-guard'], ['NK-nuri']]);
    for (const line of before.split('\n').filter((one) => !/alias|birthDate/.test(one)))
      assert.ok(text.includes(line), line);
    const [nuri] = readActors(text).actors;
    assert.deepEqual(
      [nuri?.schema, nuri?.alias, nuri?.summary, nuri?.properties?.['birthDate'], nuri?.memberOf],
      ['LegalEntity', ['Kareem al-Noori', 'Karim al-Nuri'], 'Ours.', [1960, '1961'], ['NK-guard']],
    );
    const again = importFtm(text, linesOf(SAMPLE.slice(0, 3)));
    assert.deepEqual([again.edits, again.added, again.changed], [[], [], []]);
  });

  it('leaves an entity that only bears an actor’s name to a person', () => {
    const before = 'actors:\n  - id: nuri\n    schema: Person\n    name: Kareem al-Noori\n';
    const { text, added, suggestions } = imported(before, linesOf(SAMPLE.slice(0, 1)));
    assert.deepEqual([text, added], [before, []]);
    assert.deepEqual(suggestions, [{ entity: 'NK-nuri', name: 'Kareem al-Noori', actor: 'nuri' }]);
  });

  it('names the lines it cannot read, and takes the rest', () => {
    const broken = [
      '',
      '{"id": "a"',
      '[1]',
      '{"schema":"Person"}',
      '{"id":"b"}',
      '{"id":"c","schema":"Person","properties":{"name":[[1]]}}',
    ];
    const { problems, added } = imported('', [...broken, JSON.stringify(SAMPLE[1])].join('\r\n'));
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 4, 5, 6],
    );
    assert.match(problems[0]?.message ?? '', /no JSON/);
    assert.deepEqual(added, ['NK-guard']);
  });

  it('says what to do with statements and with JSON over several lines', () => {
    const statement = '{"canonical_id":"a","prop":"name","value":"A","schema":"Person","id":"x"}';
    assert.match(
      importFtm('', `${statement}\n${statement}`).problems[0]?.message ?? '',
      /ftm aggregate-statements/,
    );
    assert.match(
      importFtm('', JSON.stringify(SAMPLE, undefined, 2)).problems[0]?.message ?? '',
      /one entity on each line/,
    );
  });

  it('takes entities that stand within others', () => {
    const nested = {
      id: 'm',
      schema: 'Membership',
      properties: {
        member: [SAMPLE[0]],
        organization: [{ id: 'g', schema: 'Organization', properties: { name: ['Guard of the Port'] } }],
      },
    };
    const { text } = imported('', linesOf([nested]));
    assert.deepEqual(
      readActors(text).actors.map(({ id, memberOf }) => [id, memberOf]),
      [
        ['NK-nuri', ['g']],
        ['g', []],
      ],
    );
  });

  it('changes nothing of a broken registry', () => {
    const { edits, problem } = importFtm('actors:\n  - id: "a\n', linesOf(SAMPLE));
    assert.deepEqual(edits, []);
    assert.match(problem ?? '', /mend it first/);
    assert.ok('problem' in exportFtm('actors: ['));
  });

  it('does not take a property for JavaScript’s own', () => {
    const { text } = imported(
      '',
      '{"id":"a","schema":"constructor","properties":{"name":["A B"],"__proto__":["x"],"toString":["y"]}}',
    );
    assert.deepEqual(exported(text)[0].properties['toString'], ['y']);
  });
});

describe('exporting a registry', () => {
  it('keeps what FollowTheMoney has no place for', () => {
    const before =
      'actors:\n  - id: iran\n    schema: Country\n    name: Iran\n    spellings: {a: [b, c]}\n    memberOf: un\n';
    const [iran, membership] = exported(before);
    assert.equal(iran.schema, 'PublicBody');
    assert.deepEqual(membership, {
      id: 'iran-member-of-un',
      schema: 'Membership',
      properties: { member: ['iran'], organization: ['un'] },
    });
    const { text } = imported('', linesOf([iran, membership]));
    const plain = (yaml: string) => readActors(yaml).actors.map((actor) => ({ ...actor, span: undefined }));
    assert.deepEqual(plain(text), plain(before));
  });

  it('writes numbers as they stand', () => {
    assert.deepEqual(exported('- id: 007\n  schema: Person\n  name: 1.50\n  phone: 0x1F\n')[0], {
      id: '007',
      schema: 'Person',
      properties: { name: ['1.50'], phone: ['0x1F'] },
    });
  });
});

describe('any FollowTheMoney file', () => {
  const value = fc.oneof(
    fc.constantFrom(
      'Ada Lov',
      'null',
      '~',
      'yes',
      '1.50',
      '- x',
      'a: b',
      '#no',
      'x, y',
      '[z]',
      '{w}',
      '"q"',
      "it's",
      '漢字',
      'two\nlines\n',
      ' led',
      '*a',
      '&a',
      '!t',
      '%',
      '@',
      '`',
      '|',
      '>',
      '?',
    ),
    fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() !== '' && !/[\ud800-\udfff]/.test(text)),
  );
  const values = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
  const property = fc.constantFrom(
    'alias',
    'weakAlias',
    'previousName',
    'position',
    'summary',
    'country',
    'wikidataId',
    'topics',
    'notes',
    'birthDate',
    'memberOf',
    'ftm',
    'relations',
    'id',
    'unknown-Thing',
  );
  const actor = fc
    .tuple(
      fc.constantFrom('Person', 'Organization', 'Company', 'UnknownSchema'),
      values,
      fc.dictionary(property, values),
      fc.dictionary(fc.constantFrom('datasets', 'caption', 'target'), fc.jsonValue({ maxDepth: 2 })),
    )
    .map(([schema, name, properties, others]) => ({
      schema,
      properties: { name, ...properties },
      ...others,
    }));
  const relation = fc
    .tuple(
      fc.constantFrom('Membership', 'Directorship', 'Ownership'),
      fc.nat(6),
      fc.nat(6),
      fc.option(values, { nil: undefined }),
    )
    .map(([schema, from, to, role]) => ({
      schema,
      properties: {
        [{ Membership: 'member', Directorship: 'director', Ownership: 'owner' }[schema]]: [`e${from}`],
        [schema === 'Ownership' ? 'asset' : 'organization']: [`e${to}`],
        ...(role && { role }),
      },
    }));
  const file = fc
    .array(fc.oneof({ weight: 2, arbitrary: actor }, { weight: 1, arbitrary: relation }), { maxLength: 7 })
    .map((all) => all.map((one, at) => ({ id: `e${at}`, ...one })));

  it('comes out of an empty registry as it went in', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(file, (entities) => {
        const { text } = imported('', linesOf(entities));
        assert.deepEqual(normal(exported(text)), normal(JSON.parse(JSON.stringify(entities)) as Json[]));
      }),
      { numRuns: 300 },
    );
  });

  it('is imported twice like once', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(file, (entities) => {
        const { text } = imported('', linesOf(entities));
        assert.deepEqual(importFtm(text, linesOf(entities)).edits, []);
      }),
      { numRuns: 100 },
    );
  });
});
