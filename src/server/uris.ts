import * as nodePath from 'node:path';
import { URI } from 'vscode-uri';

/** The path of a file URI on this machine; undefined for what is no file. */
export function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** The URI of a path relative to a folder on disk. */
export const fileUri = (root: string, path: string): string => URI.file(nodePath.join(root, path)).toString();

/** A file's path relative to a folder, `/` between folders; undefined for what lies outside. */
export function relativePath(root: string, file: string): string | undefined {
  const relative = nodePath.relative(root, file);
  if (
    relative === '' ||
    relative === '..' ||
    relative.startsWith(`..${nodePath.sep}`) ||
    nodePath.isAbsolute(relative)
  )
    return undefined;
  return relative.split(nodePath.sep).join('/');
}
