import assert from 'node:assert/strict';
import { readAddress, writtenAddress, type CorpusAddress } from '../../src/shared-corpus/address';

const addressOf = (text: string): CorpusAddress => {
  const address = readAddress(text);
  assert.equal(typeof address, 'object', text);
  return address as CorpusAddress;
};

describe('the address of a shared corpus', () => {
  it('names user, host and database, and the usual port where none is named', () => {
    assert.deepEqual(addressOf('postgres://reader@db.example.org/newsroom'), {
      host: 'db.example.org',
      port: 5432,
      database: 'newsroom',
      user: 'reader',
      tls: true,
    });
    assert.equal(addressOf('postgresql://r@h:6000/d').port, 6000);
    assert.equal(addressOf('postgres://r@[2001:db8::1]/d').host, '2001:db8::1');
    assert.equal(addressOf('postgres://a%40b@h/my%20news').user, 'a@b');
    assert.equal(addressOf('postgres://a@h/my%20news').database, 'my news');
    assert.equal(addressOf('postgres://r@%2Fvar%2Frun%2Fpostgresql/d').host, '/var/run/postgresql');
  });

  it('is refused with a password in it', () => {
    assert.equal(readAddress('postgres://reader:secret@host/newsroom'), 'password');
    assert.equal(readAddress('postgres://reader@host/newsroom?password=secret'), 'password');
  });

  it('is refused where it names no user, host or database, or is none', () => {
    for (const text of [
      'postgres://host/db',
      'postgres://user@host',
      'postgres://user@host/',
      'postgres://user@/db',
      'https://user@host/db',
      'postgres://user@host/%zz',
      'newsroom',
      '',
    ])
      assert.equal(readAddress(text), 'shape', text);
  });

  it('is refused with parameters that could lead elsewhere', () => {
    for (const parameter of ['host=elsewhere', 'sslmode=prefer', 'options=-c%20x', 'sslmode=disable&port=1'])
      assert.equal(readAddress(`postgres://user@host/db?${parameter}`), 'parameter', parameter);
  });

  it('is encrypted unless the server is on this machine or the address says so', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '%2Frun'])
      assert.equal(addressOf(`postgres://u@${host}/d`).tls, false, host);
    for (const host of ['127.0.0.1.example.org', 'localhost.example.org', '10.0.0.1'])
      assert.equal(addressOf(`postgres://u@${host}/d`).tls, true, host);
    assert.equal(addressOf('postgres://u@10.0.0.1/d?sslmode=disable').tls, false);
    assert.equal(addressOf('postgres://u@localhost/d?sslmode=verify-full').tls, true);
  });

  it('is written so that it reads the same, and otherwise wherever anything is another', () => {
    const texts = [
      'postgres://u@h/d',
      'postgres://u@h/d?sslmode=disable',
      'postgres://u@h/d?sslrootcert=%2Fca.pem',
      'postgres://u@h:1/d',
      'postgres://v@h/d',
      'postgres://u@h/e',
      'postgres://u@%2Frun%2Fp/d',
      'postgres://u@[::1]/d',
      'postgres://u@localhost/d?sslmode=verify-full',
      'postgres://u@localhost/d',
    ];
    const written = texts.map((text) => writtenAddress(addressOf(text)));
    assert.equal(new Set(written).size, texts.length);
    texts.forEach((text, at) => {
      assert.deepEqual(addressOf(written[at] ?? ''), addressOf(text));
    });
  });
});
