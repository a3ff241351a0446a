import assert from 'node:assert/strict';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { renameActor } from '../../../src/language/registry/rename-actor';

function renamed(text: string, id: string, name: string): string {
  const edit = renameActor(text, id, name);
  assert.ok('edits' in edit, JSON.stringify(edit));
  return applyReplacements(text, edit.edits);
}

const REGISTRY = `# Who is who.
actors:
  # People
  - id: nuri   # never changes
    schema: Person
    name: Karim al-Nuri # the house spelling
    alias: # each names him
      - Kareem al-Noori   # in the minutes
      - "Abu, Nur"

    weakAlias: al-Nuri

  - {id: guard, schema: Organization, name: Harbour Guard, memberOf: [office]}
  - id: office
    name: [ Harbour Office, Port Office ]
`;

describe('renaming an actor in actors.yaml', () => {
  it('puts the old name at the end of the aliases, and changes nothing else', () => {
    assert.equal(
      renamed(REGISTRY, 'nuri', 'Karim an-Nuri'),
      REGISTRY.replace('name: Karim al-Nuri #', 'name: Karim an-Nuri #').replace(
        '      - "Abu, Nur"\n',
        '      - "Abu, Nur"\n      - Karim al-Nuri\n',
      ),
    );
  });

  it('lets the new name and the old one change places where the new one was an alias', () => {
    assert.equal(
      renamed(REGISTRY, 'nuri', 'Kareem al-Noori'),
      REGISTRY.replace('name: Karim al-Nuri', 'name: #1')
        .replace('- Kareem al-Noori', '- Karim al-Nuri')
        .replace('#1', 'Kareem al-Noori'),
    );
  });

  it('adds a list of aliases where there is none, also in braces', () => {
    assert.equal(
      renamed(REGISTRY, 'guard', 'Port Guard'),
      REGISTRY.replace('name: Harbour Guard', 'name: Port Guard, alias: [Harbour Guard]'),
    );
    assert.equal(
      renamed(REGISTRY, 'office', 'Quay Office'),
      REGISTRY.replace(
        '[ Harbour Office, Port Office ]\n',
        '[ Quay Office, Port Office ]\n    alias: [Harbour Office]\n',
      ),
    );
  });

  for (const [before, after] of [
    ['alias: B', 'alias: [B, A]'],
    ['alias: "B, C"', 'alias: ["B, C", A]'],
    ['alias: [B]', 'alias: [B, A]'],
    ['alias: []', 'alias: [A]'],
    ['alias: [B,\n    C, # of the minutes\n  ]', 'alias: [B,\n    C, A, # of the minutes\n  ]'],
  ] as const) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      const text = (alias: string, name: string) =>
        `- id: x\n  schema: Person\n  name: ${name}\n  ${alias}\n`;
      assert.equal(renamed(text(before, 'Aa'), 'x', 'Zz'), text(after.replace(/\bA\b/, 'Aa'), 'Zz'));
    });
  }

  it('writes quotation marks where YAML needs them, and keeps those that stand there', () => {
    assert.match(renamed(REGISTRY, 'nuri', 'Karim: "the Engineer"'), /name: 'Karim: "the Engineer"' # the/);
    assert.match(
      renamed("- id: x\n  name: 'Ann O''Hara'\n", 'x', 'Ann Hara'),
      /name: 'Ann Hara'\n {2}alias: \[Ann O'Hara\]/,
    );
    assert.match(renamed('- id: x\n  name: Nine\n', 'x', '1914'), /name: "1914"/);
  });

  it('keeps line ends as they are', () => {
    assert.equal(
      renamed('actors:\r\n- id: x\r\n  name: Aa\r\n', 'x', 'Bb'),
      'actors:\r\n- id: x\r\n  name: Bb\r\n  alias: [Aa]\r\n',
    );
  });

  for (const [why, text, name, problem] of [
    ['mistakes in the YAML', '- id: x\n  name: Aa\n- id: [\n', 'Bb', /is not YAML as it stands/],
    ['no letters', '- id: x\n  name: Aa\n', ' ? ', /needs letters/],
    ['the same name', '- id: x\n  name: Aa\n', 'Aa', /the name already/],
    [
      'another actor’s name',
      '- id: x\n  name: Aa\n- id: y\n  name: Cc\n  alias: Bb\n',
      'bb',
      /names `y` already/,
    ],
    ['a name behind an anchor', '- id: x\n  name: &n Aa\n- id: y\n  name: *n\n', 'Bb', /by hand/],
  ] as const) {
    it(`refuses ${why}, and says so`, () => {
      assert.match(JSON.stringify(renameActor(text, 'x', name)), problem);
    });
  }
});
