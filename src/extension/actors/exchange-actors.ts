import { l10n, Uri, window, workspace } from 'vscode';
import type { ImportActorsResult } from '../../protocol/index';
import type { Server } from '../server';
import { failure, information, warning } from '../tell';
import { applyActorsEdit } from './apply-actors-edit';
import { chooseFolder } from './chosen-name';

const filters = { [l10n.t('FollowTheMoney entities')]: ['json', 'jsonl', 'ftm', 'ijson'] };

/** Writes the registry as FollowTheMoney entities to a file that a person names. */
export async function exportActors(server: Server): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const failed = {
    text: '',
    count: 0,
    problem: l10n.t('Nothing was exported: the Sourcewright server does not answer.'),
  };
  const { text, count, problem } = await server.exportActors({ folder }).catch(() => failed);
  if (problem !== undefined) {
    void warning(problem);
    return;
  }
  const defaultUri = Uri.joinPath(Uri.parse(folder), 'actors.ftm.json');
  const target = await window.showSaveDialog({ defaultUri, filters, title: l10n.t('Export Actors') });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    void information(l10n.t('{0} actors exported to {1}.', count, workspace.asRelativePath(target)));
  } catch (error) {
    void failure(l10n.t('{0} could not be written: {1}', target.fsPath, messageOf(error)));
  }
}

/** Merges a file of FollowTheMoney entities into actors.yaml, shown in the Refactor Preview first. */
export async function importActors(server: Server): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const [file] =
    (await window.showOpenDialog({ filters, title: l10n.t('Import Actors'), openLabel: l10n.t('Import') })) ??
    [];
  if (!file) return;
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    const preview = l10n.t('Import from {0}', workspace.asRelativePath(file));
    const ask = () => server.importActors({ folder, text });
    const result = await applyActorsEdit(folder, ask, { preview });
    if (result) await tell(result);
  } catch (error) {
    void failure(l10n.t('{0} could not be read: {1}', file.fsPath, messageOf(error)));
  }
}

async function tell({ added, changed, suggestions, problems }: ImportActorsResult) {
  const said = l10n.t('Actors added: {0}, changed: {1}.', added.length, changed.length);
  if (suggestions.length + problems.length === 0) {
    void information(said);
    return;
  }
  const left = l10n.t('{0} entities and lines were left out.', suggestions.length + problems.length);
  const show = l10n.t('Show Which');
  if ((await warning(`${said} ${left}`, show)) !== show) return;
  const lines = [
    ...suggestions.map(({ entity, name, actor }) =>
      l10n.t('{0} ({1}) may be {2}: give one of the two the other’s id to merge them.', entity, name, actor),
    ),
    ...problems.map(({ line, message }) => l10n.t('Line {0}: {1}', line, message)),
  ];
  await window.showTextDocument(await workspace.openTextDocument({ content: `${lines.join('\n')}\n` }));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
