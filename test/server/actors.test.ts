import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type {
  ApplyWorkspaceEditParams,
  Diagnostic,
  DocumentHighlight,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { methods, type MergeActorsResult, type MergeCandidatesResult } from '../../src/protocol';
import { startServer, startServerFor, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const REGISTRY =
  '# Who is who\nactors:\n  - id: nuri # never changes\n    schema: Person\n    name: Karim al-Nuri\n    alias: [Kareem al-Noori]\n    position: engineer\n  - id: noury\n    schema: Person\n    name: K. Noury\n  - id: guard\n    schema: Organization\n    name: Harbour Guard\n    memberOf: noury\n';
const FILES = {
  'sources/wall.txt': 'Kareem al-Noori built the wall.\n\nThe Harbour Guard watched, and K. Noury left.\n',
  'actors.yaml': REGISTRY,
  'draft.md':
    'Karim al-Nuri came. Kareem al-Noori went: “Kareem al-Noori built the wall” [@wall, para. 1].\n',
  'drafts/closed.md': '# On Karim al-Nuri\n\n> Kareem al-Noori built the wall.\n>\n> [@wall]\n',
  'drafts/latin.md': Buffer.from('Voil\xe0 Karim al-Nuri \xe0 la mer, d\xe9j\xe0 vu et revu.\n', 'latin1'),
};

const textDocumentEdits = ({ documentChanges = [] }: WorkspaceEdit): TextDocumentEdit[] =>
  documentChanges.filter((change): change is TextDocumentEdit => 'textDocument' in change);

describe('actors over the language server', () => {
  let folder: string;
  let server: ServerUnderTest;
  before(async () => {
    const { 'drafts/latin.md': latin, ...texts } = FILES;
    folder = temporaryFolder(texts);
    fs.writeFileSync(path.join(folder, 'drafts/latin.md'), latin);
    server = await startServerFor({ documentChanges: true, changeAnnotationSupport: {} }, folder);
    await server.ready();
    await server.open('draft.md');
    await server.open('actors.yaml', REGISTRY, 'yaml');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const at = (file: string, line: number, character: number) => ({
    textDocument: { uri: server.uri(file) },
    position: { line, character },
  });

  /** The file after an edit, as an editor makes it. */
  function edited(edit: WorkspaceEdit, file: keyof typeof FILES): string {
    const change = textDocumentEdits(edit).find(({ textDocument }) => textDocument.uri === server.uri(file));
    const document = TextDocument.create('', '', 1, String(FILES[file]));
    return TextDocument.applyEdits(
      document,
      (change?.edits ?? []) as Parameters<typeof TextDocument.applyEdits>[1],
    );
  }

  it('tells of mixed spellings, and offers the house spelling', async () => {
    const [problem] = (await server.problems('draft.md', (codes) => codes.includes('spelling'))) as [
      Diagnostic,
    ];
    assert.equal(problem.severity, 4);
    const actions: { title: string; edit?: WorkspaceEdit }[] = await server.request(
      'textDocument/codeAction',
      {
        ...at('draft.md', 0, 25),
        range: problem.range,
        context: { diagnostics: [problem] },
      },
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Write “Karim al-Nuri”'],
    );
    assert.equal(
      edited(actions[0]!.edit!, 'draft.md'),
      FILES['draft.md'].replace('Kareem al-Noori went', 'Karim al-Nuri went'),
    );
  });

  it('finds references in open and closed drafts, in sources and in the registry', async () => {
    const found: Location[] = await server.request('textDocument/references', {
      ...at('draft.md', 0, 3),
      context: { includeDeclaration: true },
    });
    const count = (file: string) => found.filter(({ uri }) => uri === server.uri(file)).length;
    assert.deepEqual(Object.keys(FILES).map(count).sort(), [1, 1, 1, 2, 3]);
    assert.equal(count('draft.md'), 3);
    assert.equal(count('sources/wall.txt'), 1);
    const [declared] = found.filter(({ uri }) => uri === server.uri('actors.yaml'));
    assert.equal(declared?.range.start.line, 2);
  });

  it('sees a closed draft as it is on disk now', async () => {
    const ask = async (): Promise<number> => {
      const found: Location[] = await server.request('textDocument/references', {
        ...at('actors.yaml', 12, 10),
        context: { includeDeclaration: false },
      });
      return found.length;
    };
    assert.equal(await ask(), 1);
    await server.changeOnDisk('drafts/more.md', 'The Harbour Guard.\n');
    assert.equal(await ask(), 2);
    await server.changeOnDisk('drafts/more.md', 'The Harbour Guard, and the Harbour Guard.\n');
    assert.equal(await ask(), 3);
    await server.changeOnDisk('drafts/more.md', undefined);
    assert.equal(await ask(), 1);
  });

  it('highlights a name or a key in the document, and leaves other words to others', async () => {
    const highlights = (character: number): Promise<DocumentHighlight[] | null> =>
      server.request('textDocument/documentHighlight', at('draft.md', 0, character));
    assert.equal((await highlights(3))?.length, 3);
    assert.equal((await highlights(FILES['draft.md'].indexOf('@wall') + 2))?.length, 1);
    assert.equal(await highlights(FILES['draft.md'].indexOf('came') + 2), null);
  });

  it('finds actors as symbols of the workspace, in actors.yaml', async () => {
    const [symbol, ...others]: WorkspaceSymbol[] = await server.request('workspace/symbol', {
      query: 'kareem',
    });
    assert.deepEqual(others, []);
    assert.deepEqual([symbol?.name, symbol?.containerName], ['Kareem al-Noori', 'Karim al-Nuri']);
    const { uri, range } = symbol!.location as Location;
    assert.deepEqual([uri, range.start.line], [server.uri('actors.yaml'), 2]);
  });

  it('renames in the registry and in the writer’s own words of every draft, to be confirmed', async () => {
    const prepared = await server.request('textDocument/prepareRename', at('draft.md', 0, 3));
    assert.deepEqual(prepared, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } },
      placeholder: 'Karim al-Nuri',
    });
    const told = new Promise<string>((resolve) => {
      server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
        resolve(message);
      });
    });
    const edit: WorkspaceEdit = await server.request('textDocument/rename', {
      ...at('draft.md', 0, 3),
      newName: ' Karim  an-Nury ',
    });
    assert.match(await told, /Names in latin\.md are not renamed/);
    assert.equal(
      edited(edit, 'actors.yaml'),
      REGISTRY.replace('name: Karim al-Nuri', 'name: Karim an-Nury').replace(
        'al-Noori]',
        'al-Noori, Karim al-Nuri]',
      ),
    );
    assert.equal(edited(edit, 'draft.md'), FILES['draft.md'].replace('Karim al-Nuri', 'Karim an-Nury'));
    assert.equal(
      edited(edit, 'drafts/closed.md'),
      FILES['drafts/closed.md'].replace('Karim al-Nuri', 'Karim an-Nury'),
    );
    const changed = textDocumentEdits(edit);
    assert.deepEqual(
      changed.map(({ textDocument: { uri, version } }) => [path.basename(uri), version]),
      [
        ['actors.yaml', 1],
        ['draft.md', 1],
        ['closed.md', null],
      ],
    );
    assert.ok(changed.every(({ edits }) => edits.every((one) => 'annotationId' in one)));
    assert.deepEqual(
      Object.entries(edit.changeAnnotations ?? {}).map(([id, one]) => [id, one.needsConfirmation ?? false]),
      [
        ['registry', false],
        ['drafts', true],
      ],
    );
  });

  it('refuses to rename in quotations and to names that are taken, and says why', async () => {
    const quoted = FILES['draft.md'].indexOf('“Kareem') + 3;
    await assert.rejects(
      server.request('textDocument/prepareRename', at('draft.md', 0, quoted)),
      /as its source has it/,
    );
    await assert.rejects(
      server.request('textDocument/rename', { ...at('draft.md', 0, 3), newName: 'Harbour Guard' }),
      /names `guard` already/,
    );
    assert.equal(await server.request('textDocument/prepareRename', at('draft.md', 0, 15)), null);
  });

  it('merges two actors by an edit that the editor shows', async () => {
    const candidates: MergeCandidatesResult = await server.request(methods.mergeCandidates, {
      uri: server.uri('draft.md'),
      position: { line: 0, character: 3 },
    });
    assert.equal(candidates.at, 'nuri');
    assert.deepEqual(candidates.actors[0], {
      id: 'nuri',
      name: 'Karim al-Nuri',
      detail: 'Person · engineer',
    });
    const shown = new Promise<WorkspaceEdit>((resolve) => {
      server.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        resolve(edit);
        return { applied: true };
      });
    });
    const merge = (into: string, from: string): Promise<MergeActorsResult> =>
      server.request(methods.mergeActors, { folder: candidates.folder, into, from });
    assert.deepEqual(await merge('nuri', 'noury'), {});
    assert.equal(
      edited(await shown, 'actors.yaml'),
      REGISTRY.replace('  - id: noury\n    schema: Person\n    name: K. Noury\n', '')
        .replace('[Kareem al-Noori]', '[Kareem al-Noori, K. Noury]')
        .replace('memberOf: noury', 'memberOf: nuri'),
    );
    assert.match((await merge('nuri', 'nuri')).problem ?? '', /with itself/);
  });
});

describe('actors over the language server, for an editor that only knows plain edits', () => {
  it('renames all the same', async () => {
    const folder = temporaryFolder({ 'actors.yaml': REGISTRY, 'draft.md': 'Karim al-Nuri came.\n' });
    const server = await startServer(folder);
    await server.ready();
    await server.open('draft.md');
    const edit: WorkspaceEdit = await server.request('textDocument/rename', {
      textDocument: { uri: server.uri('draft.md') },
      position: { line: 0, character: 3 },
      newName: 'Karim Nuri',
    });
    assert.deepEqual(edit.changes?.[server.uri('draft.md')], [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } }, newText: 'Karim Nuri' },
    ]);
    assert.equal(edit.documentChanges, undefined);
    await server.stop();
    removeFolder(folder);
  });
});
