import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../../src/protocol';
import {
  referenceMethods,
  type ImportedContent,
  type ImportReferencesResult,
  type SourceRecordsResult,
} from '../../src/protocol/references';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const RECORDS = `references:
  - id: rowe2014   # cited often
    type: webpage
    title: The harbour at night
    author: [{family: Rowe, given: Anna}]
    file: sources/night.txt
`;
const LAMPS =
  'What the lamps were for\n\nBy Ada Verne on March 24, 2015\n\nThey were for the pilots, who came late.\n';

describe('the language server and records of sources', () => {
  let folder: string;
  let server: ServerUnderTest;
  before(async () => {
    folder = temporaryFolder({
      'sources/night.txt': 'The lamps went out at nine.\n',
      'sources/lamps.txt': LAMPS,
      'sources.yaml': RECORDS,
      'a.md': 'It is so [@rowe2014, para. 1] and so [@verne2015].\n',
    });
    server = await startServer(folder);
    await server.ready();
    await server.open('a.md');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });
  const here = () => pathToFileURL(folder).toString();
  const applied = ({ edits, problem }: FileEdit, text = RECORDS) => {
    assert.equal(problem, undefined);
    return TextDocument.applyEdits(TextDocument.create('file:///a', 'yaml', 1, text), [
      ...edits.map(({ range, newText }) => ({ range, newText })),
    ]);
  };
  const records = (at: object = {}) =>
    server.request<SourceRecordsResult>(referenceMethods.sourceRecords, { folder: here(), ...at });
  const record = (key: string, fields: Record<string, string>) =>
    server.request<FileEdit>(referenceMethods.recordSource, { folder: here(), key, fields });
  const importContent = (content: ImportedContent) =>
    server.request<ImportReferencesResult>(referenceMethods.importReferences, {
      ...{ folder: here(), content, name: 'library.bib' },
    });
  const importText = (text: string) => importContent({ text });

  it('tells which sources are written down, and what their references lack', async () => {
    const { rows } = await records();
    assert.deepEqual(
      rows.map(({ key, path, isRecorded, type, missing }) => [
        ...[key, path, isRecorded, type],
        type === undefined ? Object.keys(missing).length > 3 : missing[type],
      ]),
      [
        ['verne2015', 'sources/lamps.txt', false, undefined, true],
        ['rowe2014', 'sources/night.txt', true, 'webpage', ['issued', 'container-title', 'URL', 'accessed']],
      ],
    );
  });

  it('knows which source is meant: the one at hand, or the one that a draft cites there', async () => {
    assert.equal((await records({ uri: server.uri('sources/lamps.txt') })).at, 'verne2015');
    assert.equal(
      (await records({ uri: server.uri('a.md'), position: { line: 0, character: 13 } })).at,
      'rowe2014',
    );
    assert.equal(
      (await records({ uri: server.uri('a.md'), position: { line: 0, character: 2 } })).at,
      undefined,
    );
  });

  it('writes a source down under the key that it has, with what its text states', async () => {
    assert.equal(
      applied(await record('verne2015', {})),
      `${RECORDS}  - id: verne2015
    type: document
    title: What the lamps were for
    author:
      - given: Ada
        family: Verne
    issued: 2015-03-24
    file: sources/lamps.txt
`,
    );
    assert.match(
      applied(await record('verne2015', { type: 'webpage' })),
      /id: verne2015\n {4}type: webpage\n/,
    );
  });

  it('completes a record, and leaves what it says', async () => {
    assert.equal(
      applied(await record('rowe2014', { issued: '2014-03-24', nonsense: 'x' })),
      `${RECORDS}    issued: 2014-03-24\n`,
    );
    assert.match((await record('nobody', {})).problem ?? '', /No source has the key @nobody/);
    assert.match((await record('rowe2014', { title: 'Another' })).problem ?? '', /by hand/);
  });

  it('adds references of another program to what an editor holds, and says what it leaves', async () => {
    const text = `${RECORDS}# Unsaved.\n`;
    await server.open('sources.yaml', text, 'yaml');
    const result = await importText(
      `@book{quist2011, title={A History of Small Ports}, author={Quist, Per}, year={2011}}
       @misc{again, title={The Harbour at Night}}
       @misc{lamps, title={What the Lamps Were For}, year={2015}}`,
    );
    assert.deepEqual(
      result.added.map(({ key, file }) => [key, file]),
      [
        ['quist2011', undefined],
        ['verne2015', 'sources/lamps.txt'],
      ],
    );
    assert.equal(result.version, 1);
    assert.match(applied(result, text), /file: sources\/lamps\.txt\n# Unsaved\.\n$/);
    assert.deepEqual(result.notes, [
      '@rowe2014 is written down already: The Harbour at Night',
      'sources/lamps.txt keeps its key @verne2015 (not @lamps)',
    ]);
  });

  it('adds only those references that are wanted, and says nothing of the others', async () => {
    const text = `@book{quist2011, title={A History of Small Ports}, author={Quist, Per}, year={2011}}
       @misc{lamps, title={What the Lamps Were For}, year={2015}}`;
    const wanted = (keys: readonly string[]) =>
      server.request<ImportReferencesResult>(referenceMethods.importReferences, {
        ...{ folder: here(), content: { text }, name: 'library.bib', wanted: keys },
      });
    const some = await wanted(['quist2011']);
    assert.deepEqual([some.added.map(({ key }) => key), some.notes], [['quist2011'], []]);
    assert.doesNotMatch(some.edits.map(({ newText }) => newText).join(), /verne2015|lamps/);
    assert.deepEqual((await wanted([])).edits, []);
  });

  it('reads a file in the encoding that it has', async () => {
    const bib =
      '@book{munoz2012, title={Mañana en los Puertos del Señor}, author={Muñoz, José}, year={2012}}';
    for (const encoding of ['latin1', 'utf8', 'utf16le'] as const) {
      const base64 = Buffer.from(encoding === 'utf16le' ? `\uFEFF${bib}` : bib, encoding).toString('base64');
      const { added } = await importContent({ base64 });
      assert.deepEqual(
        added.map(({ title }) => title),
        ['Mañana en los Puertos del Señor'],
      );
    }
    const { problem } = await importContent({ base64: Buffer.from('%PDF-1.7').toString('base64') });
    assert.match(problem ?? '', /library\.bib is not text \(PDF\)/);
  });

  it('says what cannot be read', async () => {
    assert.match((await importText('https://example.org/library.bib')).problem ?? '', /library\.bib/);
    assert.match((await importText('{"a": [')).problem ?? '', /cannot be read/);
  });
});
