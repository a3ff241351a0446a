import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type MarkupContent } from 'vscode-languageserver/node';
import {
  methods,
  type InsertionResult,
  type PassageRow,
  type SearchResult,
  type SelectionResult,
  type SentencesResult,
} from '../../src/protocol';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { eventually } from '../support/eventually';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nYusuf al-Hamdi built the wall. It was not built to last. Everybody knew.\n\nThe council met twice in June.\n';
const DRAFT =
  '# Report\n\nIt “was not built to last” [@verne2014, para. 1]. Yusuf al-Hamdi left.\n\nSee [@nobody].\n';

describe('the language server', () => {
  let folder: string;
  let server: ServerUnderTest;
  before(async () => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'actors.yaml':
        'actors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n    alias: [Joseph Hamdy]\n    position: engineer\n',
      'draft.md': DRAFT,
    });
    server = await startServer(folder);
    await server.ready();
    await server.open('draft.md');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  it('tells how many sources, passages and actors there are', async () => {
    const { folders } = await server.ready();
    const { sources, passages, actors, unreadable } = folders[0]!;
    assert.deepEqual([sources, passages, actors, unreadable], [1, 2, 1, []]);
  });

  it('publishes the problems of a draft, and takes them back when it is mended', async () => {
    const [problem] = await server.problems(
      'draft.md',
      (codes) => codes.length === 1 && codes[0] === 'unknown-source',
    );
    assert.deepEqual(problem?.range.start, positionOf(DRAFT, '@nobody'));
    await server.edit('draft.md', DRAFT.replace('nobody', 'verne2014'));
    await server.problems('draft.md', (codes) => codes.length === 0);
    await server.edit('draft.md', DRAFT);
    await server.problems('draft.md', (codes) => codes.length === 1);
  });

  it('says where each kind of problem is explained', async () => {
    const [problem] = await server.problems('draft.md', (codes) => codes.includes('unknown-source'));
    const [file = '', line = ''] = (problem?.codeDescription?.href ?? '').split('#L');
    const page = fs.readFileSync(fileURLToPath(file), 'utf8').split('\n');
    assert.equal(page[Number(line) - 1], '### unknown-source');
  });

  it('shows the record and the cited passage on a key, and nothing beside it', async () => {
    const hover = await server.hover('draft.md', positionOf(DRAFT, '@verne2014', 3));
    const { value } = hover?.contents as MarkupContent;
    assert.match(value, /\*\*A Wall Too Low\*\*/);
    assert.match(value, /It was not built to last/);
    assert.equal(await server.hover('draft.md', positionOf(DRAFT, 'Report')), null);
  });

  it('shows who a name is', async () => {
    const { value } = (await server.hover('draft.md', positionOf(DRAFT, 'Yusuf')))?.contents as MarkupContent;
    assert.match(value, /\*\*Yusuf al\\-Hamdi\*\* · Person/);
    assert.match(value, /engineer/);
    assert.match(value, /Verne 2014: 1 ×/);
  });

  it('completes keys, paragraphs and actors', async () => {
    const typed = `${DRAFT}\n[@ver\n\n[@verne2014, pa]\n\nThen Hamdy\n`;
    await server.edit('draft.md', typed);
    const labels = async (words: string, by: number) =>
      (await server.completion('draft.md', positionOf(typed, words, by))).items.map(({ label }) => label);
    assert.deepEqual(await labels('[@ver\n', 5), ['verne2014']);
    assert.deepEqual(await labels('2014, pa]', 8), ['para. 1', 'para. 2']);
    assert.deepEqual(await labels('Then Hamdy', 10), ['Yusuf al-Hamdi']);
    await server.edit('draft.md', DRAFT);
  });

  it('leads from a citation to its passage', async () => {
    const [place] = await server.definition('draft.md', positionOf(DRAFT, '@verne2014', 2));
    assert.equal(place?.uri, server.uri('sources/wall.txt'));
    assert.equal(place.range.start.line, 4);
  });

  it('searches, shows sentences, and inserts a quotation that checks clean', async () => {
    const { rows } = await server.request<SearchResult>(methods.search, {
      draft: server.uri('draft.md'),
      query: 'built to',
      limit: 5,
    });
    const row = rows[0]!;
    assert.equal(row.reference, 'Verne 2014, para. 1');
    const { sentences } = await server.request<SentencesResult>(methods.sentences, row);
    assert.equal(sentences.length, 3);
    const version = await server.edit('draft.md', '# New\n');
    const insertion = await server.request<InsertionResult>(methods.insertion, {
      draft: server.uri('draft.md'),
      version,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      passage: row,
      quoted: [sentences[0]?.range, sentences[2]?.range],
      form: 'block',
      reference: 'bracket',
    });
    assert.equal(
      insertion.edits[0]?.newText.trim(),
      '> Yusuf al-Hamdi built the wall. […] Everybody knew. [@verne2014, para. 1]',
    );
    await server.edit('draft.md', DRAFT);
  });

  it('refuses an insertion into another version of the draft', async () => {
    const { rows } = await server.request<SearchResult>(methods.search, {
      draft: server.uri('draft.md'),
      query: 'council',
      limit: 1,
    });
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const result = await server.request<InsertionResult>(methods.insertion, {
      draft: server.uri('draft.md'),
      version: 0,
      range,
      passage: rows[0] as PassageRow,
      quoted: [],
      form: 'inline',
      reference: 'bracket',
    });
    assert.deepEqual(result, { edits: [], outdated: true });
  });

  it('gives the passage that a selection of a source lies in', async () => {
    const range = { start: positionOf(WALL, 'ouncil met'), end: positionOf(WALL, 'ouncil met', 8) };
    const { passage, quoted } = await server.request<SelectionResult>(methods.selection, {
      source: server.uri('sources/wall.txt'),
      range,
    });
    assert.equal(passage?.n, 2);
    assert.deepEqual(quoted[0]?.start, positionOf(WALL, 'council met'));
  });

  it('follows sources that are created, changed and deleted on disk', async () => {
    await server.changeOnDisk('sources/nobody.md', '---\ncitekey: nobody\n---\n\nNobody wrote this.\n');
    await server.problems('draft.md', (codes) => codes.length === 0);
    await server.changeOnDisk('sources/wall.txt', WALL.replace('not built', 'hardly built'));
    await server.problems('draft.md', (codes) => codes.join() === 'altered-quotation');
    await server.changeOnDisk('sources/wall.txt', WALL);
    await server.changeOnDisk('sources/nobody.md', undefined);
    await server.problems('draft.md', (codes) => codes.join() === 'unknown-source');
  });

  it('follows edits in an open source before they are saved', async () => {
    await server.open('sources/wall.txt', WALL.replace('not built', 'hardly built'), 'plaintext');
    await server.problems('draft.md', (codes) => codes.includes('altered-quotation'));
    await server.close('sources/wall.txt');
    await server.problems('draft.md', (codes) => codes.join() === 'unknown-source');
  });

  it('follows a source that is renamed, and a folder that is deleted', async () => {
    await server.changeOnDisk('sources/old/extra.md', '---\ncitekey: nobody\n---\n\nNobody wrote this.\n');
    await server.problems('draft.md', (codes) => codes.length === 0);
    await server.changeOnDisk('sources/new/extra.md', '---\ncitekey: nobody\n---\n\nNobody wrote this.\n');
    await server.changeOnDisk('sources/old', undefined);
    await eventually(
      () => server.health.folders[0]?.sources,
      (count) => count === 2,
    );
    await server.problems('draft.md', (codes) => codes.length === 0);
    await server.changeOnDisk('sources/new', undefined);
    await server.problems('draft.md', (codes) => codes.join() === 'unknown-source');
  });

  it('keeps to the file where the editor reads it in a wrong encoding, and says so', async () => {
    await server.changeOnDisk(
      'sources/cafe.md',
      '---\ncitekey: nobody\n---\n\nThe café was closed on Sundays.\n',
    );
    await server.edit('draft.md', '“The café was closed on Sundays” [@nobody].\n');
    await server.problems('draft.md', (codes) => codes.length === 0);
    await server.open(
      'sources/cafe.md',
      '---\ncitekey: nobody\n---\n\nThe caf\uFFFD was closed on Sundays.\n',
    );
    await server.problems('sources/cafe.md', (codes) => codes.join() === 'misread-source');
    assert.deepEqual(server.diagnostics.get(server.uri('draft.md')), []);
    await server.close('sources/cafe.md');
    await server.problems('sources/cafe.md', (codes) => codes.length === 0);
    await server.changeOnDisk('sources/cafe.md', undefined);
    await server.edit('draft.md', DRAFT);
    await server.problems('draft.md', (codes) => codes.join() === 'unknown-source');
  });

  it('says on the file itself that a source cannot be read, and works on', async () => {
    await server.changeOnDisk('sources/picture.txt', '\u0000\u0001\u0002 no text \u0000');
    await server.problems('sources/picture.txt', (codes) => codes.join() === 'unreadable-source');
    assert.equal(
      await eventually(
        () => server.health.folders[0]?.unreadable.length,
        (count) => count === 1,
      ),
      1,
    );
    await server.changeOnDisk('sources/picture.txt', undefined);
    await server.problems('sources/picture.txt', (codes) => codes.length === 0);
  });

  it('names broken YAML by its line', async () => {
    await server.changeOnDisk(
      'sources.yaml',
      'references:\n  - id: wall\n    file: sources/wall.txt\n  - id: [broken\n',
    );
    const [problem] = await server.problems('sources.yaml', (codes) => codes.includes('yaml-syntax'));
    assert.ok((problem?.range.start.line ?? 0) >= 3);
    await server.problems('draft.md', (codes) => codes.length === 2);
    await server.changeOnDisk('sources.yaml', undefined);
    await server.problems('sources.yaml', (codes) => codes.length === 0);
  });
});

