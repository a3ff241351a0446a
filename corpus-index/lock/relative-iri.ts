/** From the lock's folder to the root of the writer's folder: paths in the lock are relative to the lock. */
const UP = '../';

/** What may not stand in the path of an IRI (RFC 3987), and `%` itself; letters of all scripts may. */
// eslint-disable-next-line no-control-regex -- control characters are what is encoded
const NOT_IN_PATH = /[\u0000-\u0020"#%<>?[\\\]^`{|}\u007F]/g;

/** The IRI, relative to the lock, of a file by its path in the folder, `/` between folders. */
export const iriOf = (path: string): string => UP + path.replace(NOT_IN_PATH, encodeURIComponent);

/** The path in the folder of an IRI relative to the lock; undefined for anything else. */
export function pathOf(iri: string): string | undefined {
  if (!iri.startsWith(UP)) return undefined;
  try {
    return decodeURIComponent(iri.slice(UP.length));
  } catch {
    return undefined;
  }
}
