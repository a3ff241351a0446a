import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import picomatch from 'picomatch';
import { splitDocument, type PassageOverrides, type SourceText } from '#corpus-index';
import { failureOf, type ReadFailure } from './failure';
import type { ReadFormatted } from './format-reader';
import { endingOf, formatOf, isReadAsWritten, isSourceFile } from './formats';
import { megabytes } from './megabytes';
import { readSource } from './read-source';
import { SETTINGS_FILE } from './settings';

/** Folders that never hold a writer's sources, and take long to walk. */
const NEVER_WALKED = new Set(['node_modules', '.git', '.hg', '.svn']);

export interface Listing {
  /** Paths relative to the root, `/` between folders, sorted. */
  readonly paths: readonly string[];
  readonly failures: readonly ReadFailure[];
}

/** Whether a path relative to the root is a source by the globs of the setting. */
export function sourceMatcher(globs: readonly string[]): (path: string) => boolean {
  const inside = globs.filter(staysInside);
  if (inside.length === 0) return () => false;
  const matches = picomatch(inside, { nocase: false });
  return (path) => isSourceFile(path) && matches(path);
}

/** Whether a glob names files of the folder only: none with a `..` in it, which comes with whoever wrote the settings, and none from the disk's root. */
export const staysInside = (glob: string): boolean =>
  !/(?:^|[\\/{,(|!])\.\.(?:$|[\\/},)|])/.test(glob) &&
  !nodePath.posix.isAbsolute(glob) &&
  !nodePath.win32.isAbsolute(glob) &&
  !/^[a-z]:/i.test(glob);

/**
 * All files under `root` that the globs name as sources. A folder that cannot be listed is a failure, the rest counts. Links to
 * folders are followed within `root` only: a folder that somebody else made must not show what lies beside it.
 */
export async function listSources(root: string, globs: readonly string[]): Promise<Listing> {
  const isSource = sourceMatcher(globs);
  const paths = new Set<string>();
  const failures: ReadFailure[] = [];
  const walked = new Set<string>();
  const realRoot = await fs.realpath(root).catch(() => root);
  const walk = async (folder: string): Promise<void> => {
    const absolute = nodePath.join(root, folder);
    const real = await fs.realpath(absolute);
    if (!isWithin(realRoot, real)) {
      failures.push(outside(folder, real));
      return;
    }
    if (walked.has(real)) return;
    walked.add(real);
    const entries = await fs.readdir(absolute, { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? await linkedKind(nodePath.join(root, path)) : entry;
      if (kind?.isDirectory() && !NEVER_WALKED.has(entry.name) && !isPartOfPage(entry.name, names))
        await walkSafely(path);
      else if (kind?.isFile() && isSource(path)) paths.add(path);
    }
  };
  const walkSafely = (folder: string) =>
    walk(folder).catch((error: unknown) => {
      const failure = failureOf(folder === '' ? '.' : folder, error);
      failures.push({ ...failure, code: 'no-listing' });
    });
  const leading = globs.filter((glob) => !staysInside(glob));
  if (leading.length > 0)
    failures.push(
      outside(SETTINGS_FILE, `"sourcewright.sources": ${leading.map((glob) => `"${glob}"`).join(', ')}`),
    );
  for (const base of basesOf(globs.filter(staysInside))) {
    if (await exists(nodePath.join(root, base))) await walkSafely(base);
  }
  return { paths: [...paths].sort(), failures };
}

/** What a browser saves beside a page: its pictures, and the pages of its frames, which are no sources. */
function isPartOfPage(folder: string, beside: ReadonlySet<string>): boolean {
  const page = /^(.+)[_-](?:files|dateien|fichiers|archivos|bestanden)$/i.exec(folder)?.[1]?.toLowerCase();
  return page !== undefined && ['html', 'htm', 'xhtml'].some((ending) => beside.has(`${page}.${ending}`));
}

/** The folders in which the globs can find anything: what stands in front of their first wildcard. */
function basesOf(globs: readonly string[]): string[] {
  const bases = globs
    .map((glob) => picomatch.scan(glob))
    .map(({ base, isGlob }) => (isGlob ? base : nodePath.posix.dirname(base)));
  return [...new Set(bases.map((base) => (base === '.' ? '' : base)))];
}

export const outside = (path: string, detail: string): ReadFailure => ({ path, code: 'outside', detail });

/** Both as `realpath` gives them. */
export function isWithin(root: string, real: string): boolean {
  const relative = nodePath.relative(root, real);
  return relative !== '..' && !relative.startsWith(`..${nodePath.sep}`) && !nodePath.isAbsolute(relative);
}

const exists = (path: string): Promise<boolean> =>
  fs.access(path).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );

const linkedKind = (path: string) => fs.stat(path).catch(() => undefined);

/** How one source is to be read. */
export interface ReadingOptions {
  /** Bytes. */
  readonly maximumSize: number;
  readonly overrides?: PassageOverrides | undefined;
  /** Reads formats other than text; without it they count as unsupported. */
  readonly readFormatted?: ReadFormatted | undefined;
}

/** Reads one source from disk. What a link fetches from outside of `root` is not read. */
export async function readSourceFile(
  root: string,
  path: string,
  { maximumSize, overrides, readFormatted }: ReadingOptions,
): Promise<SourceText | ReadFailure> {
  const absolute = nodePath.join(root, path);
  try {
    const [realRoot, real] = await Promise.all([fs.realpath(root), fs.realpath(absolute)]);
    if (!isWithin(realRoot, real)) return outside(path, real);
    const { size } = await fs.stat(real);
    if (size > maximumSize)
      return { path, code: 'too-large', detail: `${megabytes(size)} of at most ${megabytes(maximumSize)}` };
    const bytes = await fs.readFile(real);
    const format = formatOf(path);
    if (format === undefined || isReadAsWritten(format)) return readSource(path, bytes, overrides);
    const ending = endingOf(path);
    if (!readFormatted) return { path, code: 'unsupported-format', detail: ending };
    const document = await readFormatted({ path, format, ending }, bytes);
    return 'code' in document ? document : { path, format, ...splitDocument(document, overrides) };
  } catch (error) {
    return failureOf(path, error);
  }
}