describe('a server without a folder', () => {
  it('runs, and has nothing to say', async () => {
    const server = await startServer();
    await eventually(
      () => server.health,
      ({ folders }) => folders.length === 0,
    );
    assert.deepEqual(
      await server.request<SearchResult>(methods.search, {
        draft: 'untitled:Untitled-1',
        query: 'wall',
        limit: 5,
      }),
      { rows: [], complete: true },
    );
    await server.stop();
  });
});

describe('a draft with 2,000 citations', () => {
  it('is checked, and again at a keystroke, while hovers are answered', async () => {
    const folder = temporaryFolder({ 'sources/wall.txt': WALL });
    const draft = Array.from(
      { length: 2000 },
      (_, at) => `Line ${at}: “was not built to last” [@verne2014, para. 1].`,
    ).join('\n\n');
    const server = await startServer(folder);
    await server.ready();
    await server.open('draft.md', draft);
    await server.problems('draft.md', (codes) => codes.length === 0);
    const edited = draft.replace('not built', 'hardly built');
    await server.edit('draft.md', edited);
    await server.problems('draft.md', (codes) => codes.join() === 'altered-quotation');
    assert.ok(await server.hover('draft.md', positionOf(edited, '@verne2014', 2)));
    await server.stop();
    removeFolder(folder);
  });
});

