import {
  type CancellationToken,
  env,
  l10n,
  ProgressLocation,
  UIKind,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { choose } from './choose';
import type { DocumentRoles } from './document-roles';
import { plainLabel } from './plain-label';
import type { Server } from './server';
import { failure, information, warning } from './tell';

/** Makes the evidence pack of one draft or of a folder's drafts, and saves it where the person says. */
export async function saveEvidencePack(server: Server, roles: DocumentRoles): Promise<void> {
  const active = window.activeTextEditor?.document.uri ?? roles.lastDraft;
  const draft = active && (await roles.of(active)) === 'draft' ? active : undefined;
  const folder = await folderOf(draft);
  if (!folder) return;
  const chosen = draft ? await chooseDrafts(draft) : { draft: undefined };
  if (!chosen || !(await allSaved(folder))) return;
  const target = await window.showSaveDialog({
    title: l10n.t('Save Evidence Pack'),
    defaultUri: Uri.joinPath(folder.uri, `${nameOf(chosen.draft ?? folder.uri)}-evidence.html`),
    filters: { [l10n.t('Web page')]: ['html'] },
  });
  if (!target) return;
  const title = l10n.t('Making the evidence pack');
  const progress = { location: ProgressLocation.Notification, title, cancellable: true };
  const saved = await window.withProgress(progress, (_, token) =>
    save(server, { folder, draft: chosen.draft, target }, token),
  );
  await tell(target, saved);
}

async function folderOf(draft: Uri | undefined): Promise<WorkspaceFolder | undefined> {
  const own = draft && workspace.getWorkspaceFolder(draft);
  const folders = workspace.workspaceFolders ?? [];
  return own ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0]);
}

async function chooseDrafts(draft: Uri): Promise<{ readonly draft: Uri | undefined } | undefined> {
  return await choose(
    [
      { label: l10n.t('This draft'), description: plainLabel(workspace.asRelativePath(draft)), draft },
      { label: l10n.t('All drafts of the folder'), draft: undefined },
    ],
    { title: l10n.t('Save Evidence Pack') },
  );
}

/** The pack tells of files as they lie on disk, with their hashes. */
async function allSaved(folder: WorkspaceFolder): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && workspace.getWorkspaceFolder(uri) === folder,
  );
  if (unsaved.length === 0) return true;
  const names = unsaved.map(({ uri }) => workspace.asRelativePath(uri)).join(', ');
  const saveAll = l10n.t('Save All');
  const answer = await warning(
    l10n.t('The evidence pack tells of files as they lie on disk. Save these first: {0}.', names),
    saveAll,
  );
  if (answer !== saveAll) return false;
  return (await Promise.all(unsaved.map((document) => document.save()))).every(Boolean);
}

type Saved = 'saved' | 'cancelled' | { readonly problem: string };

interface Saving {
  readonly folder: WorkspaceFolder;
  readonly draft: Uri | undefined;
  readonly target: Uri;
}

async function save(
  server: Server,
  { folder, draft, target }: Saving,
  token: CancellationToken,
): Promise<Saved> {
  try {
    const only = draft ? { draft: draft.toString() } : {};
    const { html, problem } = await server.evidencePack({ folder: folder.uri.toString(), ...only }, token);
    if (token.isCancellationRequested) return 'cancelled';
    if (html === undefined) return { problem: problem ?? l10n.t('The Sourcewright server does not answer.') };
    await workspace.fs.writeFile(target, Buffer.from(html, 'utf8'));
    return 'saved';
  } catch (error) {
    if (token.isCancellationRequested) return 'cancelled';
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function tell(target: Uri, saved: Saved): Promise<void> {
  if (saved === 'cancelled') return;
  if (saved !== 'saved') {
    void failure(l10n.t('The evidence pack was not saved: {0}', saved.problem));
    return;
  }
  if (isElsewhere()) {
    void information(
      l10n.t(
        'The evidence pack is saved as {0}, where no browser of this machine can open it. Download it from the Explorer.',
        target.path,
      ),
    );
    return;
  }
  const open = l10n.t('Open in Browser');
  const answer = await information(l10n.t('The evidence pack is saved.'), open);
  if (answer === open) await env.openExternal(target);
}

/** Whether the file lies where no program of this desktop can read it. */
const isElsewhere = (): boolean => env.remoteName !== undefined || env.uiKind === UIKind.Web;

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');
