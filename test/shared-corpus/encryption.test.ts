import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { isAddress, readAddress } from '../../src/shared-corpus/address';
import { connect } from '../../src/shared-corpus/database';
import { eventually } from '../support/eventually';
import { describePostgres, PASSWORD } from '../support/postgres';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

/** A certificate that signs itself, for these names, and its key; both as files. */
function selfSigned(folder: string, name: string, names: string): { certificate: string; key: string } {
  const [certificate, key] = ['crt', 'key'].map((ending) => path.join(folder, `${name}.${ending}`));
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`],
      ...['-out', certificate ?? '', '-keyout', key ?? ''],
    ],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return { certificate: certificate ?? '', key: key ?? '' };
}

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.log('SKIPPED: "an encrypted connection" needs openssl (apt install openssl).');

describePostgres('an encrypted connection to a shared corpus', (postgres) => {
  let folder: string;
  let own: string;
  let stranger: string;
  before(async function () {
    if (!hasOpenssl) this.skip();
    folder = temporaryFolder({});
    const server = selfSigned(folder, 'server', 'IP:127.0.0.1');
    own = server.certificate;
    stranger = selfSigned(folder, 'stranger', 'IP:127.0.0.1').certificate;
    show(server);
    await eventually(
      () => postgres().sql('postgres', 'SHOW ssl').trim(),
      (shown) => shown === 'on',
    );
  });
  after(() => {
    if (hasOpenssl) removeFolder(folder);
  });

  const show = ({ certificate, key }: { readonly certificate: string; readonly key: string }) => {
    postgres().encrypt(fs.readFileSync(certificate, 'utf8'), fs.readFileSync(key, 'utf8'));
  };
  const opened = async (parameters: string) => {
    const address = readAddress(`${postgres().overTcp('encrypted')}?${parameters}`);
    assert.ok(isAddress(address));
    const client = await connect(address, { as: 'reader', password: () => PASSWORD });
    try {
      const { rows } = await client.query<{ ssl: boolean }>(
        'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
      );
      return rows[0]?.ssl;
    } finally {
      await client.end();
    }
  };

  it('stands where the server’s certificate holds', async () => {
    assert.equal(await opened(`sslmode=verify-full&sslrootcert=${encodeURIComponent(own)}`), true);
  });

  it('is refused where nobody known has signed the certificate', async () => {
    for (const parameters of [
      'sslmode=verify-full',
      `sslmode=verify-full&sslrootcert=${encodeURIComponent(stranger)}`,
    ])
      await assert.rejects(
        opened(parameters),
        { name: 'SharedCorpusError', code: 'not-trusted' },
        parameters,
      );
  });

  it('is refused where the certificate is another server’s', async () => {
    const other = selfSigned(folder, 'other', 'DNS:db.example.org');
    show(other);
    const refusal = () =>
      opened(`sslmode=verify-full&sslrootcert=${encodeURIComponent(other.certificate)}`).catch(
        (error: unknown) => error,
      );
    // The server takes the new one a moment later.
    const error = await eventually(refusal, (one) => /altnames/.test(String(one)));
    assert.equal((error as { code?: string }).code, 'not-trusted');
  });

  it('is not there where the address switches it off', async () => {
    assert.equal(await opened('sslmode=disable'), false);
  });
});
