import { createCipheriv, createHash } from 'node:crypto';

/** How a PDF is encrypted: what its trailer says, and what becomes of a stream. */
export interface PdfEncryption {
  readonly trailer: string;
  encrypt(bytes: Buffer, object: number): Buffer;
}

/** What stands in for a password that is shorter, or for none (ISO 32000-2, 7.6.4.3.2). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Reading and printing, and nothing else: no changes, no copies. */
const PERMISSIONS = -3900;

const FILE_ID = Buffer.from('0123456789abcdef');

/**
 * The encryptions that programs give a PDF with a password for its owner and none for its readers: it opens without asking. Words are
 * encrypted all the same, with a key that the empty password opens.
 */
export const OWNERS_ENCRYPTIONS: Readonly<Record<string, (owner: string) => PdfEncryption>> = {
  'RC4 with 128 bits': rc4,
  'AES with 256 bits': aes256,
};

/** Version 2, revision 3: algorithms 1, 2, 3 and 5. */
function rc4(owner: string): PdfEncryption {
  const password = Buffer.concat([Buffer.from(owner, 'latin1'), PADDING]).subarray(0, 32);
  const ownersKey = times(50, password, md5);
  const ownersEntry = nineteenTimesMore(ownersKey, PADDING);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = times(51, Buffer.concat([PADDING, ownersEntry, permissions, FILE_ID]), md5);
  const usersEntry = nineteenTimesMore(key, md5(Buffer.concat([PADDING, FILE_ID])));
  const values = `/O ${hex(ownersEntry)} /U ${hex(Buffer.concat([usersEntry, Buffer.alloc(16)]))}`;
  return {
    trailer: trailerOf(`/V 2 /R 3 /Length 128 ${values}`),
    encrypt: (bytes, object) => {
      const number = Buffer.from([object & 255, object >> 8, object >> 16, 0, 0]);
      return rc4Applied(md5(Buffer.concat([key, number])), bytes);
    },
  };
}

/** Version 5, revision 5: the extension of Adobe's that ISO 32000-2 (7.6.4.3.3) names as its forerunner. */
function aes256(owner: string): PdfEncryption {
  const key = sha256(Buffer.from('any 32 bytes'));
  const opened = (password: string, salt: string, users: Buffer) => {
    const asked = (use: string) => sha256(Buffer.concat([Buffer.from(password + salt + use), users]));
    const salts = Buffer.from(`${salt}VALID${salt}OPENS`);
    const entry = Buffer.concat([asked('VALID'), salts]);
    return { entry, key: aes('aes-256-cbc', asked('OPENS'), key) };
  };
  const users = opened('', '111', Buffer.alloc(0));
  const owners = opened(owner, '222', users.entry);
  const permissions = Buffer.alloc(16, 255);
  permissions.writeInt32LE(PERMISSIONS);
  permissions.write('Tadb', 8, 'latin1');
  const values = [
    `/O ${hex(owners.entry)} /OE ${hex(owners.key)} /U ${hex(users.entry)} /UE ${hex(users.key)}`,
    `/Perms ${hex(aes('aes-256-ecb', key, permissions))}`,
    '/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF',
  ];
  return {
    trailer: trailerOf(`/V 5 /R 5 /Length 256 ${values.join(' ')}`),
    encrypt: (bytes) => {
      const padding = 16 - (bytes.length % 16);
      const padded = Buffer.concat([bytes, Buffer.alloc(padding, padding)]);
      return Buffer.concat([Buffer.alloc(16), aes('aes-256-cbc', key, padded)]);
    },
  };
}

const trailerOf = (values: string): string =>
  `/Encrypt << /Filter /Standard /P ${PERMISSIONS} ${values} >> /ID [${hex(FILE_ID)} ${hex(FILE_ID)}]`;

const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Whole blocks, with no vector but zeros before them. */
function aes(algorithm: 'aes-256-cbc' | 'aes-256-ecb', key: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv(algorithm, key, algorithm === 'aes-256-cbc' ? Buffer.alloc(16) : null);
  return Buffer.concat([cipher.setAutoPadding(false).update(bytes), cipher.final()]);
}

function times(count: number, bytes: Buffer, apply: (bytes: Buffer) => Buffer): Buffer {
  let applied = bytes;
  for (let n = 0; n < count; n++) applied = apply(applied);
  return applied;
}

function nineteenTimesMore(key: Buffer, bytes: Buffer): Buffer {
  let applied = bytes;
  for (let n = 0; n < 20; n++) applied = rc4Applied(key.map((byte) => byte ^ n) as Buffer, applied);
  return applied;
}

/** By hand, as Node.js has RC4 no longer. */
function rc4Applied(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (one: number, other: number) => {
    [state[one & 255], state[other & 255]] = [at(other), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j += at(i) + (key[i % key.length] ?? 0);
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    bytes.map((byte, n) => {
      const i = n + 1;
      j += at(i);
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
