import assert from 'node:assert/strict';
import * as path from 'node:path';
import type { MarkupContent } from 'vscode-languageserver';
import { referenceMethods, type ExportInputsResult, type PreviewResult } from '../../src/protocol/references';
import { HARBOUR_RECORD } from '../support/harbour-record';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { hasPandoc, pandocCitations, pandocJson, pandocReferences } from '../support/pandoc';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const REPORT = `---
title: "Lamps"
format: html
---

# One

\`\`\`{r}
#| label: fig-x
#| fig-cap: "Lamps by hour"
plot(c("They never went out" = 9)) # @nobody
\`\`\`

As @fig-x shows, “The lamps went out at nine” [@rowe2014, para. 1].

“The lamps went in at nine” [@rowe2014, para. 1].

It is elsewhere as well [@berg2019].
`;
const LINES = REPORT.split('\n');

describe('the language server in a Quarto project', () => {
  let folder: string;
  let server: ServerUnderTest;
  before(async () => {
    folder = temporaryFolder({
      '_quarto.yml': 'project:\n  type: default\nbibliography: sources.yaml\n',
      'report.qmd': REPORT,
      'sources/night.txt': 'The lamps went out at nine.\n',
      'sources.yaml': HARBOUR_RECORD,
    });
    server = await startServer(folder);
    await server.ready();
    await server.open('report.qmd', REPORT, 'quarto');
  });
  after(async () => {
    await server.stop();
    removeFolder(folder);
  });

  it('checks quotations and citations, and neither cross-references nor code', async () => {
    const problems = await server.problems('report.qmd', (codes) => codes.length === 2);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, LINES[range.start.line]]),
      [
        ['altered-quotation', '“The lamps went in at nine” [@rowe2014, para. 1].'],
        ['unknown-source', 'It is elsewhere as well [@berg2019].'],
      ],
    );
  });

  it('shows the source at a citation', async () => {
    const line = LINES.findIndex((text) => text.startsWith('As @fig-x'));
    const hover = await server.hover('report.qmd', { line, character: LINES[line]!.indexOf('rowe2014') });
    assert.match((hover?.contents as MarkupContent).value, /The harbour at night/i);
  });

  it('gives the preview and pandoc the references that the draft cites', async () => {
    const draft = server.uri('report.qmd');
    const preview = await server.request<PreviewResult>(referenceMethods.preview, { draft });
    assert.equal(preview.problem, undefined);
    assert.equal(preview.entries.length, 1);
    assert.deepEqual(
      preview.citations.map(({ written, mark }) => [written, mark.state]),
      [
        ['[@rowe2014, para. 1]', 'accepted'],
        ['[@rowe2014, para. 1]', 'refused'],
        ['[@berg2019]', 'refused'],
      ],
    );
    const inputs = await server.request<ExportInputsResult>(referenceMethods.exportInputs, { draft });
    const ids = (JSON.parse(inputs.references) as { id: string }[]).map(({ id }) => id);
    assert.deepEqual([ids, inputs.errors, inputs.warnings], [['rowe2014'], 2, 0]);
  });

  it('has written records that the project’s own bibliography is: pandoc prints them', function () {
    if (!hasPandoc()) this.skip();
    const csl = path.join(repositoryRoot, 'dist/citation-styles/apa.csl');
    const document = pandocJson(folder, [
      ...['--from', 'markdown', '--citeproc', '--csl', csl],
      ...['--metadata-file', '_quarto.yml', 'report.qmd'],
    ]);
    assert.deepEqual(pandocReferences(document), [
      'Rowe, A. (2014, March 24). The harbour at night. Avon Daily.',
    ]);
    assert.ok(pandocCitations(document).includes('(Rowe, 2014, para. 1)'));
  });
});
