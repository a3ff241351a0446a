import * as nodePath from 'node:path';
import { URI } from 'vscode-uri';
import type { SourceFormat } from '#corpus-index';
import { isReadAsWritten } from '../ingest/formats';
import { SOURCE_TEXT_ENDING, SOURCE_TEXT_SCHEME } from '../protocol';

/** The path on this machine of a file, or of the file whose text a URI shows; undefined for what is neither. */
export function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return parsed.fsPath;
  if (!isSourceTextUri(uri)) return undefined;
  return parsed.with({ scheme: 'file', path: parsed.path.slice(0, -SOURCE_TEXT_ENDING.length) }).fsPath;
}

/** Whether a URI shows a source's text in place of its file. */
export const isSourceTextUri = (uri: string): boolean =>
  uri.startsWith(`${SOURCE_TEXT_SCHEME}:`) && URI.parse(uri).path.endsWith(SOURCE_TEXT_ENDING);

/** The URI of a path relative to a folder on disk. */
export const fileUri = (root: string, path: string): string => URI.file(nodePath.join(root, path)).toString();

/** The URI under which a source is shown so that its offsets are right: its file, or the text made of it. */
export function sourceUri(
  root: string,
  {
    path,
    format,
    shared,
  }: { readonly path: string; readonly format: SourceFormat; readonly shared?: unknown },
): string {
  const file = URI.file(nodePath.join(root, path));
  if (isReadAsWritten(format) && shared === undefined) return file.toString();
  return file.with({ scheme: SOURCE_TEXT_SCHEME, path: file.path + SOURCE_TEXT_ENDING }).toString();
}

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
