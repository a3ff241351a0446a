import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {
  referenceMethods,
  type BibliographyResult,
  type ExportInputsResult,
  type FormattedReferenceResult,
  type PreviewResult,
} from '../../src/protocol/references';
import { methods, type SourceTextResult } from '../../src/protocol';
import type { ServerProblem } from '../../src/protocol/server-problem';
import { HARBOUR_RECORD } from '../support/harbour-record';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const LATE = 'They were for the pilots, who came late to the quay. '.repeat(9).trim();
const LAMPS = `<html lang="en"><body><article><h1>Of Lamps</h1><p>${LATE}</p><p>The last of them was put out at four.</p></article></body></html>`;
const DRAFT =
  '# One\n\n"The lamps went out" [@rowe2014, para. 1]. "The lamps went in" [@rowe2014, para. 1].\n';
const CSL = (layout: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Ours</title><id>ours</id></info>
<citation><layout prefix="{" suffix="}">${layout}</layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
const IN_COMMENT = '<style><!-- <citation> --><info><!-- <citation> </info></style>';
const DEPENDENT =
  '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>';

const styleProblem = ({ problem }: BibliographyResult<ServerProblem>): string =>
  problem?.code === 'unusable-style' ? problem.detail : '';

describe('the language server and references as they are printed', () => {
  let folder: string;
  let outside: string;
  let server: ServerUnderTest;
  before(async () => {
    folder = temporaryFolder({
      'sources/night.txt': 'The lamps went out at nine.\n',
      'sources.yaml': HARBOUR_RECORD,
      'sources/lamps.html': LAMPS,
      'a.md': DRAFT,
      'b.md': '"The last of them was put out" [@lamps, para. 2], it says [@lamps].\n',
      'empty.md': '# Nothing\n',
      'styles/ours.csl': CSL('<text variable="title" font-style="italic"/>'),
      'styles/broken.csl': '<style><citation></style>',
      'styles/dependent.csl': DEPENDENT,
      'styles/comment.csl': IN_COMMENT,
      'styles/both.csl': CSL('<text variable="title"/>').replace(
        '</info>',
        "<link rel = 'independent-parent' href='http://www.zotero.org/styles/mla'/></info>",
      ),
      'styles/entities.csl': `<!DOCTYPE style [<!ENTITY p "independent-parent">]>${CSL('<text variable="title"/>')}`,
      'styles/large.csl': `<!--${'x'.repeat(1_100_000)}-->`,
      'styles/folder.csl/x': '',
    });
    outside = temporaryFolder({ 'ours.csl': CSL('<text variable="title"/>') });
    fs.symlinkSync(path.join(outside, 'ours.csl'), path.join(folder, 'styles/link.csl'));
    fs.symlinkSync(path.join(folder, 'styles/ours.csl'), path.join(folder, 'styles/inside.csl'));
    server = await startServer(folder);
    await server.ready();
    await server.open('a.md');
    await server.open('b.md');
    await server.open('empty.md');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
    removeFolder(outside);
  });
  beforeEach(() => {
    choose({});
  });
  const choose = (settings: { citationStyle?: string; citationLocale?: string }) => {
    server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
  };
  const draft = () => server.uri('a.md');
  const bibliography = (file = 'a.md') =>
    server.request<BibliographyResult<ServerProblem>>(referenceMethods.bibliography, {
      draft: server.uri(file),
    });
  const preview = async (file = 'a.md') =>
    (await server.request<PreviewResult | null>(referenceMethods.preview, { draft: server.uri(file) }))!;
  const formatted = (character: number) =>
    server.request<FormattedReferenceResult<ServerProblem>>(referenceMethods.formattedReference, {
      draft: draft(),
      position: { line: 2, character },
    });
  const exportInputs = () =>
    server.request<ExportInputsResult<ServerProblem>>(referenceMethods.exportInputs, { draft: draft() });

  it('gives the list of what a draft cites as Markdown', async () => {
    assert.deepEqual(await bibliography(), {
      markdown: 'Rowe, Anna. 2014. “The Harbour at Night.” *Avon Daily*, March 24, 2014.',
    });
    assert.deepEqual((await bibliography('empty.md')).problem, { code: 'nothing-cited' });
  });

  it('gives the reference of the citation at the cursor as plain text, and says where there is none', async () => {
    assert.deepEqual(await formatted(DRAFT.split('\n')[2]!.indexOf('@') + 2), {
      text: 'Rowe, Anna. 2014. “The Harbour at Night.” Avon Daily, March 24, 2014.',
    });
    assert.deepEqual((await formatted(0)).problem, { code: 'no-citation-here' });
  });

  it('shows the preview each citation with its verdict and a link to the passage', async () => {
    const { citations, entries } = await preview();
    assert.deepEqual(
      citations.map(({ written, mark, href }) => [written, mark.state, href]),
      [
        ['[@rowe2014, para. 1]', 'accepted', 'sources/night.txt#L1'],
        ['[@rowe2014, para. 1]', 'refused', 'sources/night.txt#L1'],
      ],
    );
    assert.equal(entries.length, 1);
  });

  it('leads from the preview to the words themselves in the text that was made of a web page', async () => {
    const { citations } = await preview('b.md');
    const { text } = await server.request<SourceTextResult>(methods.sourceText, {
      uri: citations[0]!.passage!.uri,
    });
    const linked = citations.map(({ passage, href }) => {
      const { start, end } = passage!.range;
      assert.deepEqual([href, start.line], ['sources/lamps.html', end.line]);
      return text.split('\n')[start.line]!.slice(start.character, end.character);
    });
    assert.deepEqual(linked, ['The last of them was put out', LATE]);
  });

  it('prints in the style and language that were chosen', async () => {
    choose({ citationStyle: 'apa', citationLocale: 'de' });
    assert.equal(
      (await bibliography()).markdown,
      'Rowe, A. (2014, März 24). The harbour at night. *Avon Daily*.',
    );
    choose({ citationLocale: 'fr-CA' });
    assert.match((await bibliography()).markdown, /24 mars 2014/);
    choose({ citationLocale: 'tlh' });
    assert.match(styleProblem(await bibliography()), /no locale "tlh".*en-US/);
  });

  it('prints in a style of the workspace', async () => {
    choose({ citationStyle: 'styles/ours.csl' });
    assert.equal((await bibliography()).markdown, '*The harbour at night*');
    choose({ citationStyle: 'styles/inside.csl' });
    assert.equal((await bibliography()).markdown, '*The harbour at night*');
    const { citations } = await preview();
    assert.deepEqual(citations[0]?.text, [
      { text: '{' },
      { text: 'The harbour at night', italic: true },
      { text: '}' },
    ]);
  });

  it('numbers the notes of a style that cites in notes, and gives the preview what stands in each', async () => {
    assert.deepEqual(
      (await preview()).citations.map(({ note }) => note),
      [undefined, undefined],
    );
    choose({ citationStyle: 'chicago-notes' });
    const { citations, entries } = await preview();
    assert.deepEqual(
      citations.map(({ note, text }) => [note, text.map((run) => run.text).join('')]),
      [
        [1, 'Anna Rowe, “The Harbour at Night,” Avon Daily, March 24, 2014, para. 1.'],
        [2, 'Rowe, para. 1.'],
      ],
    );
    assert.equal(entries.length, 1);
  });

  it('says what is wrong with a style, and still shows the draft', async () => {
    const wrong: readonly [string, RegExp][] = [
      ['vancouver', /"vancouver" is no citation style/],
      ['styles/none.csl', /could not be read/],
      ['../elsewhere.csl', /is no citation style/],
      ['styles/folder.csl', /is no file/],
      ['styles/large.csl', /larger than a style can be/],
      ['styles/dependent.csl', /only names another style.*zotero\.org\/styles\/apa/],
      ['styles/comment.csl', /no citation style that stands for itself/],
      ['styles/both.csl', /only names another style.*zotero\.org\/styles\/mla/],
      ['styles/entities.csl', /no citation style that stands for itself/],
      ['styles/link.csl', /leads out of the folder/],
      ['styles/broken.csl', /cannot be printed in the style styles\/broken\.csl/],
    ];
    for (const [citationStyle, message] of wrong) {
      choose({ citationStyle });
      assert.match(styleProblem(await bibliography()), message);
      const { citations, problem } = await preview();
      assert.match(problem ?? '', message);
      assert.deepEqual(
        citations.map(({ mark }) => mark.state),
        ['accepted', 'refused'],
      );
    }
  });

  it('gives pandoc what the draft cites, its style, and what the check has found', async () => {
    choose({ citationStyle: 'mla' });
    const { references, style = '', errors, warnings, problem } = await exportInputs();
    assert.deepEqual([errors, warnings, problem], [1, 0, undefined]);
    assert.deepEqual(
      (JSON.parse(references) as { id: string }[]).map(({ id }) => id),
      ['rowe2014'],
    );
    assert.match(style, /Modern Language Association/);
    choose({ citationStyle: 'styles/ours.csl' });
    assert.match((await exportInputs()).style ?? '', /<text variable="title" font-style="italic"\/>/);
    // pandoc would load from the network what this style names.
    choose({ citationStyle: 'styles/dependent.csl' });
    assert.equal((await exportInputs()).style, undefined);
  });

  it('prints the reference in the hover of a citation', async () => {
    const { contents } = (await server.hover('a.md', { line: 2, character: 25 }))!;
    assert.match(JSON.stringify(contents), /Rowe, Anna\. 2014\. “The Harbour at Night\.” \*Avon Daily\*/);
  });
});
