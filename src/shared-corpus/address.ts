/** Where a shared corpus is. Never with a password: that comes from whoever connects. */
export interface CorpusAddress {
  /** A name, an IP address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Whether the connection is encrypted and the server's certificate must hold. */
  readonly tls: boolean;
  /** A file with the certificate of who signed the server's, where the system does not know it. */
  readonly rootCertificate?: string;
}

/** Why a text is no address that can be used. */
export type AddressProblem = 'shape' | 'password' | 'parameter';

const SENTENCES: Readonly<Record<AddressProblem, string>> = {
  shape: 'The address of a shared corpus has the form postgres://USER@HOST/DATABASE.',
  password:
    'The address of the shared corpus has a password in it, where others can read it. Take it out of the address, and change it in the database.',
  parameter:
    'The address of the shared corpus may have the parameters sslmode=verify-full, sslmode=disable and sslrootcert=FILE, and no others.',
};

export const describeAddressProblem = (problem: AddressProblem): string => SENTENCES[problem];

const DEFAULT_PORT = 5432;

/** Reads `postgres://USER@HOST:PORT/DATABASE`, as PostgreSQL's own programs do; the user cannot be left out. */
export function readAddress(text: string): CorpusAddress | AddressProblem {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return 'shape';
  if (url.password !== '' || url.searchParams.has('password')) return 'password';
  const [host, user, database] = [url.hostname, url.username, url.pathname.slice(1)].map(decoded);
  if (!host || !user || !database || url.hash !== '') return 'shape';
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const tls = readTls(url.searchParams, bare);
  if (!tls) return 'parameter';
  return { host: bare, port: Number(url.port || DEFAULT_PORT), database, user, ...tls };
}

export const isAddress = (reading: CorpusAddress | AddressProblem): reading is CorpusAddress =>
  typeof reading === 'object';

/**
 * The address as it is shown and as passwords are kept by: whatever differs in whom is spoken to, or how safely, differs here.
 */
export function writtenAddress({ host, port, database, user, tls, rootCertificate }: CorpusAddress): string {
  const where = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  const parameters = new URLSearchParams();
  if (tls === isLocal(host)) parameters.set('sslmode', tls ? 'verify-full' : 'disable');
  if (rootCertificate !== undefined) parameters.set('sslrootcert', rootCertificate);
  const query = parameters.size > 0 ? `?${parameters.toString()}` : '';
  return `postgres://${encodeURIComponent(user)}@${where}:${port}/${encodeURIComponent(database)}${query}`;
}

/** Encrypted unless the server is on this machine, or the address says otherwise. */
function readTls(
  parameters: URLSearchParams,
  host: string,
): Pick<CorpusAddress, 'tls' | 'rootCertificate'> | undefined {
  const mode = parameters.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
  const rootCertificate = parameters.get('sslrootcert');
  const known = [...parameters.keys()].every((name) => name === 'sslmode' || name === 'sslrootcert');
  if (!known || (mode !== 'disable' && mode !== 'verify-full')) return undefined;
  return { tls: mode === 'verify-full', ...(rootCertificate ? { rootCertificate } : {}) };
}

const isLocal = (host: string): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Undefined for what is no encoding of any text. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
