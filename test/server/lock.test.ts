import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { readLock } from '#corpus-index';
import { methods, type LockResult } from '../../src/protocol';
import { LOCK_FILE } from '../../src/ingest/lock-file';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { eventually } from '../support/eventually';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL = 'The wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';
const DRAFT = 'It “was not built to last” [@wall, para. 1].\n\n“The wall was […] built to last” [@wall].\n';
const RISK = ['editorial-risk'];

const textOf = (problem: Diagnostic | undefined) => JSON.stringify(problem?.message);

describe('the language server and the lock', () => {
  let folder: string;
  let server: ServerUnderTest;
  beforeEach(async () => {
    folder = temporaryFolder({ 'sources/wall.txt': WALL, 'draft.md': DRAFT });
    server = await startServer(folder);
    await server.ready();
    await server.open('draft.md');
    await codes(RISK);
  });
  afterEach(async () => {
    await server.stop();
    removeFolder(folder);
  });
  const codes = (expected: readonly string[]) =>
    server.problems('draft.md', (found) => [...found].sort().join() === [...expected].sort().join());
  const lock = (onSave = false) =>
    server.request<LockResult>(methods.lock, { draft: server.uri('draft.md'), onSave });
  const isLocked = () => fs.existsSync(path.join(folder, LOCK_FILE));
  const locked = () => readLock(fs.readFileSync(path.join(folder, LOCK_FILE), 'utf8')).lock.quotations;
  const actions = async (words: string) => {
    const position = positionOf(DRAFT, words, 1);
    return server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: server.uri('draft.md') },
      range: { start: position, end: position },
      context: {
        diagnostics: (server.diagnostics.get(server.uri('draft.md')) ?? []).filter(
          ({ range }) => range.start.line === position.line,
        ),
      },
    });
  };
  const acknowledge = async () => {
    const action = (await actions('The wall was')).find(({ title }) => title.startsWith('Acknowledge'));
    await server.connection.sendRequest('workspace/executeCommand', action!.command);
  };

  it('locks a draft when it is asked, and writes nothing before', async () => {
    await server.edit('draft.md', `${DRAFT}\nMore.\n`);
    await codes(RISK);
    assert.equal(isLocked(), false);
    const { locked: count, added, problem } = await lock();
    assert.deepEqual([count, added, problem], [2, 2, undefined]);
    assert.deepEqual(
      locked().map(({ quotation, draft, n }) => [draft, quotation, n]),
      [
        ['draft.md', 'was not built to last', 1],
        ['draft.md', 'The wall was […] built to last', 1],
      ],
    );
  });

  it('says at every change of a source what became of locked quotations, and never writes the lock by itself', async () => {
    await lock();
    const before = fs.readFileSync(path.join(folder, LOCK_FILE), 'utf8');
    await server.changeOnDisk('sources/wall.txt', `Added before it.\n\n${WALL}`);
    await codes(['misplaced-quotation', 'moved-quotation', ...RISK]);
    await server.changeOnDisk('sources/wall.txt', WALL.replace('not', 'hardly'));
    const found = await codes(['altered-quotation', 'changed-source', 'changed-source', ...RISK]);
    const changed = found.find(({ code }) => code === 'changed-source');
    assert.match(textOf(changed), /In the source now: “was hardly built to last”/);
    assert.equal(changed?.relatedInformation?.[0]?.location.uri, server.uri('sources/wall.txt'));
    await server.changeOnDisk('sources/wall.txt', 'Nothing of it is left.\n');
    await codes(['missing-quotation', 'missing-quotation', 'lost-quotation', 'lost-quotation']);
    assert.equal(fs.readFileSync(path.join(folder, LOCK_FILE), 'utf8'), before);
    await server.changeOnDisk('sources/wall.txt', WALL);
    await codes(RISK);
  });

  it('follows a lock that another program writes or takes away', async () => {
    await lock();
    const text = fs.readFileSync(path.join(folder, LOCK_FILE), 'utf8');
    await server.changeOnDisk(LOCK_FILE, undefined);
    await server.changeOnDisk('sources/wall.txt', WALL.replace('not', 'hardly'));
    await codes(['altered-quotation', ...RISK]);
    await server.changeOnDisk(LOCK_FILE, text);
    await codes(['altered-quotation', 'changed-source', 'changed-source', ...RISK]);
  });

  it('offers to acknowledge a risk, and says it again when the source changes', async () => {
    assert.deepEqual(await actions('was not built'), []);
    await acknowledge();
    await codes([]);
    assert.deepEqual(
      locked().map(({ quotation, acknowledged }) => [quotation, acknowledged.map(({ kind }) => kind)]),
      [['The wall was […] built to last', ['negation']]],
    );
    await server.changeOnDisk('sources/wall.txt', WALL.replace('twice', 'once'));
    await codes(RISK);
    await server.changeOnDisk('sources/wall.txt', WALL);
    await codes([]);
    await server.edit('draft.md', DRAFT.replace('The wall was', 'wall was'));
    await codes(RISK);
  });

  it('locks nothing to a source with unsaved changes', async () => {
    await server.open('sources/wall.txt', `${WALL}\nNot saved yet.\n`, 'plaintext');
    await eventually(
      () => server.health.folders[0]?.passages,
      (passages) => passages === 3,
    );
    const result = await lock();
    assert.deepEqual([result.locked, result.unsaved], [0, ['sources/wall.txt']]);
    assert.equal(isLocked(), false);
  });

  it('moves no anchor on save', async () => {
    await lock();
    const [before] = locked();
    await server.changeOnDisk('sources/wall.txt', `Added before it.\n\n${WALL}`);
    await codes(['misplaced-quotation', 'moved-quotation', ...RISK]);
    await server.edit('draft.md', DRAFT.replace('para. 1', 'para. 2'));
    await codes(RISK);
    assert.equal((await lock(true)).kept, 2);
    assert.deepEqual(locked()[0], before);
    assert.equal((await lock()).locked, 2);
    assert.equal(locked()[0]?.n, 2);
  });

  it('says that a lock is broken, keeps it aside and goes on', async () => {
    await server.changeOnDisk(LOCK_FILE, '<<<<<<< HEAD\n{}\n');
    const [problem] = await server.problems(LOCK_FILE, (found) => found.join() === 'broken-lock');
    assert.match(textOf(problem), /a merge has left its marks in it/);
    assert.equal((await lock()).keptAside, 'anchors.broken-1.json');
    await server.problems(LOCK_FILE, (found) => found.length === 0);
    assert.equal(locked().length, 2);
  });

  it('says why a text that is no saved draft cannot be locked', async () => {
    const result = await server.request<LockResult>(methods.lock, {
      draft: 'untitled:Untitled-1',
      onSave: false,
    });
    assert.match(result.problem ?? '', /saved in a folder/);
  });
});