describe('a workspace of several folders', () => {
  it('judges each draft by the sources of its own folder', async () => {
    const [one, two] = [1, 2].map((n) =>
      temporaryFolder({
        'sources/s.md': `---\ncitekey: s\n---\n\nThe number is ${n} here.\n`,
        'd.md': `“The number is 1 here” [@s].\n`,
      }),
    );
    const server = await startServer(one!, two!);
    await server.ready();
    await server.open('d.md');
    const other = `../${two!.split('/').at(-1)!}/d.md`;
    await server.open(other);
    await server.problems(other, (codes) => codes.join() === 'altered-quotation');
    await server.problems('d.md', (codes) => codes.length === 0);
    await server.stop();
    [one!, two!].forEach(removeFolder);
  });

  it('takes the problems of a folder back that is removed, and judges open drafts anew', async () => {
    const [one, two] = [1, 2].map((n) =>
      temporaryFolder({
        'sources/s.md': `---\ncitekey: s\n---\n\nThe number is ${n} here.\n`,
        'sources/broken.txt': '\0\0\0',
        'd.md': '“The number is 1 here” [@s].\n',
      }),
    );
    const server = await startServer(one!, two!);
    await server.ready();
    const other = (file: string) => `../${two!.split('/').at(-1)!}/${file}`;
    await server.open(other('d.md'));
    await server.problems(other('d.md'), (codes) => codes.join() === 'altered-quotation');
    await server.problems(other('sources/broken.txt'), (codes) => codes.join() === 'unreadable-source');
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: pathToFileURL(two!).toString(), name: 'two' }] },
    });
    await server.problems(other('sources/broken.txt'), (codes) => codes.length === 0);
    // Now as a draft from elsewhere, which cites from the only folder.
    await server.problems(other('d.md'), (codes) => codes.length === 0);
    await server.problems('sources/broken.txt', (codes) => codes.join() === 'unreadable-source');
    await server.stop();
    [one!, two!].forEach(removeFolder);
  });
});
