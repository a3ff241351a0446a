import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, Diagnostic, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nYusuf al-Hamdi built the wall. It was not built to last, as everybody knew.\n\nThe council met twice in June to talk of it.\n';
const DRAFT =
  '# Report\n\n> It was built to last, as everybody knew.\n>\n> [@verne2014, para. 1]\n\nThey “met twice in July to talk of it” [@verne2014, para. 2].\n\nThe council “met twice in June” [@verne2014, para. 1].\n';

describe('fixing over the language server', () => {
  let folder: string;
  let server: ServerUnderTest;
  let problems: Diagnostic[];
  before(async () => {
    folder = temporaryFolder({ 'sources/wall.txt': WALL, 'draft.md': DRAFT });
    server = await startServer(folder);
    await server.ready();
    await server.open('draft.md');
    problems = await server.problems('draft.md', (codes) => codes.length === 3);
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const actions = (range: Range, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> =>
    server.request('textDocument/codeAction', {
      textDocument: { uri: server.uri('draft.md') },
      range,
      context: { diagnostics, ...(only && { only }) },
    });

  /** The draft after an action, as an editor makes it. */
  function edited({ edit }: CodeAction): string {
    const document = TextDocument.create('', 'markdown', 1, DRAFT);
    return TextDocument.applyEdits(document, edit?.changes?.[server.uri('draft.md')] ?? []);
  }

  it('offers fixes on the diagnostic that they mend, the preferred one first', async () => {
    const [dropped] = problems;
    const [restore, ...others] = await actions(dropped!.range, [dropped!]);
    assert.equal(restore?.title, 'Restore the source’s words');
    assert.equal(restore.kind, 'quickfix');
    assert.equal(restore.isPreferred, true);
    assert.deepEqual(restore.diagnostics, [dropped]);
    assert.equal(edited(restore), DRAFT.replace('was built', 'was not built'));
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Restore the source’s words in all altered quotations'],
    );
    assert.equal(edited(others[0]!), DRAFT.replace('was built', 'was not built').replace('July', 'June'));
  });

  it('offers nothing where no problem is shown', async () => {
    assert.deepEqual(await actions(problems[0]!.range, []), []);
  });

  it('corrects by itself, when it is asked to, only what quoted words prove', async () => {
    for (const kind of ['source.fixAll.sourcewright', 'source.fixAll', 'source']) {
      const [fix, ...others] = await actions(problems[0]!.range, [], [kind]);
      assert.equal(fix?.kind, 'source.fixAll.sourcewright');
      assert.equal(edited(fix), DRAFT.replace('June” [@verne2014, para. 1]', 'June” [@verne2014, para. 2]'));
      assert.deepEqual(others, []);
    }
    assert.deepEqual(await actions(problems[0]!.range, problems, ['refactor']), []);
  });

  it('mends: after the fix the problem is gone', async () => {
    const misplaced = problems.find(({ code }) => code === 'misplaced-quotation')!;
    const [fix] = await actions(misplaced.range, [misplaced]);
    await server.edit('draft.md', edited(fix!));
    await server.problems('draft.md', (codes) => codes.join() === 'altered-quotation,altered-quotation');
    await server.edit('draft.md', DRAFT);
    await server.problems('draft.md', (codes) => codes.length === 3);
  });

  it('puts the verdict above a block quote, with the place in the source', async () => {
    const lenses: CodeLens[] = await server.request('textDocument/codeLens', {
      textDocument: { uri: server.uri('draft.md') },
    });
    assert.deepEqual(
      lenses.map(({ command, range }) => [range.start.line, command?.title, command?.command]),
      [[2, 'altered: 1 difference · Verne 2014, para. 1', 'sourcewright.openPassage']],
    );
    const [target] = lenses[0]?.command?.arguments as [{ uri: string; range: Range }];
    assert.equal(target.uri, server.uri('sources/wall.txt'));
    assert.equal(target.range.start.line, 4);
  });
});
