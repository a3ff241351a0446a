import { l10n, type QuickPickItem, TabInputText, type Uri, type ViewColumn, window, workspace } from 'vscode';
import { choose } from './choose';
import type { PassageRef, Range } from '../protocol/index';
import { formsFromSettings } from './citation-forms';
import type { DocumentRoles } from './document-roles';
import { insertCitation } from './insert-citation';
import { plainLabel } from './plain-label';
import type { Server } from './server';
import { information } from './tell';

/** Cites a passage, or what is `quoted` of it, at the cursor of the draft that was used last. */
export async function citeInDraft(
  server: Server,
  roles: DocumentRoles,
  { folder, key, n }: PassageRef,
  quoted: readonly Range[],
): Promise<void> {
  const draft = await chooseDraft(roles);
  if (!draft) return;
  const editor = await window.showTextDocument(draft.uri, {
    viewColumn: draft.column,
    preview: draft.isPreview,
  });
  await insertCitation(server, editor, {
    passage: { folder, key, n },
    quoted,
    ...formsFromSettings(draft.uri),
  });
}

interface OpenDraft {
  readonly uri: Uri;
  readonly column: ViewColumn;
  readonly isPreview: boolean;
}

async function chooseDraft(roles: DocumentRoles): Promise<OpenDraft | undefined> {
  const drafts = await openDrafts(roles);
  const last = drafts.find(({ uri }) => uri.toString() === roles.lastDraft?.toString());
  if (last) return last;
  if (drafts.length === 0)
    void information(
      l10n.t('Open the draft that is to receive the quotation, put the cursor there, and cite again.'),
    );
  if (drafts.length < 2) return drafts[0];
  const items = drafts.map((draft): QuickPickItem & { draft: OpenDraft } => ({
    draft,
    label: plainLabel(workspace.asRelativePath(draft.uri)),
  }));
  const placeHolder = l10n.t('The draft that receives the quotation');
  return (await choose(items, { title: l10n.t('Cite in Draft'), placeHolder }))?.draft;
}

/** A draft that is open several times counts where it is in sight. */
async function openDrafts(roles: DocumentRoles): Promise<readonly OpenDraft[]> {
  const open = new Map<string, OpenDraft>();
  for (const { tabs, viewColumn: column } of window.tabGroups.all)
    for (const { input, isActive, isPreview } of tabs)
      if (input instanceof TabInputText && (isActive || !open.has(input.uri.toString())))
        open.set(input.uri.toString(), { uri: input.uri, column, isPreview });
  const all = [...open.values()];
  const found = await Promise.all(all.map(async ({ uri }) => (await roles.of(uri)) === 'draft'));
  return all.filter((_, at) => found[at]);
}
