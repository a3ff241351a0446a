import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { failureOf, type ReadFailure } from './failure';
import { ACTORS_FILE, RECORDS_FILE } from './settings';
import type { Listing } from './source-files';

const DRAFT = /\.(?:md|markdown|qmd|rmd)$/i;
const NEVER_WALKED = /^(?:node_modules|\..*|_site|_book)$/;

/** Whether a file's name says that it could be a draft: Markdown, Quarto or R Markdown. */
export const isDraftFile = (path: string): boolean => DRAFT.test(path);

/**
 * All drafts of a folder: Markdown files that are not sources; paths relative to it, sorted. A folder in it with records or
 * actors of its own is another workspace, whose drafts cite its own sources.
 */
export async function listDrafts(root: string, isSource: (path: string) => boolean): Promise<Listing> {
  const paths: string[] = [];
  const failures: ReadFailure[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await fs.readdir(nodePath.join(root, folder), { withFileTypes: true });
    if (folder !== '' && entries.some(({ name }) => name === RECORDS_FILE || name === ACTORS_FILE)) return;
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !NEVER_WALKED.test(entry.name)) await walkSafely(path);
      else if (entry.isFile() && isDraftFile(path) && !isSource(path)) paths.push(path);
    }
  };
  const walkSafely = (folder: string) =>
    walk(folder).catch((error: unknown) => {
      failures.push({ ...failureOf(folder, error), code: 'no-listing' });
    });
  await walkSafely('');
  return { paths: paths.sort(), failures };
}
