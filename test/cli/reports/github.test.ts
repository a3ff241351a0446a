import assert from 'node:assert/strict';
import { githubReport } from '../../../src/cli/reports/github';
import { findingOf, reportOf } from '../../support/reports';

const lines = (...findings: Parameters<typeof reportOf>[0]) => githubReport(reportOf(findings)).split('\n');

describe('the GitHub report', () => {
  it('writes a command for each finding, and what it comes to', () => {
    assert.deepEqual(
      lines(
        findingOf(),
        findingOf({ severity: 'warning', code: 'editorial-risk' }),
        findingOf({ severity: 'hint', code: 'uncited-quotation' }),
      ),
      [
        '::error file=drafts/a.md,line=1,endLine=1,col=1,endColumn=5,title=missing-quotation::These words stand nowhere.',
        '::warning file=drafts/a.md,line=1,endLine=1,col=1,endColumn=5,title=editorial-risk::These words stand nowhere.',
        '::notice file=drafts/a.md,line=1,endLine=1,col=1,endColumn=5,title=uncited-quotation::These words stand nowhere.',
        '0 drafts: 0 of 0 citations resolve, 0 of 0 quotations stand in their sources, 0 not checked; 1 error, 1 warning.',
      ],
    );
  });

  it('lets no words end a command or begin another', () => {
    const [line, ...rest] = lines(
      findingOf({ path: 'a,b:c%.md', message: '100%\n::error::no\r, a:b \u001b[31mred' }),
    );
    assert.equal(
      line,
      '::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=5,title=missing-quotation::100%25 ::error::no , a:b  [31mred',
    );
    assert.equal(rest.length, 1);
  });

  it('leaves columns out where the lines differ', () => {
    assert.match(
      lines(findingOf({ line: 2, endLine: 3 }))[0] ?? '',
      /^::error file=drafts\/a\.md,line=2,endLine=3,title=/,
    );
  });

  it('only notes what the baseline names', () => {
    assert.match(lines(findingOf({ inBaseline: true }))[0] ?? '', /^::notice /);
  });
});
