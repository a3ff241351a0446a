import assert from 'node:assert/strict';
import { readActors } from '#corpus-index';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { mergeActors } from '../../../src/language/registry/merge-actors';

function merged(text: string, into: string, from: string): string {
  const edit = mergeActors(text, into, from);
  assert.ok('edits' in edit, JSON.stringify(edit));
  return applyReplacements(text, edit.edits);
}

const REGISTRY = `actors:
  # People
  - id: nuri
    schema: Person
    name: Karim al-Nuri
    alias:
      - Abu Nur
    memberOf: [guard]
    summary: Kept the harbour. # for ten years

  # Perhaps the same as nuri?
  - id: noori # in the minutes
    schema: Person
    name: Kareem al-Noori
    alias: [K. Noori, Abu Nur]
    weakAlias: the Engineer
    memberOf: [guard, office]
    summary: Wrote letters.
    birthDate: 1950

  # Bodies
  - id: guard
    schema: Organization
    name: Harbour Guard
    memberOf: noori
  - id: office
    schema: PublicBody
    name: Harbour Office
    memberOf:
      - noori
      - nuri
`;

describe('merging two actors in actors.yaml', () => {
  it('joins what they say, keeps comments, and leads memberships to the one that stays', () => {
    assert.equal(
      merged(REGISTRY, 'nuri', 'noori'),
      `actors:
  # People
  - id: nuri
    schema: Person
    name: Karim al-Nuri
    weakAlias: the Engineer
    birthDate: 1950
    alias:
      - Abu Nur
      - Kareem al-Noori
      - K. Noori
    memberOf: [guard, office]
    summary: [Kept the harbour., Wrote letters.] # for ten years
    # Perhaps the same as nuri?
    # in the minutes

  # Bodies
  - id: guard
    schema: Organization
    name: Harbour Guard
    memberOf: nuri
  - id: office
    schema: PublicBody
    name: Harbour Office
    memberOf:
      - nuri
`,
    );
  });

  it('merges in either direction, and once more', () => {
    const once = merged(REGISTRY, 'noori', 'nuri');
    const [actor] = readActors(once).actors;
    assert.equal(actor?.name, 'Kareem al-Noori');
    assert.deepEqual(actor.alias, ['K. Noori', 'Abu Nur', 'Karim al-Nuri']);
    assert.deepEqual(
      readActors(merged(once, 'guard', 'office')).actors.map(({ id }) => id),
      ['noori', 'guard'],
    );
  });

  it('merges records in braces', () => {
    assert.equal(
      merged('actors: [{id: a, name: Aa}, {id: b, name: Bb, topics: x}]\n', 'a', 'b'),
      'actors: [{id: a, name: Aa, alias: [Bb], topics: x}]\n',
    );
  });

  it('forgets a membership of the one in the other', () => {
    assert.equal(
      merged('- id: a\n  name: Aa\n  memberOf: b\n- id: b\n  name: Bb\n', 'a', 'b'),
      '- id: a\n  name: Aa\n  alias: [Bb]\n',
    );
  });

  for (const [why, text, problem] of [
    [
      'two entries of Wikidata',
      '- id: a\n  name: Aa\n  wikidataId: Q1\n- id: b\n  name: Bb\n  wikidataId: Q2\n',
      /Q1, Q2/,
    ],
    [
      'values that are no texts',
      '- id: a\n  name: Aa\n- id: b\n  name: Bb\n  origin: {page: 3}\n',
      /by hand/,
    ],
    [
      'an id that stands twice',
      '- id: a\n  name: Aa\n- id: b\n  name: Bb\n- id: b\n  name: Cc\n',
      /have the id `b`/,
    ],
    [
      'mistakes in the YAML',
      '- id: a\n  name: Aa\n- id: b\n  name: Bb\n- id: [\n',
      /is not YAML as it stands/,
    ],
    [
      'what would lose a comment',
      '- id: a\n  name: Aa\n  memberOf: b # says the clerk\n- id: b\n  name: Bb\n',
      /by hand/,
    ],
  ] as const) {
    it(`refuses ${why}, and says so`, () => {
      assert.match(JSON.stringify(mergeActors(text, 'a', 'b')), problem);
    });
  }

  it('refuses to merge an actor with itself', () => {
    assert.match(JSON.stringify(mergeActors(REGISTRY, 'nuri', 'nuri')), /with itself/);
  });
});
