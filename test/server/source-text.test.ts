import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import * as path from 'node:path';
import type { Hover, Location } from 'vscode-languageserver/node';
import {
  methods,
  type DocumentRoleResult,
  type OriginalResult,
  type SearchResult,
  type SelectionResult,
  type SourceTextResult,
} from '../../src/protocol';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { makePdf, pdfPage } from '../support/make-pdf';
import { positionOf, removeFolder, temporaryFolder } from '../support/temporary-folder';

const DRAFT = '# Report\n\nIt “was not built to last” [@wall, p. 2].\n';

describe('a source that is no text, in the editor', function () {
  this.timeout(30_000);
  let folder: string;
  let server: ServerUnderTest;
  let uri: string;
  before(async () => {
    folder = temporaryFolder({
      'sources/wall.pdf': makePdf([
        pdfPage([['The council met twice in June.']]),
        pdfPage([['Yusuf al-Hamdi built the wall. It was not built to last.']]),
      ]),
      'sources/broken.docx': 'no archive',
      'actors.yaml': 'actors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n',
      'draft.md': DRAFT,
    });
    server = await startServer(folder);
    await server.ready();
    await server.open('draft.md');
    uri =
      pathToFileURL(path.join(folder, 'sources/wall.pdf'))
        .toString()
        .replace(/^file:\/\//, 'sourcewright-source:') + '.txt';
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });
  const ask = <R>(method: string, params: object): Promise<R> =>
    server.connection.sendRequest(method, params);

  it('is shown as the text that its reader made of it', async () => {
    const { text } = await ask<SourceTextResult>(methods.sourceText, { uri });
    assert.match(text, /met twice in June\.\n\nYusuf al-Hamdi built/);
  });

  it('is where a citation of its page leads, and what Cite Passage shows', async () => {
    const [found] = await ask<Location[]>('textDocument/definition', {
      textDocument: { uri: server.uri('draft.md') },
      position: positionOf(DRAFT, '@wall', 2),
    });
    assert.deepEqual([found?.uri, found?.range.start], [uri, { line: 2, character: 0 }]);
    const { rows } = await ask<SearchResult>(methods.search, {
      draft: server.uri('draft.md'),
      query: 'council',
      limit: 5,
    });
    assert.deepEqual([rows[0]?.uri, rows[0]?.reference], [uri, 'wall, p. 1, para. 1']);
  });

  it('can be selected from, and names people on hovering, as any source', async () => {
    const { text } = await ask<SourceTextResult>(methods.sourceText, { uri });
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text },
    });
    const { role } = await ask<DocumentRoleResult>(methods.documentRole, { uri });
    assert.equal(role, 'source');
    const hover = await ask<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionOf(text, 'Yusuf', 2),
    });
    assert.match(JSON.stringify(hover.contents), /Person/);
    const range = { start: positionOf(text, 'was not built'), end: positionOf(text, 'to last', 7) };
    const { passage } = await ask<SelectionResult>(methods.selection, { source: uri, range });
    assert.equal(passage?.reference, 'wall, p. 2, para. 2');
  });

  it('knows the page of a place in its text', async () => {
    const { page } = await ask<OriginalResult>(methods.original, {
      uri,
      position: { line: 2, character: 4 },
    });
    assert.equal(page, 2);
  });

  it('is no source under its own name, where offsets would be others', async () => {
    const { role } = await ask<DocumentRoleResult>(methods.documentRole, {
      uri: server.uri('sources/wall.pdf'),
    });
    assert.equal(role, 'none');
  });

  it('says in the place of its text why it could not be read', async () => {
    const broken = uri.replace('wall.pdf', 'broken.docx');
    const { text, problem } = await ask<SourceTextResult>(methods.sourceText, { uri: broken });
    assert.equal(problem, true);
    assert.match(text, /damaged/);
  });
});
