import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import {
  methods,
  type ActorGraphResult,
  type ActorMentionsResult,
  type ActorsResult,
} from '../../src/protocol';
import { eventually } from '../support/eventually';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nYusuf al-Hamdi built the wall for Otter Yard in 2003.\n\nThen Yusuf al-Hamdi left.\n';
const ACTORS = `actors:
  - id: hamdi
    schema: Person
    name: Yusuf al-Hamdi
    position: [engineer, clerk]
    summary: "[Built](command:x) walls."
  - { id: yard, schema: Company, name: Otter Yard }
  - { id: nobody, schema: Person, name: Nora Nemo }
`;

describe('the server, asked about actors', () => {
  let folder: string;
  let server: ServerUnderTest;
  let uri: string;
  before(async () => {
    folder = temporaryFolder({ 'sources/wall.txt': WALL, 'actors.yaml': ACTORS });
    uri = pathToFileURL(folder).toString();
    server = await startServer(folder);
    await server.ready();
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const actors = (source?: string) =>
    server.request<ActorsResult>(methods.actors, {
      folder: uri,
      ...(source === undefined ? {} : { source }),
    });

  it('tells who is in the registry and how often the sources name them', async () => {
    const { actors: rows, total, sources, hasRegistry, complete } = await actors();
    assert.deepEqual(
      rows.map(({ id, kind, position, mentions, passages }) => [id, kind, position, mentions, passages]),
      [
        ['hamdi', 'person', 'engineer, clerk', 2, 2],
        ['yard', 'company', '', 1, 1],
        ['nobody', 'person', '', 0, 0],
      ],
    );
    assert.deepEqual([total, hasRegistry, complete], [3, true, true]);
    assert.deepEqual(sources, [{ key: 'verne2014', reference: 'Verne 2014', title: 'A Wall Too Low' }]);
  });

  it('counts nothing for a source that is not there', async () => {
    assert.deepEqual(
      (await actors('gone')).actors.map(({ mentions }) => mentions),
      [0, 0, 0],
    );
  });

  it('leads to the passages, at the mention', async () => {
    const { sources } = await server.request<ActorMentionsResult>(methods.actorMentions, {
      folder: uri,
      actors: ['hamdi'],
    });
    const [source] = sources;
    assert.deepEqual([source?.mentions, source?.total, source?.uri], [2, 2, server.uri('sources/wall.txt')]);
    assert.deepEqual(
      source?.passages.map(({ locator, excerpt }) => [locator, excerpt]),
      [
        ['para. 1', 'Yusuf al-Hamdi built the wall for Otter Yard in 2003.'],
        ['para. 2', 'Then Yusuf al-Hamdi left.'],
      ],
    );
    assert.deepEqual(source.passages[1]?.range.start, positionOf(WALL, 'Then Yusuf', 5));
  });

  it('answers with nothing for an unknown actor or folder', async () => {
    const ask = (params: object) => server.request<ActorMentionsResult>(methods.actorMentions, params);
    assert.deepEqual(await ask({ folder: uri, actors: ['stranger'] }), { sources: [] });
    assert.deepEqual(await ask({ folder: uri, actors: [] }), { sources: [] });
    assert.deepEqual(await ask({ folder: 'file:///nowhere', actors: ['hamdi'] }), { sources: [] });
  });

  it('tells who is named with whom, and when', async () => {
    const graph = await server.request<ActorGraphResult>(methods.actorGraph, { folder: uri, minimum: 1 });
    assert.deepEqual(
      [graph.actors.map(({ id }) => id), graph.shown, graph.totalActors, graph.links],
      [['hamdi', 'yard'], 2, 2, [{ a: 0, b: 1, passages: 1 }]],
    );
    assert.deepEqual(
      graph.dated.map(({ iso, reference, range, actors: named }) => [iso, reference, range.start, named]),
      [['2003', 'Verne 2014, para. 1', positionOf(WALL, '2003'), [0, 1]]],
    );
    assert.deepEqual(graph.datedYears, [{ year: 2003, count: 1 }]);
    const later = await server.request<ActorGraphResult>(methods.actorGraph, {
      folder: uri,
      minimum: 1,
      dated: { actors: ['hamdi'], from: 2004 },
    });
    assert.deepEqual([later.dated, later.totalDated, later.datedYears], [[], 0, graph.datedYears]);
    assert.deepEqual(
      graph.datedSources.map(({ iso, reference }) => [iso, reference]),
      [['2014-03-24', 'Verne 2014']],
    );
  });

  it('follows sources and registry', async () => {
    await server.changeOnDisk('sources/wall.txt', WALL.replace('Then Yusuf al-Hamdi', 'Then Nora Nemo'));
    await eventually(
      async () => (await actors()).actors.map(({ id, mentions }) => `${id} ${mentions}`).join(),
      (now) => now === 'nobody 1,yard 1,hamdi 1' || now === 'nobody 1,hamdi 1,yard 1',
    );
    await server.changeOnDisk('actors.yaml', undefined);
    await eventually(actors, ({ hasRegistry, total }) => !hasRegistry && total === 0);
  });
});
