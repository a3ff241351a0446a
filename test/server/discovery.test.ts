import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  discoveryMethods,
  type ActorsEdit,
  type DiscoveredNamesResult,
  type ExportActorsResult,
  type ImportActorsResult,
} from '../../src/protocol';
import { eventually } from '../support/eventually';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'In June the engineer General **Karim al-Nuri** spoke to the Harbour Guard (HG). The wall was Nuri’s own.\n\n' +
  'Nobody from the HG came. Yusuf al-Hamdi built the wall, said Ada Verne.\n';
const ACTORS = '# Ours\nactors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n';

describe('the language server and names that no actor claims', () => {
  let folder: string;
  let server: ServerUnderTest;
  beforeEach(async () => {
    folder = temporaryFolder({ 'sources/wall.md': WALL, 'actors.yaml': ACTORS });
    server = await startServer(folder);
    await server.ready();
  });
  afterEach(async () => {
    await server.stop();
    removeFolder(folder);
  });
  const discovered = () => server.request<DiscoveredNamesResult>(discoveryMethods.discoveredNames, {});
  const names = async () => (await discovered()).names.map(({ name }) => name);
  const onDisk = () => fs.readFileSync(path.join(folder, 'actors.yaml'), 'utf8');
  const applied = ({ edits, problem }: ActorsEdit, text: string) => {
    assert.equal(problem, undefined);
    const document = TextDocument.create('file:///a', 'yaml', 1, text);
    return TextDocument.applyEdits(
      document,
      edits.map(({ range, newText }) => ({ range, newText })),
    );
  };

  it('lists them with their forms, places and a guess', async () => {
    const { names: found, total, complete } = await discovered();
    assert.deepEqual([total, complete], [found.length, true]);
    const [nuri, guard] = ['Karim al-Nuri', 'Harbour Guard'].map((name) =>
      found.find((one) => one.name === name),
    );
    assert.deepEqual(
      [nuri?.schema, nuri?.variants.map(({ text }) => text)],
      ['Person', ['Karim al-Nuri', 'Nuri']],
    );
    assert.deepEqual(
      [guard?.schema, guard?.count, guard?.sources, guard?.variants.map(({ text }) => text).sort()],
      ['Organization', 3, [{ key: 'wall', count: 3 }], ['HG', 'Harbour Guard']],
    );
    const [passage] = nuri?.passages ?? [];
    const { start, end } = passage!.range;
    assert.equal(WALL.slice(start.character, end.character), 'Karim al-Nuri');
    assert.equal(passage?.uri, server.uri('sources/wall.md'));
    assert.ok(!found.some(({ name }) => name.includes('Hamdi')));
  });

  it('makes an actor of one, which is then no longer listed, and leaves the file to the editor', async () => {
    const edit = await server.request<ActorsEdit>(discoveryMethods.addActor, { name: 'Harbour Guard' });
    assert.equal(onDisk(), ACTORS);
    const now = applied(edit, ACTORS);
    assert.equal(
      now,
      `${ACTORS}  - id: harbour-guard\n    schema: Organization\n    name: Harbour Guard\n    alias: [HG]\n`,
    );
    assert.deepEqual([edit.actor, edit.creates], ['harbour-guard', false]);
    await server.changeOnDisk('actors.yaml', now);
    await eventually(names, (all) => !all.includes('Harbour Guard'));
    assert.ok((await names()).includes('Karim al-Nuri'));
  });

  it('adds an alias, and edits what the editor has open', async () => {
    const open = ACTORS.replace('# Ours', '# Ours, not saved yet');
    await server.open('actors.yaml', open, 'yaml');
    const edit = await server.request<ActorsEdit>(discoveryMethods.addAlias, {
      name: 'Karim al-Nuri',
      actor: 'hamdi',
    });
    assert.equal(edit.version, 1);
    const now = applied(edit, open);
    assert.equal(now, `${open}    alias: [Karim al-Nuri]\n`);
    await server.edit('actors.yaml', now);
    await eventually(names, (all) => !all.includes('Karim al-Nuri'));
  });

  it('does not list what a person told to ignore', async () => {
    const edit = await server.request<ActorsEdit>(discoveryMethods.ignoreName, { name: 'Ada Verne' });
    await server.changeOnDisk('actors.yaml', applied(edit, ACTORS));
    await eventually(names, (all) => !all.includes('Ada Verne'));
    assert.deepEqual((await discovered()).ignored, ['Ada Verne']);
  });

  it('creates the file where there is none, and refuses a broken one', async () => {
    await server.changeOnDisk('actors.yaml', 'actors: [\n');
    const refused = await server.request<ActorsEdit>(discoveryMethods.addActor, { name: 'Ada Verne' });
    assert.match(refused.problem ?? '', /mend it first/);
    assert.deepEqual(refused.edits, []);
    await server.changeOnDisk('actors.yaml', undefined);
    const edit = await server.request<ActorsEdit>(discoveryMethods.addActor, {
      name: 'Ada Verne',
      schema: 'Person',
    });
    assert.equal(edit.creates, true);
    assert.match(applied(edit, ''), /^actors:\n {2}- id: ada-verne\n/);
  });

  it('follows sources as they change', async () => {
    await names();
    await server.changeOnDisk(
      'sources/other.txt',
      'The Red Lantern Society met Tom Deller, and Tom Deller left.\n',
    );
    await eventually(names, (all) => all.includes('Tom Deller') && all.includes('Red Lantern Society'));
    await server.changeOnDisk('sources/other.txt', undefined);
    await eventually(names, (all) => !all.includes('Tom Deller'));
  });

  it('exports and imports FollowTheMoney entities', async () => {
    const { text, count } = await server.request<ExportActorsResult>(discoveryMethods.exportActors, {});
    assert.equal(count, 1);
    assert.deepEqual(JSON.parse(text), {
      id: 'hamdi',
      schema: 'Person',
      properties: { name: ['Yusuf al-Hamdi'] },
    });
    const entity = JSON.stringify({ id: 'hamdi', schema: 'Person', properties: { alias: ['Joseph Hamdi'] } });
    const result = await server.request<ImportActorsResult>(discoveryMethods.importActors, {
      text: `${entity}\n{`,
    });
    assert.deepEqual([result.changed, result.problems.map(({ line }) => line)], [['hamdi'], [2]]);
    assert.equal(applied(result, ACTORS), `${ACTORS}    alias: [Joseph Hamdi]\n`);
  });
});
