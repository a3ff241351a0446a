import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sourcewright, type CommandResult } from '../support/command-line';
import { eventually } from '../support/eventually';
import { describePostgres, OWNER, PASSWORD } from '../support/postgres';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const WALL =
  'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n';
const TIDE = 'The tide rose on Sunday and did not fall.\n\nNobody came.\n';

/** More than are written in one transaction. */
const MANY = 2100;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const report = (name: string): string =>
  Array.from({ length: MANY }, (_, at) => `Entry ${at} of ${name} was put away.\n`).join('\n');

describePostgres('sourcewright index', (postgres) => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/wall.txt': WALL,
      'sources/tide.txt': TIDE,
      'sources.yaml':
        'references:\n  - id: tide\n    title: Tides\n    author: [{family: Orr, given: Lea}]\n    file: sources/tide.txt\n',
    });
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const index = (address: string, ...args: string[]): CommandResult =>
    sourcewright(['index', '--root', folder, '--to', address, '--format', 'json', ...args]);
  const counts = ({ status, json, stderr }: CommandResult) => {
    assert.equal(status, 0, stderr);
    const { written, unchanged, removed, left } = json();
    return { written, unchanged, removed, left };
  };

  it('fills an empty database, and writes nothing when there is nothing new', () => {
    const address = postgres().database('fresh');
    assert.deepEqual(counts(index(address)), { written: 2, unchanged: 0, removed: 0, left: 0 });
    assert.deepEqual(counts(index(address)), { written: 0, unchanged: 2, removed: 0, left: 0 });
    assert.equal(
      postgres().sql(
        'fresh',
        "SELECT key, sha256, reader, record->>'title' FROM sourcewright.document ORDER BY key",
      ),
      [`tide|${sha256(TIDE)}|text/1|Tides`, `verne2014|${sha256(WALL)}|text/1|`, ''].join('\n'),
    );
  });

  it('writes what changed: a file, its key, its record', () => {
    const address = postgres().database('changes');
    index(address);
    fs.appendFileSync(path.join(folder, 'sources/wall.txt'), '\nA third paragraph was added later.\n');
    assert.deepEqual(counts(index(address)), { written: 1, unchanged: 1, removed: 0, left: 0 });
    fs.writeFileSync(
      path.join(folder, 'sources.yaml'),
      'references:\n  - id: orr\n    title: Tides\n    file: sources/tide.txt\n  - id: tide\n    title: A Wall\n    file: sources/wall.txt\n',
    );
    assert.deepEqual(counts(index(address)), { written: 2, unchanged: 0, removed: 0, left: 0 });
    assert.equal(
      postgres().sql(
        'changes',
        'SELECT key, path, count(*) FROM sourcewright.document d JOIN sourcewright.source s ON s.id = d.source JOIN sourcewright.passage p USING (source) GROUP BY 1, 2 ORDER BY 1',
      ),
      'orr|sources/tide.txt|2\ntide|sources/wall.txt|3\n',
    );
  });

  it('removes what is gone only where it is asked to, and never what could not be read', () => {
    const address = postgres().database('pruned');
    index(address);
    fs.rmSync(path.join(folder, 'sources/wall.txt'));
    assert.deepEqual(counts(index(address)), { written: 0, unchanged: 1, removed: 0, left: 1 });
    fs.writeFileSync(path.join(folder, 'sources/tide.txt'), Buffer.from([0, 1, 2, 3, 0, 0, 9]));
    fs.writeFileSync(path.join(folder, 'sources/new.txt'), 'Something new was found in the yard.\n');
    const { status, json } = index(address, '--prune');
    assert.equal(status, 1);
    assert.deepEqual([json().written, json().removed], [1, 1]);
    assert.equal(
      postgres().sql('pruned', 'SELECT path FROM sourcewright.source ORDER BY 1'),
      'sources/new.txt\nsources/tide.txt\n',
    );
    fs.rmSync(path.join(folder, 'sources'), { recursive: true });
    assert.equal(index(address, '--prune').status, 2);
    assert.equal(postgres().sql('pruned', 'SELECT count(*) FROM sourcewright.source'), '2\n');
  });

  it('is gone on with where it was killed: whole sources stay, none is double or lost', async () => {
    const address = postgres().database('killed');
    index(address);
    for (const name of ['report-1', 'report-2', 'report-3'])
      fs.writeFileSync(path.join(folder, `sources/${name}.txt`), report(name));
    postgres().sql(
      'killed',
      `CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.n = 2000 AND NEW.text LIKE '%report-3%' THEN PERFORM pg_sleep(60); END IF; RETURN NEW; END $$;
       CREATE TRIGGER wait BEFORE INSERT ON sourcewright.passage FOR EACH ROW EXECUTE FUNCTION wait();`,
    );
    const child = spawn(
      process.execPath,
      [path.join(repositoryRoot, 'dist/cli.js'), 'index', '--root', folder, '--to', address],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
    await eventually(
      () => postgres().sql('killed', asleep),
      (printed) => printed === '1\n',
    );
    assert.match(index(address).stderr, /Somebody else is filling this corpus/);
    child.kill('SIGKILL');
    await ended;
    await eventually(
      () => postgres().sql('killed', asleep),
      (printed) => printed === '0\n',
    );
    const passages =
      "SELECT path, count(p) FROM sourcewright.source s LEFT JOIN sourcewright.passage p ON p.source = s.id WHERE path LIKE '%report%' GROUP BY 1 ORDER BY 1";
    assert.equal(
      postgres().sql('killed', passages),
      `sources/report-1.txt|${MANY}\nsources/report-2.txt|${MANY}\n`,
    );
    postgres().sql('killed', 'DROP TRIGGER wait ON sourcewright.passage');
    assert.deepEqual(counts(index(address)), { written: 1, unchanged: 4, removed: 0, left: 0 });
    assert.equal(
      postgres().sql('killed', passages),
      [1, 2, 3].map((n) => `sources/report-${n}.txt|${MANY}\n`).join(''),
    );
  });

  it('says plainly what it cannot use', () => {
    const address = postgres().database('refused');
    postgres().sql(
      'refused',
      'CREATE SCHEMA sourcewright; CREATE TABLE sourcewright.corpus AS SELECT 99 AS version',
    );
    const refused = (to: string, message: RegExp) => {
      const { status, stderr } = index(to);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    };
    refused(address, /made by a newer version of Sourcewright/);
    refused(address.replace('/refused', '/nowhere'), /There is no such database/);
    refused('postgres://owner@127.0.0.1:1/x', /cannot be reached \(.*ECONNREFUSED/);
    refused('postgres://owner:secret@127.0.0.1/x', /has a password in it.*PGPASSWORD/);
    refused(postgres().overTcp('refused'), /refused user or password/);
    postgres().sql('postgres', "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    refused(address.replace('/refused', '/latin'), /has the encoding LATIN1/);
  });

  it('takes the password from PGPASSWORD', () => {
    const address = postgres().overTcp('secured');
    process.env['PGPASSWORD'] = PASSWORD;
    try {
      assert.equal(counts(index(address)).written, 2);
    } finally {
      delete process.env['PGPASSWORD'];
    }
    assert.ok(address.includes(OWNER));
  });

  it('gives a role that only reads what docs/shared-corpus.md grants it, and nothing more', () => {
    const page = fs.readFileSync(path.join(repositoryRoot, 'docs/shared-corpus.md'), 'utf8');
    const [before, after] = [...page.matchAll(/^```sql\n(.*?)^```/gms)].map((block) => block[1] ?? '');
    const address = postgres().database('granted');
    postgres().sql('granted', before!.replaceAll('newsroom', 'granted').replace(/^CREATE DATABASE.*$/m, ''));
    assert.equal(counts(index(address.replace(`${OWNER}@`, 'archivist@'))).written, 2);
    postgres().sql('granted', after!.replaceAll('newsroom', 'granted'));
    const reader = address.replace(`${OWNER}@`, 'reader@');
    assert.match(index(reader, '--prune').stderr, /This user may not do that|Somebody else/);
  });
});
