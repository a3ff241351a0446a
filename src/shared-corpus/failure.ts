/** Why a shared corpus did not answer: a stable code, and the system's own words. */
export type SharedFailureCode =
  | 'unreachable'
  | 'too-slow'
  | 'not-trusted'
  | 'refused-password'
  | 'no-database'
  | 'not-filled'
  | 'newer'
  | 'older'
  | 'not-permitted'
  | 'wrong-encoding'
  | 'no-trigrams'
  | 'busy'
  | 'failed';

const NAME = 'SharedCorpusError';

export class SharedCorpusError extends Error {
  override readonly name = NAME;

  constructor(
    readonly code: SharedFailureCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(SENTENCES[code](detail), options);
  }
}

const SENTENCES: Readonly<Record<SharedFailureCode, (detail: string) => string>> = {
  unreachable: (detail) =>
    `The shared corpus cannot be reached (${detail}). Is its server running, and the network there?`,
  'too-slow': () => 'The shared corpus did not answer in time.',
  'not-trusted': (detail) =>
    `The connection to the shared corpus is not safe (${detail}). Ask whoever runs the database for its certificate, and name that in the address: sslrootcert=FILE.`,
  'refused-password': (detail) => `The shared corpus refused user or password (${detail}).`,
  'no-database': (detail) => `There is no such database (${detail}).`,
  'not-filled': () =>
    'This database has no shared corpus yet. Whoever owns it fills it with: sourcewright index --to ADDRESS.',
  newer: (detail) =>
    `This shared corpus was made by a newer version of Sourcewright (its form is ${detail}). Update Sourcewright.`,
  older: (detail) =>
    `This shared corpus was made by an older version of Sourcewright (its form is ${detail}). Remove its schema "sourcewright" and fill it again.`,
  'not-permitted': (detail) => `This user may not do that in the shared corpus (${detail}).`,
  'wrong-encoding': (detail) =>
    `The database has the encoding ${detail}, which cannot hold every text. Make one with the encoding UTF8.`,
  'no-trigrams': (detail) =>
    `The database lacks PostgreSQL’s extension pg_trgm (${detail}). Its administrator adds it with: CREATE EXTENSION pg_trgm.`,
  busy: () => 'Somebody else is filling this corpus. Try again when they have done.',
  failed: (detail) => `The shared corpus failed (${detail}).`,
};

/** By PostgreSQL's SQLSTATE (its manual, appendix A), its first two characters where all of a class mean one thing. */
const BY_STATE: Readonly<Record<string, SharedFailureCode>> = {
  '28': 'refused-password',
  '3D000': 'no-database',
  '3F000': 'not-filled',
  '42P01': 'not-filled',
  '42501': 'not-permitted',
  '57014': 'too-slow',
  '57': 'unreachable',
  '08': 'unreachable',
  '53': 'unreachable',
};

const NOT_TRUSTED = /^(?:CERT_|ERR_TLS|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/;

/** By its name: what speaks to databases is a bundle of its own, and its classes are others than those of who loads it. */
const isOurs = (error: unknown): error is SharedCorpusError => error instanceof Error && error.name === NAME;

/** Whatever went wrong with a connection, as one of ours. */
export function sharedFailure(error: unknown): SharedCorpusError {
  if (isOurs(error)) return error;
  const { code = '', message } = error as { readonly code?: string; readonly message: string };
  const fail = (kind: SharedFailureCode) => new SharedCorpusError(kind, message || code, { cause: error });
  const stated = BY_STATE[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? BY_STATE[code.slice(0, 2)] : undefined);
  if (stated) return fail(stated);
  if (NOT_TRUSTED.test(code) || /does not support SSL/i.test(message)) return fail('not-trusted');
  if (/Query read timeout/i.test(message)) return fail('too-slow');
  if (/password/i.test(message)) return fail('refused-password');
  const isConnection =
    /^E[A-Z]+$/.test(code) || /terminated|closed|not queryable|timeout expired|timeout/i.test(message);
  return fail(isConnection ? 'unreachable' : 'failed');
}
