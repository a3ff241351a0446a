import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { eventually } from './eventually';

/** The superuser of a server under test, and the password that all its users have. */
export const OWNER = 'owner';
export const PASSWORD = 'a pass word/@:';

/** A PostgreSQL server of its own in a temporary folder; over its socket nobody is asked for a password, over TCP everybody is. */
export interface PostgresUnderTest {
  /** The address of a database, made anew and empty. */
  readonly database: (name: string, user?: string) => string;
  /** The same over TCP. */
  readonly overTcp: (name: string, user?: string) => string;
  /** Runs SQL as the owner, and gives what `psql` prints. */
  readonly sql: (name: string, text: string) => string;
  readonly stop: () => Promise<void>;
  /** From now on encrypted over TCP for who asks for it, with this certificate and key (PEM). */
  readonly encrypt: (certificate: string, key: string) => void;
  /** As if the machine had gone; `start` brings it back. */
  readonly halt: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const folderOf = (program: string): string | undefined =>
  [...versions(), ...(process.env['PATH'] ?? '').split(path.delimiter)].find((folder) =>
    fs.existsSync(path.join(folder, program)),
  );

/** Where Debian has them, the newest first. */
function versions(): string[] {
  const root = '/usr/lib/postgresql';
  const found = fs.existsSync(root) ? fs.readdirSync(root) : [];
  return found.sort((a, b) => Number(b) - Number(a)).map((version) => path.join(root, version, 'bin'));
}

/** A `describe` on a real server; where PostgreSQL cannot be had its tests count as skipped, and it says so. */
export function describePostgres(name: string, body: (postgres: () => PostgresUnderTest) => void): void {
  const programs = folderOf('initdb');
  if (programs === undefined) {
    console.log(`SKIPPED: "${name}" needs PostgreSQL's server (apt install postgresql).`);
    describe.skip(name, () => {
      body(() => assertNever());
    });
    return;
  }
  describe(name, function () {
    this.timeout(60_000);
    let server: PostgresUnderTest | undefined;
    before(async () => {
      server = await startPostgres(programs);
    });
    after(() => server?.stop());
    body(() => server ?? assertNever());
  });
}

function assertNever(): never {
  throw new Error('there is no server');
}

async function startPostgres(programs: string): Promise<PostgresUnderTest> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sw-pg-'));
  const user = unprivileged();
  const own = (file: string) => {
    if (user) fs.chownSync(file, user.uid, user.gid);
  };
  own(folder);
  fs.chmodSync(folder, 0o755);
  const passwordFile = path.join(folder, 'password');
  fs.writeFileSync(passwordFile, `${PASSWORD}\n`);
  own(passwordFile);
  const data = path.join(folder, 'data');
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(path.join(programs, program), args, {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  run(
    'initdb',
    ...[
      '-D',
      data,
      '-U',
      OWNER,
      '-E',
      'UTF8',
      '--locale',
      'C.UTF-8',
      '--no-sync',
      `--pwfile=${passwordFile}`,
    ],
    ...['--auth-local=trust', '--auth-host=scram-sha-256'],
  );
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(
      path.join(programs, 'postgres'),
      ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), '-F', '-c', 'max_wal_senders=0'],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
    await eventually(
      () => spawnSync(path.join(programs, 'pg_isready'), ['-h', folder, '-p', String(port)]).status,
      (status) => status === 0,
    );
  };
  const halt = async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGQUIT');
    await ended;
  };
  const sql = (name: string, text: string) =>
    run(
      'psql',
      '-h',
      folder,
      '-p',
      String(port),
      '-U',
      OWNER,
      '-d',
      name,
      '-v',
      'ON_ERROR_STOP=1',
      '-Atc',
      text,
    );
  const encrypt = (certificate: string, key: string) => {
    for (const [name, text] of [
      ['server.crt', certificate],
      ['server.key', key],
    ] as const) {
      const file = path.join(data, name);
      fs.writeFileSync(file, text, { mode: 0o600 });
      own(file);
    }
    sql('postgres', 'ALTER SYSTEM SET ssl = on');
    sql('postgres', 'SELECT pg_reload_conf()');
  };
  const made = new Set<string>();
  const make = (name: string) => {
    if (!made.has(name)) sql('postgres', `CREATE DATABASE "${name}"`);
    made.add(name);
    return name;
  };
  await start();
  return {
    database: (name, as = OWNER) => `postgres://${as}@${encodeURIComponent(folder)}:${port}/${make(name)}`,
    overTcp: (name, as = OWNER) => `postgres://${as}@127.0.0.1:${port}/${make(name)}`,
    ...{ sql, encrypt, start, halt },
    stop: async () => {
      await halt();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root: there somebody else has to own it. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const asked = ['postgres', 'nobody'].map((name) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    return Number(asked.find(({ status }) => status === 0)?.stdout);
  });
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
