import assert from 'node:assert/strict';
import fc from 'fast-check';
import { junitReport } from '../../../src/cli/reports/junit';
import { sourcewright } from '../../support/command-line';
import { EVERY_PROBLEM } from '../../support/every-problem';
import { findingOf, reportOf } from '../../support/reports';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';
import { elements, readXml, type XmlElement } from '../../support/xml';

describe('the JUnit report', () => {
  let root: XmlElement;
  before(() => {
    const folder = temporaryFolder(EVERY_PROBLEM);
    root = readXml(sourcewright(['check', '--root', folder, '--format', 'junit']).stdout);
    removeFolder(folder);
  });
  const suite = (name: string) =>
    elements(root, 'testsuite').find(({ attributes }) => attributes['name'] === name)!;
  const count = (element: XmlElement, name: string) => elements(element, name).length;

  it('has a suite for each draft and for each file with a problem', () => {
    assert.deepEqual(
      elements(root, 'testsuite').map(({ attributes }) => attributes['name']),
      [
        'drafts/bad.md',
        'drafts/empty.md',
        'drafts/good.md',
        'drafts/locked.md',
        'drafts/names.md',
        'drafts/reviewed.md',
        'sources.yaml',
        'actors.yaml',
        'sources/empty.txt',
        'sources/half.pdf',
        'sources/scan.rtf',
        'sources/struck.html',
        'sources/tide2.md',
        '.sourcewright/anchors.json',
        '.sourcewright/reviews/drafts/bad.md.yaml',
      ],
    );
  });

  it('has a case for each citation and quotation, each with a name of its own', () => {
    const names = elements(suite('drafts/bad.md'), 'testcase').map(({ attributes }) => attributes['name']!);
    assert.equal(names.filter((name) => name.startsWith('citation ')).length, 11);
    assert.equal(names.filter((name) => name.startsWith('quotation ')).length, 10);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes('quotation “The wall was built to last” @wall (2)'));
    assert.equal(count(suite('drafts/good.md'), 'failure'), 0);
  });

  it('counts errors as failures, and what was not checked as skipped', () => {
    for (const element of [root, ...elements(root, 'testsuite')]) {
      const { tests, failures, skipped } = element.attributes;
      assert.deepEqual(
        [tests, failures, skipped].map(Number),
        ['testcase', 'failure', 'skipped'].map((name) => count(element, name)),
      );
    }
    assert.deepEqual(
      elements(suite('drafts/bad.md'), 'failure').map(({ attributes }) => attributes['type']),
      [
        'unknown-source',
        'unknown-locator',
        'altered-quotation',
        'misplaced-quotation',
        'missing-quotation',
        'unchecked-quotation',
        'missing-quotation',
        'altered-quotation',
      ],
    );
    assert.deepEqual(
      elements(suite('drafts/bad.md'), 'skipped').map(({ attributes }) => attributes['message']),
      ['no-text', 'no-citation'],
    );
  });

  it('tells warnings as the output of a case that did not fail', () => {
    assert.match(
      elements(suite('drafts/bad.md'), 'system-out')
        .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
        .join('\n'),
      /warning ambiguous-quotation: These words stand in more than one/,
    );
  });

  it('skips what the baseline names', () => {
    const known = readXml(junitReport(reportOf([findingOf({ inBaseline: true })])));
    assert.deepEqual([known.attributes['failures'], known.attributes['skipped']], ['0', '1']);
  });

  it('is well-formed whatever a draft says, and says it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (message, path) => {
        const [failure] = elements(readXml(junitReport(reportOf([findingOf({ message, path })]))), 'failure');
        // eslint-disable-next-line no-control-regex -- what XML cannot say
        const said = message.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
        assert.equal(failure?.attributes['message'], said);
      }),
      { numRuns: 1000 },
    );
  });
});
