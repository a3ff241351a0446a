import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { MOST_RESULTS, resultsCut, sarifReport } from '../../../src/cli/reports/sarif';
import { sourcewright } from '../../support/command-line';
import { EVERY_PROBLEM } from '../../support/every-problem';
import { findingOf, reportOf } from '../../support/reports';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

describe('the SARIF report', () => {
  let folder: string;
  let log: Log;
  let results: Result[];
  before(() => {
    folder = temporaryFolder(EVERY_PROBLEM);
    log = sourcewright(['check', '--root', folder, '--format', 'sarif']).json();
    results = log.runs[0]!.results!;
  });
  after(() => {
    removeFolder(folder);
  });
  const resultsOf = (code: string) => results.filter(({ ruleId }) => ruleId === code);

  it('is what the schema of SARIF 2.1.0 asks for', () => {
    assert.deepEqual(sarifProblems(log), []);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    assert.equal(log.runs[0]!.columnKind, 'utf16CodeUnits');
  });

  it('has a rule for each problem code, with what the documentation says of it', () => {
    const rules = log.runs[0]!.tool.driver.rules!;
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex!]?.id, ruleId);
    for (const { id, shortDescription, help, helpUri } of rules) {
      assert.ok(shortDescription!.text.length > 10 && help!.text.length > 30, id);
      assert.equal(helpUri, undefined);
    }
    assert.equal(rules.find(({ id }) => id === 'uncited-quotation')?.defaultConfiguration?.level, 'note');
  });

  it('names files relative to the root, lines and columns from 1', () => {
    for (const { locations } of results) {
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      assert.equal(artifactLocation!.uriBaseId, '%SRCROOT%');
      assert.ok(fs.existsSync(path.join(folder, decodeURIComponent(artifactLocation!.uri!))));
      assert.ok(region!.startLine! >= 1 && region!.startColumn! >= 1);
    }
    const [altered] = resultsOf('altered-quotation');
    assert.deepEqual(altered?.locations?.[0]?.physicalLocation?.region, {
      startLine: 1,
      startColumn: 12,
      endLine: 1,
      endColumn: 38,
    });
  });

  it('shows the passage of the source beside the quotation', () => {
    const [related] = resultsOf('altered-quotation')[0]!.relatedLocations!;
    assert.deepEqual(
      [related?.physicalLocation?.artifactLocation?.uri, related?.message?.text],
      ['sources/wall.txt', 'para. 1 of wall'],
    );
    assert.match(related?.physicalLocation?.region?.snippet?.text ?? '', /^The wall was not built to last/);
  });

  it('gives equal mistakes equal fingerprints, and numbers them', () => {
    const [first, second] = resultsOf('altered-quotation').map((result) => result.partialFingerprints!);
    assert.equal(first!['sourcewright/v1'], second!['sourcewright/v1']);
    assert.match(first!['primaryLocationLineHash']!, /:1$/);
    assert.match(second!['primaryLocationLineHash']!, /:2$/);
  });

  it('keeps the fingerprints where lines move and paragraphs wrap anew', () => {
    const draft = EVERY_PROBLEM['drafts/bad.md']!;
    const moved = temporaryFolder({
      ...EVERY_PROBLEM,
      'drafts/bad.md': `# Title\n\n${draft.replace('The wall was built', 'The wall\nwas built').replace(' stands nowhere\n> in any', ' stands\n> nowhere in any')}`,
    });
    const again = sourcewright(['check', '--root', moved, '--format', 'sarif']).json() as Log;
    removeFolder(moved);
    const fingerprints = (all: Result[]) =>
      all.map(({ partialFingerprints }) => partialFingerprints!['primaryLocationLineHash']);
    assert.deepEqual(fingerprints(again.runs[0]!.results!), fingerprints(results));
  });

  it('lets quoted words make no link', () => {
    const report = reportOf([findingOf({ message: 'He wrote “see [here](http://x.test/)”.' })]);
    const [result] = (JSON.parse(sarifReport(report)) as Log).runs[0]!.results!;
    assert.equal(result?.message.text, 'He wrote “see [here] (http://x.test/)”.');
  });

  it('leaves out the least grave results above what code hosts take, and says so', () => {
    const hints = Array.from({ length: MOST_RESULTS }, (_, at) =>
      findingOf({ severity: 'hint', code: 'uncited-quotation', line: at + 1 }),
    );
    const report = reportOf([...hints, findingOf({ severity: 'error', path: 'last.md' })]);
    const cut = JSON.parse(sarifReport(report)) as Log;
    const [run] = cut.runs;
    assert.equal(resultsCut(report), 1);
    assert.equal(run?.results?.length, MOST_RESULTS);
    assert.equal(run.results[0]?.level, 'error');
    assert.match(
      run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '',
      /^1 results of 25001 are left out/,
    );
    assert.deepEqual(sarifProblems(cut), []);
  });
});

/** What the schema finds wrong. It is of JSON Schema's draft 4, whose `id` later ones call `$id`, and whose patterns are not strict. */
function sarifProblems(log: Log): unknown[] {
  const { id, $schema, ...rest } = schema;
  assert.match(id, /sarif-2\.1\.0/);
  assert.match($schema, /draft-04/);
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rest);
  return validate(log) ? [] : (validate.errors ?? []);
}
