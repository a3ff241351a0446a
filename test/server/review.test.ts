import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readReviews } from '#corpus-index';
import {
  reviewMethods,
  type DecideParams,
  type DecideResult,
  type ReviewResult,
} from '../../src/protocol/review';
import { reviewPath } from '../../src/ingest/review-file';
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
    server.request<ReviewResult>(reviewMethods.review, { draft: server.uri('drafts/a.md') });
  const decide = (deciding: Partial<DecideParams>) =>
    server.request<DecideResult>(reviewMethods.decide, {
      ...{ draft: server.uri('drafts/a.md'), version: 1, citation: 0, decision: 'accepted', by: BY },
      ...deciding,
    });
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
      marked.map(({ text }) => text),
      ['The wall was not built to last'],
    );
    assert.deepEqual([first.before, first.behind], ['It began.', 'The council met twice in June.']);
    assert.deepEqual(second?.quotations, []);
    assert.deepEqual([third?.resolved, third?.passages], [false, []]);
  });

  it('keeps decisions in a file beside the draft, and hears of changes on either side', async () => {
    assert.deepEqual(await decide({}), {});
    assert.deepEqual(await decide({ citation: 1, decision: 'queried', note: 'Which?' }), {});
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
    assert.match(problem ?? '', /^The decision was not kept\. .*a merge has left its marks in it/);
    assert.equal(fs.readFileSync(file(), 'utf8'), broken);
    assert.match((await review()).problem ?? '', /merge/);
  });

  it('says that what is no draft cannot be reviewed', async () => {
    const { problem } = await server.request<ReviewResult>(reviewMethods.review, {
      draft: server.uri('sources/wall.txt'),
    });
    assert.match(problem ?? '', /^A draft can be reviewed/);
  });
});
