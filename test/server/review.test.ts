import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readReviews } from '#corpus-index';
import { evidenceMethods, type EvidencePackResult } from '../../src/protocol/evidence';
import {
  reviewMethods,
  type DecideParams,
  type DecideResult,
  type LeftReviewsResult,
  type ReviewResult,
  type TakersResult,
} from '../../src/protocol/review';
import type { ServerProblem } from '../../src/protocol/server-problem';
import { reviewPath } from '../../src/ingest/review-file';
import { eventually } from '../support/eventually';
import { startServer, type ServerUnderTest } from '../support/language-server';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'It began.\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';
const DRAFT =
  'It was weak: “The wall was built to last” [@wall, para. 2].\n\nThey met [@wall, para. 3]. See [@nobody].\n';
const BY = 'Reviewer <r@example.org>';

describe('the language server and a review', () => {
  let folder: string;
  let server: ServerUnderTest;
  beforeEach(async () => {
    folder = temporaryFolder({ 'sources/wall.txt': WALL, 'drafts/a.md': DRAFT });
    server = await startServer(folder);
    await server.ready();
    await server.open('drafts/a.md');
  });
  afterEach(async () => {
    await server.stop();
    removeFolder(folder);
  });
  const file = () => path.join(folder, reviewPath('drafts/a.md'));
  const review = () =>
    server.request<ReviewResult<ServerProblem>>(reviewMethods.review, { draft: server.uri('drafts/a.md') });
  /** Decides on what is looked at right before, unless told otherwise; gives what it is since. */
  const decideIn = async (where: ServerUnderTest, deciding: Partial<DecideParams>) => {
    const draft = where.uri('drafts/a.md');
    const { entries } = await where.request<ReviewResult<ServerProblem>>(reviewMethods.review, { draft });
    const seen = entries[deciding.citation ?? 0]?.seen;
    return where.request<DecideResult<ServerProblem>>(reviewMethods.decide, {
      ...{ draft, version: 1, citation: 0, seen, decision: 'accepted', by: BY },
      ...deciding,
    });
  };
  const decide = (deciding: Partial<DecideParams>) => decideIn(server, deciding);
  const seenNow = async (citation = 0) => (await review()).entries[citation]?.seen ?? '';
  const states = async () =>
    (await review()).entries.map(({ state, sides }) => [state, ...(sides ?? [])].join(' '));

  it('shows of each citation both sides, and what differs', async () => {
    const { entries, version } = await review();
    assert.equal(version, 1);
    const [first, second, third] = entries;
    assert.deepEqual([first?.key, first?.locator, first?.state], ['wall', 'para. 2', 'undecided']);
    assert.equal(first?.sentence, 'It was weak: “The wall was built to last”.');
    const [quotation] = first.quotations;
    assert.equal(quotation?.verdict, 'altered');
    assert.deepEqual(quotation.differences, [{ kind: 'negation', quotationText: '', sourceText: 'not' }]);
    assert.equal(quotation.pieces.map(({ text }) => text).join(''), 'The wall was built to last');
    const marked = first.passages.flatMap(({ pieces }) => pieces.filter(({ isMarked }) => isMarked));
    assert.deepEqual(
      marked.map(({ text, differs = false }) => [text, differs]),
      [
        ['The wall was ', false],
        ['not', true],
        [' built to last', false],
      ],
    );
    assert.deepEqual([first.before, first.behind], ['It began.', 'The council met twice in June.']);
    assert.deepEqual(second?.quotations, []);
    assert.deepEqual([third?.resolved, third?.passages], [false, []]);
  });

  it('says of each source of a bracket whether the words are its own, and why no passage is shown', async () => {
    await server.changeOnDisk('sources/tide.txt', 'The tide rose.\n\nIt fell on a Monday morning.\n');
    const draft =
      'It says “It fell on a Monday morning” [@wall; @tide]. See [@wall, para. 9], [@nobody].\n\n' +
      'There too: “It fell on a Monday morning” [@wall].\n';
    await server.edit('drafts/a.md', draft);
    const { entries } = await eventually(review, (now) => now.entries[1]?.outcome === 'verbatim');
    assert.deepEqual(
      entries.map(({ key, outcome, tone, noPassage }) => [key, outcome, tone, noPassage]),
      [
        ['wall', 'unquoted', 'plain', 'whole'],
        ['tide', 'verbatim', 'good', undefined],
        ['wall', 'unresolved', 'bad', 'no-place'],
        ['nobody', 'unresolved', 'bad', 'unknown-key'],
        ['wall', 'elsewhere', 'bad', 'whole'],
      ],
    );
    const [wall, tide] = [server.uri('sources/wall.txt'), server.uri('sources/tide.txt')];
    assert.deepEqual(
      entries.map(({ place }) => [place?.uri, place?.range.start.line]),
      [
        [wall, 0],
        [tide, 2],
        [wall, 0],
        [undefined, undefined],
        [tide, 2],
      ],
    );
  });

  it('keeps decisions in a file beside the draft, and hears of changes on either side', async () => {
    const { seen } = await decide({});
    assert.equal(seen, await seenNow());
    const asked = await decide({ citation: 1, decision: 'queried', note: 'Which?' });
    assert.deepEqual(asked, { seen: await seenNow(1) });
    assert.deepEqual(
      readReviews(fs.readFileSync(file(), 'utf8')).reviews.map(({ key, decision, by }) => [
        key,
        decision,
        by,
      ]),
      [
        ['wall', 'accepted', BY],
        ['wall', 'queried', BY],
      ],
    );
    assert.deepEqual(await states(), ['decided', 'decided', 'undecided']);
    const problems = await server.problems('drafts/a.md', (codes) => codes.includes('queried-citation'));
    assert.ok(problems.some(({ message }) => JSON.stringify(message).includes('Which?')));
    await server.edit('drafts/a.md', DRAFT.replace('They met', 'Nobody met'));
    assert.deepEqual(await states(), ['decided', 'stale sentence', 'undecided']);
    assert.deepEqual(await decide({}), { outdated: true });
  });

  it('hears of reviews that come with the folder that they are in, of which the editor tells alone', async () => {
    await decide({});
    const text = fs.readFileSync(file(), 'utf8');
    fs.rmSync(path.join(folder, '.sourcewright'), { recursive: true });
    await server.tellChanged('.sourcewright', 'deleted');
    await eventually(states, ([first]) => first === 'undecided');
    await server.problems('drafts/a.md', (codes) => !codes.includes('rejected-citation'));
    fs.mkdirSync(path.dirname(file()), { recursive: true });
    fs.writeFileSync(file(), text.replace('accepted', 'rejected'));
    await server.tellChanged('.sourcewright', 'created');
    await server.problems('drafts/a.md', (codes) => codes.includes('rejected-citation'));
  });

  it('refuses a decision on a passage that was another one when it was looked at', async () => {
    const seen = await seenNow();
    const changed = WALL.replace('not built to last', 'built to last a hundred years');
    await server.changeOnDisk('sources/wall.txt', changed);
    await eventually(async () => (await seenNow()) !== seen, Boolean);
    assert.deepEqual(await decide({ seen }), { outdated: true });
    assert.equal(fs.existsSync(file()), false);
  });

  it('refuses a decision on a draft that was opened anew with other words', async () => {
    const seen = await seenNow();
    await server.close('drafts/a.md');
    fs.writeFileSync(path.join(folder, 'drafts/a.md'), DRAFT.replace('It was weak', 'It was strong'));
    await server.open('drafts/a.md');
    assert.deepEqual(await decide({ seen }), { outdated: true });
    assert.equal((await decide({})).outdated, undefined);
  });

  it('refuses a decision in the place of one that another window has just kept', async () => {
    const other = await startServer(folder);
    try {
      await other.ready();
      await other.open('drafts/a.md');
      const seen = await seenNow();
      const by = 'Second <s@example.org>';
      await decideIn(other, { decision: 'rejected', by });
      assert.deepEqual(await decide({ seen }), { outdated: true });
      assert.deepEqual(
        readReviews(fs.readFileSync(file(), 'utf8')).reviews.map((one) => [one.decision, one.by]),
        [['rejected', by]],
      );
      assert.equal((await decide({})).outdated, undefined);
    } finally {
      await other.stop();
    }
  });

  it('tells which reviews have lost their draft, and which drafts could take them over', async () => {
    await decide({});
    await decide({ citation: 1 });
    const uri = pathToFileURL(folder).toString();
    const left = () => server.request<LeftReviewsResult>(reviewMethods.leftReviews, { folder: uri });
    assert.deepEqual(await left(), { reviews: [] });
    await server.close('drafts/a.md');
    fs.writeFileSync(path.join(folder, 'drafts/other.md'), 'They met [@wall, para. 3].\n');
    fs.renameSync(path.join(folder, 'drafts/a.md'), path.join(folder, 'drafts/b.md'));
    assert.deepEqual((await left()).reviews, [
      { draft: 'drafts/a.md', uri: server.uri(reviewPath('drafts/a.md')) },
    ]);
    const { drafts } = await server.request<TakersResult>(reviewMethods.takers, {
      ...{ folder: uri, draft: 'drafts/a.md' },
    });
    assert.deepEqual(
      drafts.map((one) => [one.path, one.decisions]),
      [
        ['drafts/b.md', 2],
        ['drafts/other.md', 1],
      ],
    );
  });

  it('takes a decision back', async () => {
    await decide({});
    await decide({ decision: null });
    assert.deepEqual(await states(), ['undecided', 'undecided', 'undecided']);
  });

  it('writes nothing over a review that is broken, and says so', async () => {
    await decide({});
    const broken = `<<<<<<< HEAD\n${fs.readFileSync(file(), 'utf8')}`;
    fs.writeFileSync(file(), broken);
    const { problem } = await decide({ citation: 1 });
    const merged = { code: 'broken-review', detail: 'a merge has left its marks in it, line 1' };
    assert.deepEqual(problem, merged);
    assert.equal(fs.readFileSync(file(), 'utf8'), broken);
    assert.deepEqual((await review()).problem, merged);
    const own = reviewPath('drafts/a.md');
    const [told] = await server.problems(own, (codes) => codes.includes('broken-review'));
    assert.equal(told?.range.start.line, 0);
    fs.writeFileSync(file(), broken.replace('<<<<<<< HEAD\n', ''));
    await review();
    await server.problems(own, (codes) => codes.length === 0);
  });

  it('says that what is no draft cannot be reviewed', async () => {
    const { problem } = await server.request<ReviewResult<ServerProblem>>(reviewMethods.review, {
      draft: server.uri('sources/wall.txt'),
    });
    assert.deepEqual(problem, { code: 'no-open-draft' });
  });

  it('makes the evidence pack of a draft, as it is open, with its review', async () => {
    await decide({ decision: 'queried', note: 'Which?' });
    const { html = '' } = await server.request<EvidencePackResult<ServerProblem>>(
      evidenceMethods.evidencePack,
      {
        folder: pathToFileURL(folder).toString(),
        draft: server.uri('drafts/a.md'),
      },
    );
    assert.match(
      html,
      /<mark class="quoted">The wall was <\/mark><mark class="quoted differs">not<\/mark><mark class="quoted"> built to last<\/mark>/,
    );
    assert.match(html, /queried by <bdi>Reviewer &lt;r@example\.org&gt;/);
    assert.equal(html.split('<article').length, 4);
  });

  it('tells of a review only when it says something else', async () => {
    const told: unknown[] = [];
    server.connection.onNotification(reviewMethods.reviewChanged, (params) => {
      told.push(params);
    });
    await review();
    await review();
    await decide({});
    await review();
    assert.ok(told.length <= 2, `told ${told.length} times`);
  });

  it('keeps the decisions of two windows that decide in turn', async () => {
    const other = await startServer(folder);
    try {
      await other.ready();
      await other.open('drafts/a.md');
      const by = 'Second <s@example.org>';
      const deciding = { decision: 'rejected', by } as const;
      await decide({ citation: 0 });
      await decideIn(other, { ...deciding, citation: 1 });
      await decide({ citation: 2 });
      await decideIn(other, { ...deciding, citation: 0 });
      // At the same time, too.
      await Promise.all([
        decide({ citation: 1, decision: 'queried' }),
        decideIn(other, { ...deciding, citation: 2 }),
      ]);
      const seen = (result: ReviewResult<ServerProblem>) =>
        result.entries.map(({ decision, by: who }) => [decision, who]);
      const expected = [
        ['rejected', by],
        ['queried', BY],
        ['rejected', by],
      ];
      assert.deepEqual(seen(await review()), expected);
      assert.deepEqual(
        seen(
          await other.request<ReviewResult<ServerProblem>>(reviewMethods.review, {
            draft: other.uri('drafts/a.md'),
          }),
        ),
        expected,
      );
    } finally {
      await other.stop();
    }
  });
});
