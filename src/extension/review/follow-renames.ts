import { type Disposable, FileType, Uri, workspace, WorkspaceEdit } from 'vscode';

interface Renamed {
  readonly oldUri: Uri;
  readonly newUri: Uri;
}

const REVIEWS_FOLDER = ['.sourcewright', 'reviews'];

/** A draft, or a folder of drafts, that is renamed or moved takes its reviews along, in the same step. */
export const reviewsFollowRenames = (): Disposable =>
  workspace.onWillRenameFiles((event) => {
    // In Restricted Mode nothing of ours is written: the Citations view tells of what is left behind.
    if (workspace.isTrusted) event.waitUntil(renamedReviews(event.files));
  });

/** Where a file is after files or folders were renamed; undefined: where it was. */
export function renamedTo(uri: Uri, renamed: readonly Renamed[]): Uri | undefined {
  for (const { oldUri, newUri } of renamed) {
    const isIt = uri.path === oldUri.path || uri.path.startsWith(`${oldUri.path}/`);
    if (isIt && uri.scheme === oldUri.scheme && uri.authority === oldUri.authority)
      return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return undefined;
}

async function renamedReviews(renamed: readonly Renamed[]): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const { oldUri, newUri } of renamed) {
    const [from, to] = [reviewsOf(oldUri), reviewsOf(newUri)];
    if (!from || !to) continue;
    for (const [review, target] of [
      ...(await filesIn(from, to)),
      [withEnding(from), withEnding(to)] as const, // of a file
    ])
      // A review that is there already stays: nothing is written over.
      if ((await isFile(review)) && !(await isFile(target)))
        edit.renameFile(review, target, { overwrite: false });
  }
  return edit;
}

/** Where reviews of a path are kept, without the ending that the review of a file has. */
function reviewsOf(uri: Uri): Uri | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder?.uri.scheme !== 'file' || !uri.path.startsWith(`${folder.uri.path}/`)) return undefined;
  const path = uri.path.slice(folder.uri.path.length + 1);
  return Uri.joinPath(folder.uri, ...REVIEWS_FOLDER, ...path.split('/'));
}

const withEnding = (uri: Uri): Uri => uri.with({ path: `${uri.path}.yaml` });

/** All files in a folder, each with its place in another one. */
async function filesIn(from: Uri, to: Uri): Promise<(readonly [Uri, Uri])[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(from)).catch(() => []); // no folder
  const found = entries.map(async ([name, type]) => {
    const both = [Uri.joinPath(from, name), Uri.joinPath(to, name)] as const;
    if (type === FileType.Directory) return filesIn(...both);
    return type === FileType.File ? [both] : [];
  });
  return (await Promise.all(found)).flat();
}

const isFile = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => type === FileType.File,
    () => false,
  );
