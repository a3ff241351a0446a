import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sourcewright } from '../support/command-line';
import { EVERY_PROBLEM } from '../support/every-problem';
import { MARKUP, REVIEW_WORKSPACE } from '../support/review-workspace';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const sha256 = (text: string, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(text).digest(encoding);

function pageOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  const { status, stdout } = sourcewright(['report', '--root', folder]);
  removeFolder(folder);
  assert.equal(status, 0);
  return stdout;
}

const article = (page: string, number: number): string =>
  new RegExp(`<article id="c\\d+-${number}"[\\s\\S]*?</article>`).exec(page)?.[0] ?? '';

describe('sourcewright report', () => {
  let page: string;
  before(() => {
    page = pageOf(REVIEW_WORKSPACE);
  });

  it('allows nothing but its own style and script', () => {
    const inside = (tag: string) =>
      new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? assert.fail(`no ${tag}`);
    const hash = (tag: string) => `${tag}-src 'sha256-${sha256(inside(tag), 'base64')}'`;
    assert.ok(
      page.includes(
        `content="default-src 'none'; ${hash('style')}; ${hash('script')}; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.doesNotMatch(page, /<(?:img|link|iframe|object|base)\b|\shref="(?!#)|\sstyle=|\son\w+="/i);
  });

  it('shows the words beside a citation’s key, which may turn round what it is cited for', () => {
    const draft = 'It fell [but contra <b> @wall, para. 1, who denies it].\n';
    const prefixed = pageOf({ 'sources/wall.txt': 'The wall fell.\n', 'drafts/a.md': draft });
    assert.match(article(prefixed, 1), /but contra &lt;b&gt; @wall, para\. 1, who denies it/);
  });

  it('shows each citation beside its passage, with what differs', () => {
    const second = article(page, 2);
    assert.match(second, /<mark class="differs">41<\/mark>/);
    assert.match(
      second,
      /stood at <\/mark><mark class="quoted differs">14<\/mark><mark class="quoted"> inches<\/mark>/,
    );
    assert.match(second, /number: in the draft “41”, in the source “14”/);
    assert.match(article(page, 3), /This citation does not resolve/);
  });

  it('names the cited sources with the hashes of their files', () => {
    assert.ok(page.includes(sha256(REVIEW_WORKSPACE['sources/lower.txt']!, 'hex')));
    assert.match(page, /Sources that nothing here cites: 0\./);
  });

  it('says when more than half of the citations rest on one source', () => {
    assert.doesNotMatch(page, /rest on one source/);
    const leaning = pageOf({
      'sources/wall.txt': 'The wall stood.\n',
      'sources/tide.txt': 'The tide rose.\n',
      'drafts/a.md': `${'They say so [@wall]. '.repeat(9)}It rose [@tide].\n`,
    });
    assert.match(leaning, /<p>90 % of the citations rest on one source: <bdi>@wall<\/bdi>\.<\/p>/);
  });

  it('shows what sources, records and drafts say as text', () => {
    assert.ok(!page.includes('<img'));
    assert.ok(!page.includes('\u202E'));
    assert.ok(page.split('&lt;img src=x onerror=alert(1)&gt; [link](command:').length > 4);
    assert.ok(MARKUP.includes('\u202E'));
  });

  it('tells who decided what, with the note, and what is stale', () => {
    const reviewed = pageOf(EVERY_PROBLEM);
    assert.match(reviewed, /1 queried, 1 rejected, 1 stale/);
    assert.match(
      reviewed,
      /queried by <bdi>Reviewer &lt;r@example\.org&gt;<\/bdi>, <bdi>2026-03-04T05:06:07Z/,
    );
    assert.match(reviewed, /Did they\?/);
    assert.match(reviewed, /Stale: the sentence that stands on it has changed since\./);
  });

  it('says what was not read and which quotations no citation claims', () => {
    const problems = pageOf(EVERY_PROBLEM);
    assert.match(problems, /<bdi>sources\/scan\.rtf<\/bdi>/);
    assert.match(problems, /This is no review \(a merge has left its marks in it, line 1\)/);
    assert.match(problems, /“<bdi>everybody here always says so<\/bdi>”/);
  });

  it('refuses a format that it does not have', () => {
    assert.equal(sourcewright(['report', '--format', 'pdf']).status, 2);
  });
});
