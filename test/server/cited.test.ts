import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver/node';
import {
  citedMethods,
  type CitationsResult,
  type CitedPassagesResult,
  type SourcePassagesResult,
  type SourcesResult,
} from '../../src/protocol/cited';
import { eventually } from '../support/eventually';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { MARKUP } from '../support/review-workspace';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'It began.\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';
const OPEN =
  'Weak: “The wall was built to last” [@wall, para. 2].\n\nThey met [@wall, para. 3]. See [@nobody].\n';
const CLOSED = `“The council met twice in June” [@wall]. ${MARKUP} [@tide, para. 1].\n`;

const PAGE =
  '<!DOCTYPE html><html><head><title>Page</title></head><body><article><h1>Page</h1><p>Nobody had measured the tide before that year, the clerk said.</p><p>It rose.</p></article></body></html>';

describe('the server, asked what drafts cite', () => {
  let folder: string;
  let server: ServerUnderTest;
  let uri: string;
  before(async () => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources/tide.txt': `${MARKUP} rose.\n`,
      'sources/broken.pdf': 'no PDF',
      'sources.yaml': [
        'references:',
        `  - { id: wall, file: sources/wall.txt, title: ${JSON.stringify(MARKUP)}, custom: { reliability: B, credibility: 2 } }`,
        '  - { id: gone, file: sources/gone.txt }',
        '  - { id: page, file: sources/page.html }',
        '',
      ].join('\n'),
      'drafts/a.md': OPEN,
      'drafts/b.md': CLOSED,
    });
    uri = pathToFileURL(folder).toString();
    server = await startServer(folder);
    await server.ready();
    await server.open('drafts/a.md');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const citations = (draft?: string) =>
    server.request<CitationsResult>(citedMethods.citations, {
      folder: uri,
      ...(draft === undefined ? {} : { draft: server.uri(draft) }),
    });
  const sources = () => server.request<SourcesResult>(citedMethods.sources, { folder: uri });
  const passages = (isCitedFirst: boolean) =>
    server.request<SourcePassagesResult>(citedMethods.sourcePassages, {
      folder: uri,
      key: 'wall',
      isCitedFirst,
    });
  const citedIn = (source: string) =>
    server.request<CitedPassagesResult>(citedMethods.citedPassages, { source: server.uri(source) });
  const outcomes = ({ drafts }: CitationsResult) =>
    drafts.map(({ name, citations: rows }) => [name, ...rows.map(({ outcome }) => outcome)]);

  it('tells the citations of all drafts, open or not, with what the check says', async () => {
    const found = await citations();
    assert.deepEqual(outcomes(found), [
      ['drafts/a.md', 'altered', 'unquoted', 'unresolved'],
      ['drafts/b.md', 'verbatim', 'unquoted'],
    ]);
    assert.deepEqual([found.complete, found.unread], [true, []]);
    const [first, , third] = found.drafts[0]!.citations;
    assert.deepEqual([first?.key, first?.locator, first?.isProblem], ['wall', 'para. 2', true]);
    assert.equal(first?.words, 'The wall was built to last');
    assert.deepEqual(first.range.start, positionOf(OPEN, '@wall'));
    assert.deepEqual([third?.reference, third?.words], ['nobody', 'See.']);
  });

  it('tells those of one draft, and follows it as it is typed', async () => {
    assert.deepEqual(outcomes(await citations('drafts/b.md')), [['drafts/b.md', 'verbatim', 'unquoted']]);
    const version = await server.edit('drafts/a.md', OPEN.replace('was built', 'was not built'));
    const found = await citations('drafts/a.md');
    assert.deepEqual(outcomes(found), [['drafts/a.md', 'verbatim', 'unquoted', 'unresolved']]);
    assert.equal(found.drafts[0]?.version, version);
    await server.edit('drafts/a.md', OPEN);
  });

  it('lists the sources with what is cited of them, and what could not be read and why', async () => {
    const { sources: rows, unread, total, complete, reliance } = await sources();
    assert.deepEqual(
      rows.map(({ key, passages: all, use, admiralty }) => [
        ...[key, all, use?.cited, use?.citations, use?.drafts, admiralty],
      ]),
      [
        ['tide', 1, 1, 1, 1, undefined],
        ['wall', 3, 2, 3, 2, 'B2'],
      ],
    );
    assert.deepEqual([total, complete, reliance], [2, true, undefined]);
    assert.deepEqual(
      unread.map(({ path, reason }) => [path, reason.slice(0, 20)]),
      [
        ['sources/broken.pdf', 'This file is damaged'],
        ['sources/gone.txt', 'The record "gone" na'],
        ['sources/page.html', 'The record "page" na'],
      ],
    );
  });

  it('lists the passages of a source in its order, or the most cited first', async () => {
    const numbers = ({ passages: rows }: SourcePassagesResult) =>
      rows.map(({ n, use }) => [n, use?.citations, use?.drafts]);
    assert.deepEqual(numbers(await passages(false)), [
      [1, 0, 0],
      [2, 1, 1],
      [3, 2, 2],
    ]);
    const first = await passages(true);
    assert.deepEqual(
      numbers(first).map(([n]) => n),
      [3, 2, 1],
    );
    assert.equal(first.passages[0]?.excerpt, 'The council met twice in June.');
    assert.deepEqual(first.passages[0].range.start, positionOf(WALL, 'The council'));
    assert.deepEqual([first.uri, first.total], [server.uri('sources/wall.txt'), 3]);
  });

  it('tells where each passage of a source is cited', async () => {
    const { passages: rows } = await citedIn('sources/wall.txt');
    assert.deepEqual(
      rows.map(({ range, drafts, citations: all }) => [range.start.line, drafts, all.length]),
      [
        [2, 1, 1],
        [4, 2, 2],
      ],
    );
    assert.deepEqual(rows[1]?.citations[1], {
      uri: server.uri('drafts/b.md'),
      range: { start: positionOf(CLOSED, '@wall'), end: positionOf(CLOSED, '@wall', 5) },
    });
    assert.deepEqual((await citedIn('drafts/a.md')).passages, []);
  });

  it('tells it of a source that is shown as the text read from its file', async () => {
    await server.changeOnDisk('sources/page.html', PAGE);
    await server.edit('drafts/a.md', 'They wrote: “Nobody had measured the tide” [@page].\n');
    const shown = await eventually(sources, ({ sources: rows }) => rows.some(({ key }) => key === 'page'));
    const row = shown.sources.find(({ key }) => key === 'page');
    assert.match(row?.uri ?? '', /^sourcewright-source:.*page\.html\.txt$/);
    const { passages: rows } = await server.request<CitedPassagesResult>(citedMethods.citedPassages, {
      source: row?.uri,
    });
    assert.equal(rows.length, 1);
    assert.deepEqual((await citedIn('sources/page.html')).passages, []);
    await server.changeOnDisk('sources/page.html', undefined);
    await eventually(sources, ({ total }) => total === 2);
    await server.edit('drafts/a.md', OPEN);
  });

  it('finds the references of a passage from inside its source, also where only its words are quoted', async () => {
    await server.open('sources/wall.txt', WALL, 'plaintext');
    const found = await server.request<Location[]>('textDocument/references', {
      textDocument: { uri: server.uri('sources/wall.txt') },
      position: positionOf(WALL, 'council'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ uri: draft, range }) => [draft, range.start]),
      [
        [server.uri('drafts/a.md'), positionOf(OPEN, '@wall, para. 3')],
        [server.uri('drafts/b.md'), positionOf(CLOSED, '@wall')],
      ],
    );
    await server.close('sources/wall.txt');
  });

  it('tells of the one source that most citations rest on', async () => {
    await server.edit('drafts/a.md', 'Again [@wall]. '.repeat(10));
    const { reliance } = await sources();
    assert.deepEqual([reliance?.key, reliance?.citations, reliance?.total], ['wall', 11, 12]);
    await server.edit('drafts/a.md', OPEN);
  });

  it('follows sources and drafts on disk', async () => {
    await server.changeOnDisk('sources/wall.txt', WALL.replace('twice', 'three times'));
    await eventually(citations, (found) => outcomes(found)[1]?.[1] === 'altered');
    await server.changeOnDisk('sources/wall.txt', WALL);
    await server.changeOnDisk('drafts/b.md', 'Nothing.\n');
    await eventually(citations, (found) => found.drafts[1]?.total === 0);
  });

  it('passes a draft over that was deleted while an editor has it open', async () => {
    fs.writeFileSync(path.join(folder, 'drafts/c.md'), OPEN);
    await server.open('drafts/c.md');
    const paths = async () =>
      (await citations()).drafts.map((draft) => path.posix.basename(draft.uri)).sort();
    await eventually(paths, (all) => all.includes('c.md'));
    fs.rmSync(path.join(folder, 'drafts/c.md'));
    assert.deepEqual(await paths(), ['a.md', 'b.md']);
  });

  it('tells another reading of a source that says other words in as many passages, and only of that one', async () => {
    const readings = ({ sources: rows }: SourcesResult) => rows.map(({ reading }) => reading);
    const before = readings(await sources());
    assert.deepEqual(readings(await sources()), before);
    await server.changeOnDisk('sources/wall.txt', WALL.replace('It began.', 'It ended.'));
    await eventually(
      () => passages(false),
      ({ passages: [first] }) => first?.excerpt === 'It ended.',
    );
    const after = readings(await sources());
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    await server.changeOnDisk('sources/wall.txt', WALL);
  });

  it('answers with nothing for a folder or a source that is not there', async () => {
    const nowhere = { folder: 'file:///nowhere' };
    assert.deepEqual((await server.request<CitationsResult>(citedMethods.citations, nowhere)).drafts, []);
    assert.deepEqual((await server.request<SourcesResult>(citedMethods.sources, nowhere)).sources, []);
    assert.deepEqual(
      await server.request(citedMethods.sourcePassages, { folder: uri, key: 'no', isCitedFirst: true }),
      { uri: '', passages: [], total: 0 },
    );
    assert.deepEqual((await citedIn('sources/nothing.txt')).passages, []);
  });
});
