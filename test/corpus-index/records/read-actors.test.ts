import assert from 'node:assert/strict';
import { buildMatcher, findMentions, LineIndex, readActors } from '#corpus-index';
import { lines, pointed } from './problems-of';

const actorOf = (...fields: readonly string[]) =>
  readActors(lines('- id: a', '  schema: Person', ...fields.map((field) => `  ${field}`)));

describe('readActors', () => {
  it('reads what a record says of an actor, each value a text or a list', () => {
    const yaml = lines(
      'actors:',
      '- id: karim',
      '  schema: Person',
      '  name: [Karim al-Nuri, Kareem Al-Noori]',
      '  alias: Abu Nur',
      '  previousName: [Karim Hadi]',
      '  weakAlias: al-Nuri',
      '  position: [harbour master]',
      '  summary: Kept the harbour for ten years.',
      '  memberOf: [harbour-guard]',
      '  country: iq',
      '  wikidataId: Q1234',
      '  topics: [role.pep]',
      '  notes: [first, {seen: 2014}]',
      '  birthDate: 1960',
      '- id: harbour-guard',
      '  schema: Organization',
      '  name: Harbour Guard',
    );
    const { actors, problems } = readActors(yaml);
    const id = yaml.indexOf('karim');
    assert.deepEqual(problems, []);
    assert.deepEqual(actors[0], {
      id: 'karim',
      span: { start: id, end: id + 5 },
      schema: 'Person',
      name: 'Karim al-Nuri',
      alias: ['Kareem Al-Noori', 'Abu Nur'],
      previousName: ['Karim Hadi'],
      weakAlias: ['al-Nuri'],
      position: ['harbour master'],
      summary: 'Kept the harbour for ten years.',
      memberOf: ['harbour-guard'],
      country: ['iq'],
      wikidataId: 'Q1234',
      topics: ['role.pep'],
      properties: { notes: ['first', { seen: 2014 }], birthDate: 1960 },
    });
    assert.equal(actors[1]?.summary, undefined);
  });

  it('reads a bare list, and a file with nothing in it', () => {
    assert.deepEqual(
      readActors('- id: a\n  schema: Person\n  name: Anna Rowe\n').actors.map(({ id }) => id),
      ['a'],
    );
    for (const empty of ['', 'actors:\n', '# none yet\n'])
      assert.deepEqual(readActors(empty), { actors: [], ignored: [], problems: [] });
  });

  it('leaves out a record without any name, and shows one without `name` by its alias', () => {
    const yaml = lines(
      '- id: a',
      '  schema: Person',
      '- id: b',
      '  schema: Person',
      '  alias: [Anna, A. Rowe]',
    );
    const { actors, problems } = readActors(yaml);
    assert.deepEqual(
      actors.map(({ id, name, alias }) => [id, name, alias]),
      [['b', 'Anna', ['A. Rowe']]],
    );
    assert.deepEqual(
      problems.map(({ code, severity, span }) => [code, severity, span.start]),
      [
        ['record-shape', 'error', 6],
        ['record-shape', 'warning', yaml.indexOf('b\n')],
      ],
    );
  });

  it('keeps a schema that FollowTheMoney does not have, and says so', () => {
    const yaml = lines('- id: a', '  schema: Ghost', '  name: Anna Rowe', '- id: b', '  name: Jan Berg');
    const { actors, problems } = readActors(yaml);
    assert.deepEqual(
      actors.map(({ schema }) => schema),
      ['Ghost', 'LegalEntity'],
    );
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.deepEqual(pointed(yaml, problems), ['record-shape: Ghost', 'record-shape: b']);
  });

  it('leaves out aliases that would be found everywhere', () => {
    const yaml = lines(
      '- id: a',
      '  schema: Person',
      '  name: Anna Rowe',
      '  alias: [the, X, "…", Of the, Anna]',
      '  weakAlias: [she, R]',
    );
    const { actors, problems } = readActors(yaml);
    assert.deepEqual([actors[0]?.alias, actors[0]?.weakAlias], [['Anna'], []]);
    assert.deepEqual(pointed(yaml, problems), [
      'weak-name: the',
      'weak-name: X',
      'weak-name: "…"',
      'weak-name: Of the',
      'weak-name: she',
      'weak-name: R',
    ]);
  });

  it('takes an abbreviation in capitals for a name, though its letters make a stop word', () => {
    assert.deepEqual(actorOf('name: World Hobby Office', 'alias: [WHO, IS, I.S.]').problems, []);
  });

  it('says that a name too common to be looked for is only shown', () => {
    const { actors, problems } = actorOf('name: The');
    assert.deepEqual([actors[0]?.name, problems.map(({ code }) => code)], ['The', ['weak-name']]);
  });

  it('points at both where two actors have one name, however it is spelt, and keeps both', () => {
    const yaml = lines(
      '- {id: a, schema: Person, name: Karim al-Nuri, alias: [Abu Nur, ABU NUR]}',
      '- {id: b, schema: Person, name: Kamil Sabri, alias: Abu-Nur, weakAlias: al-Nuri}',
      '- {id: c, schema: Person, name: Nadir Sabri, weakAlias: [Sabri, al-Nuri]}',
    );
    const { actors, problems } = readActors(yaml);
    assert.deepEqual(pointed(yaml, problems), ['shared-alias: Abu Nur', 'shared-alias: Abu-Nur']);
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.deepEqual(
      actors.map(({ alias }) => alias.length),
      [2, 1, 0],
    );
  });

  it('points at a membership in what no record is, or in a circle', () => {
    const yaml = lines(
      '- {id: a, schema: Person, name: Anna Rowe, memberOf: [b, nobody]}',
      '- {id: b, schema: Organization, name: Harbour Guard, memberOf: c}',
      '- {id: c, schema: Organization, name: Harbour Board, memberOf: [d]}',
      '- {id: d, schema: Organization, name: Port Union, memberOf: [b]}',
      '- {id: e, schema: Organization, name: Tide League, memberOf: [e]}',
    );
    const { actors, problems } = readActors(yaml);
    assert.deepEqual(pointed(yaml, problems), [
      'record-shape: nobody',
      'membership-cycle: c',
      'membership-cycle: e',
    ]);
    assert.match(problems[1]?.message ?? '', /b → c → d → b/);
    assert.deepEqual(actors[4]?.memberOf, ['e']);
  });

  it('follows a chain of memberships of any length', () => {
    const chain = Array.from(
      { length: 3000 },
      (_, at) => `- {id: a${at}, schema: Person, name: N${at}, memberOf: a${(at + 1) % 3000}}`,
    );
    assert.deepEqual(
      readActors(lines(...chain)).problems.map(({ code }) => code),
      ['membership-cycle'],
    );
  }).timeout(20_000);

  for (const [field, place] of [
    ['wikidataId: https://www.wikidata.org/wiki/Q42', 'https://www.wikidata.org/wiki/Q42'],
    ['wikidataId: 42', '42'],
    ['wikidataId: [Q42]', '[Q42]'],
    ['alias: {a: b}', '{a: b}'],
    ['position: [clerk, [a]]', '[a]'],
  ] as const) {
    it(`points at a field of the wrong shape: ${field}`, () => {
      const yaml = lines('- id: a', '  schema: Person', '  name: Anna Rowe', `  ${field}`);
      const { actors, problems } = readActors(yaml);
      assert.deepEqual(pointed(yaml, problems), [`record-shape: ${place}`]);
      assert.equal(actors.length, 1);
    });
  }

  it('never gives a property the power of a prototype', () => {
    const { actors } = actorOf('name: Anna Rowe', '__proto__: {polluted: true}', 'constructor: x');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal((actors[0]?.properties as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('readActors, with all that can be wrong at once', () => {
  const yaml = lines(
    'actors:',
    '- id: karim',
    '  schema: Person',
    '  name: Karim Nuri',
    '  alias: [the, K]',
    '  memberOf: guard',
    '- id: guard',
    '  schema: Organization',
    '  name: Harbour Guard',
    '  alias: Nuri Group',
    '  memberOf: [board]',
    '- id: board',
    '  schema: Organization',
    '  name: Harbour Board',
    '  alias: [Nuri Group]',
    '  memberOf: [guard]',
    '- id: karim',
    '  schema: Person',
    '  name: Karim Sabri',
  );

  it('points at each by line and column', () => {
    const places = new LineIndex(yaml);
    const { problems } = readActors(yaml);
    assert.deepEqual(
      problems.map(({ code, span }) => {
        const { line, column } = places.at(span.start);
        return `${line}:${column} ${code}`;
      }),
      [
        '2:7 duplicate-id',
        '5:11 weak-name',
        '5:16 weak-name',
        '10:10 shared-alias',
        '11:14 membership-cycle',
        '15:11 shared-alias',
        '17:7 duplicate-id',
      ],
    );
  });

  it('finds the names of the rest, and says where one is ambiguous', () => {
    const { actors } = readActors(yaml);
    const mentions = findMentions(
      buildMatcher(actors),
      'Karim Nuri left the Nuri Group. K stayed with the Harbour Board.',
    );
    assert.deepEqual(
      mentions.map((mention) => mention.actors),
      [['karim'], ['guard', 'board'], ['board']],
    );
  });

  it('reads a registry of 20 MB as far as the limit, and says where it stopped', () => {
    const record = (at: number) =>
      `- id: a${at}\n  schema: Person\n  name: Karim Nuri ${at}\n  summary: ${'kept the harbour '.repeat(6000)}\n`;
    const large = `actors:\n${Array.from({ length: 200 }, (_, at) => record(at)).join('')}`;
    assert.ok(large.length > 20_000_000);
    const { actors, problems } = readActors(large);
    const [problem] = problems;
    assert.equal(problems.length, 1);
    assert.ok(problem?.code === 'record-shape');
    assert.equal(problem.span.start, large.indexOf(`- id: a${actors.length}\n`));
    assert.ok(actors.length > 90 && actors.length < 100);
  }).timeout(20_000);
});
