import assert from 'node:assert/strict';
import { readActors } from '#corpus-index';
import { addActor } from '../../../src/language/registry/add-actor';
import { addAlias } from '../../../src/language/registry/add-alias';
import { ignoreName } from '../../../src/language/registry/ignore-name';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { type RegistryChange } from '../../../src/language/registry/registry-change';

/** The text after a change that must be possible. */
function after(text: string, change: RegistryChange): string {
  assert.ok('edits' in change, 'problem' in change ? change.problem : '');
  return applyReplacements(text, change.edits);
}

const nuri = { name: 'Karim al-Nuri', schema: 'Person', alias: ['Kareem al-Noori'] };
const added = (text: string) => after(text, addActor(text, nuri));
const RECORD =
  'id: karim-al-nuri\n    schema: Person\n    name: Karim al-Nuri\n    alias: [Kareem al-Noori]\n';

describe('adding an actor to actors.yaml', () => {
  it('begins an empty file, and one with comments only', () => {
    assert.equal(added(''), `actors:\n  - ${RECORD}`);
    assert.equal(added('# Ours\n'), `# Ours\nactors:\n  - ${RECORD}`);
    assert.equal(added('# Ours'), `# Ours\nactors:\n  - ${RECORD}`);
  });

  it('gives an empty list its first record', () => {
    assert.equal(added('actors:\nignored: [X Y]\n'), `actors:\n  - ${RECORD}ignored: [X Y]\n`);
    assert.equal(added('actors: # none yet\n'), `actors: # none yet\n  - ${RECORD}`);
    assert.equal(
      added('actors: []\n'),
      'actors: [{id: karim-al-nuri, schema: Person, name: Karim al-Nuri, alias: [Kareem al-Noori]}]\n',
    );
  });

  it('goes behind the last record, before what follows, in the column of the others', () => {
    const text = 'actors:\n- id: a\n  schema: Person\n  name: Ada # first\n# the end\nignored:\n- Foo Bar\n';
    assert.equal(added(text), text.replace('# first\n', `# first\n- ${RECORD.replaceAll('    ', '  ')}`));
  });

  it('keeps a blank line between records, line ends and a byte order mark', () => {
    const text =
      '\uFEFFactors:\r\n  - id: a\r\n    schema: Person\r\n    name: Ada\r\n\r\n  - id: b\r\n    schema: Person\r\n    name: Bo';
    assert.equal(added(text), `${text}\r\n\r\n  - ${RECORD.replaceAll('\n', '\r\n')}`);
  });

  it('finds an id that no record has', () => {
    const text = 'actors:\n  - id: karim-al-nuri\n    schema: Person\n    name: Karim Sami\n';
    assert.deepEqual(
      readActors(added(text)).actors.map(({ id }) => id),
      ['karim-al-nuri', 'karim-al-nuri-2'],
    );
  });

  it('refuses a name that an actor has, and one that would be found everywhere', () => {
    const text = 'actors:\n  - id: a\n    schema: Person\n    name: Karim an-Nuri\n';
    assert.match(JSON.stringify(addActor(text, nuri)), /names Karim an-Nuri \(a\) already/);
    assert.match(JSON.stringify(addActor('', { ...nuri, name: 'the' })), /found everywhere/);
  });

  for (const broken of ['actors:\n  - id: "a\n', 'actors: [\n', '{{', 'actors:\n\t- id: a\n'])
    it(`refuses the broken file ${JSON.stringify(broken)}`, () => {
      assert.match(JSON.stringify(addActor(broken, nuri)), /is not YAML as it stands/);
      assert.match(JSON.stringify(ignoreName(broken, 'Nuri')), /is not YAML as it stands/);
      assert.match(
        JSON.stringify(addAlias(broken, { name: 'Nuri', actor: 'a' })),
        /is not YAML as it stands/,
      );
    });

  for (const odd of ['just text\n', '--- \na: 1\n---\nb: 2\n', 'actors: 5\n', 'actors: *x\n'])
    it(`changes nothing of ${JSON.stringify(odd)}, which is no registry`, () => {
      assert.ok('problem' in addActor(odd, nuri));
    });
});

