import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { htmlReport } from '../../../src/cli/reports/html';
import { sourcewright } from '../../support/command-line';
import { EVERY_PROBLEM } from '../../support/every-problem';
import { findingOf, reportOf } from '../../support/reports';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder';

describe('the HTML report', () => {
  let page: string;
  before(() => {
    const folder = temporaryFolder(EVERY_PROBLEM);
    page = sourcewright(['check', '--root', folder, '--format', 'html']).stdout;
    removeFolder(folder);
  });

  it('stands by itself: no script, no address, no style but its own', () => {
    assert.doesNotMatch(page, /<(?:script|img|link|iframe|form|object|base|a)\b/i);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(
      page.includes(
        `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
      ),
    );
  });

  it('shows each quotation beside the words of its source, with the verdict', () => {
    assert.match(page, /<td class="no">altered<br>/);
    assert.match(page, /<bdi>The wall was built to last<\/bdi>/);
    assert.match(page, /<bdi>The wall was not built to last<\/bdi>/);
    assert.match(page, /<h2>drafts\/good\.md<\/h2>\n<p class="yes">No problems\.<\/p>/);
  });

  it('shows what drafts say as text', () => {
    assert.ok(!page.includes('<b onclick'));
    assert.ok(page.includes('&lt;b onclick=&quot;x&quot;&gt;'));
    const hostile = htmlReport(
      reportOf([findingOf({ path: '"><script>', message: '<script>alert(1)</script>', code: "'&" })]),
    );
    assert.doesNotMatch(hostile, /<script/);
  });

  it('names what would turn the direction of writing round', () => {
    const page = htmlReport(reportOf([findingOf({ path: 'a\u202eb.md', message: 'not\u2067 so' })]));
    assert.ok(page.includes('a⟨U+202E⟩b.md'));
    assert.ok(page.includes('not⟨U+2067⟩ so'));
  });
});
