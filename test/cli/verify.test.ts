import assert from 'node:assert/strict';
import { sourcewright } from '../support/command-line';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'The wall was not built to last. Everybody knew.\r\n\r\nThe *council* met twice in June, [sic] it said.\r\n';

describe('sourcewright verify', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources/tide.md': '# Tide\n\nIt **rose** on Sunday & fell.\n',
    });
  });
  after(() => {
    removeFolder(folder);
  });
  const verify = (...requests: object[]) => {
    const { stdout, status, stderr } = sourcewright(['verify', '--root', folder], {
      input: requests.map((one) => JSON.stringify(one)).join('\n'),
    });
    return {
      status,
      stderr,
      answers: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  it('answers each line with its id, verdict and place', () => {
    const { status, answers } = verify(
      { id: 1, quote: 'The wall was not built to last', source: 'wall' },
      { id: 'b', quote: 'The wall was built to last', source: 'wall', locator: 'para. 1' },
    );
    assert.equal(status, 1);
    const [first, second] = answers;
    assert.deepEqual(
      [first.id, first.verdict, first.accepted, first.source, first.locator, first.start, first.end],
      [1, 'verbatim', true, 'wall', 'para. 1', 0, 30],
    );
    assert.deepEqual(
      [second.id, second.verdict, second.accepted, second.differences[0].kind],
      ['b', 'altered', false, 'negation'],
    );
  });

  it('reads the quotation as Markdown, and as it stands first', () => {
    const { answers } = verify(
      { id: 1, quote: 'The *council* met twice', source: 'wall' },
      { id: 2, quote: 'wall was **not** built', source: 'wall' },
      { id: 3, quote: 'It rose on Sunday &amp; fell.', source: 'tide' },
      { id: 4, quote: 'met twice in June, \\[sic\\] it said', source: 'wall' },
    );
    assert.deepEqual(
      answers.map(({ verdict }) => verdict),
      ['verbatim', 'verbatim', 'verbatim', 'verbatim'],
    );
  });

  it('finds the source where none is named', () => {
    const { answers } = verify({ id: 1, quote: 'rose on Sunday' });
    assert.deepEqual([answers[0].verdict, answers[0].source], ['verbatim', 'tide']);
  });

  it('suggests where words stand that another place is cited for', () => {
    const { answers } = verify(
      { id: 1, quote: 'The wall was not built to last', source: 'tide' },
      { id: 2, quote: 'The wall was not built to last', source: 'wall', locator: 'para. 2' },
      { id: 3, quote: 'Everybody knew', source: 'nobody' },
    );
    assert.deepEqual(
      answers.map(({ verdict, suggestion }) => [verdict, suggestion.source, suggestion.locator]),
      [
        ['elsewhere', 'wall', 'para. 1'],
        ['elsewhere', 'wall', 'para. 1'],
        ['unresolved', 'wall', 'para. 1'],
      ],
    );
  });

  it('calls an unknown paragraph and a page of an unpaged source unresolved', () => {
    const { answers } = verify(
      { id: 1, quote: 'Everybody knew', source: 'wall', locator: 'para. 7' },
      { id: 2, quote: 'Everybody knew', source: 'wall', locator: '1' },
    );
    assert.deepEqual(
      answers.map(({ verdict, reason }) => [verdict, reason]),
      [
        ['unresolved', 'unknown-locator'],
        ['unresolved', 'unknown-locator'],
      ],
    );
  });

  it('says of a line that is no request what is wrong with it, and goes on', () => {
    const { stdout, status } = sourcewright(['verify', '--root', folder], {
      input: 'no JSON\n{"id":2}\n{"id":3,"quote":"Everybody knew"}\n',
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { verdict: string; error?: string });
    assert.equal(status, 2);
    assert.deepEqual(
      answers.map(({ verdict }) => verdict),
      ['unchecked', 'unchecked', 'verbatim'],
    );
    assert.match(answers[0]?.error ?? '', /line 1 is not JSON/);
  });
});