describe('adding an alias', () => {
  const text = (fields: string) =>
    `actors:\n  - id: a # Ada\n    schema: Person\n    name: Ada Lov\n${fields}`;
  const withAlias = (fields: string, weak = false) =>
    after(text(fields), addAlias(text(fields), { name: 'A. L.', actor: 'a', weak }));

  it('begins a list behind the name', () => {
    assert.equal(withAlias('    summary: x\n'), text('    alias: [A. L.]\n    summary: x\n'));
    assert.equal(withAlias('    alias: # none\n'), text('    alias: [A. L.] # none\n'));
    assert.equal(withAlias('    alias: [One]\n', true), text('    alias: [One]\n    weakAlias: [A. L.]\n'));
  });

  it('makes a list of a single text', () => {
    assert.equal(withAlias('    alias: One Two # c\n'), text('    alias: [One Two, A. L.] # c\n'));
    assert.equal(withAlias("    alias: 'One, Two'\n"), text("    alias: ['One, Two', A. L.]\n"));
  });

  it('adds to a list in brackets and to one in lines', () => {
    assert.equal(
      withAlias('    alias: [One, # c\n      Two,]\n'),
      text('    alias: [One, # c\n      Two, A. L.,]\n'),
    );
    assert.equal(
      withAlias('    alias:\n    - One # c\n\n    # d\n    country: x\n'),
      text('    alias:\n    - One # c\n    - A. L.\n\n    # d\n    country: x\n'),
    );
  });

  it('adds to a record in brackets', () => {
    const flow = 'actors: [{id: a, schema: Person, name: Ada}, {id: b, schema: Person, name: Bo}]\n';
    assert.equal(
      after(flow, addAlias(flow, { name: 'X, Y', actor: 'a' })),
      flow.replace('name: Ada', 'name: Ada, alias: ["X, Y"]'),
    );
  });

  it('has nothing to do where the actor has the name', () => {
    assert.equal(withAlias('    alias: A. L.\n'), text('    alias: A. L.\n'));
  });

  it('says when the actor is gone, and does not touch values that others share', () => {
    assert.match(JSON.stringify(addAlias(text(''), { name: 'X Y', actor: 'z' })), /no actor `z`/);
    const shared = text('    alias: &same One\n    position: *same\n');
    assert.ok('problem' in addAlias(shared, { name: 'X Y', actor: 'a' }));
  });
});

describe('ignoring a name', () => {
  const ignored = (text: string) => after(text, ignoreName(text, 'Gold: Mohur'));

  it('begins the list at the end of the file', () => {
    assert.equal(ignored(''), 'actors:\nignored: ["Gold: Mohur"]\n');
    assert.equal(
      ignored('actors:\n  - id: a\n    name: A B'),
      'actors:\n  - id: a\n    name: A B\nignored: ["Gold: Mohur"]\n',
    );
  });

  it('adds to the list that is there', () => {
    assert.equal(ignored('ignored:\n  - One\nactors:\n'), 'ignored:\n  - One\n  - "Gold: Mohur"\nactors:\n');
    assert.equal(ignored('ignored: One # c\n'), 'ignored: [One, "Gold: Mohur"] # c\n');
  });

  it('puts a bare list of records under its name', () => {
    const text = '# Ours\n- id: a\n  schema: Person\n  name: A B\n';
    const now = ignored(text);
    assert.equal(now, '# Ours\nactors:\n- id: a\n  schema: Person\n  name: A B\nignored: ["Gold: Mohur"]\n');
    assert.deepEqual(readActors(now).actors.length, 1);
  });

  it('has nothing to do for a name that is ignored in another writing', () => {
    const text = 'ignored: [gold mohur]\n';
    assert.equal(after(text, ignoreName(text, 'Gold-Mohur')), text);
  });
});

describe('reading ignored names', () => {
  it('reads them beside a record that is broken', () => {
    const text = 'actors:\n  - id: "a\nignored:\n- One\n- Two\nother: 1\n';
    assert.deepEqual(readActors(text).ignored, ['One', 'Two']);
  });

  it('says where one is no text', () => {
    const { ignored, problems } = readActors('actors:\nignored: [One, {a: b}]\n');
    assert.deepEqual(ignored, ['One']);
    assert.match(problems[0]?.message ?? '', /each of its values must be a text/);
  });
});
