import { l10n, window } from 'vscode';
import type { NameArgument } from '../../protocol/index';
import type { Server } from '../server';
import { applyActorsEdit } from './apply-actors-edit';
import { chooseName } from './chosen-name';

const shownFor = 8000;

/** Puts a name under `ignored:` in actors.yaml: it is no actor, and not listed again. */
export async function ignoreName(server: Server, given?: NameArgument): Promise<void> {
  const chosen = await chooseName(server, l10n.t('Ignore Name'), given);
  if (!chosen) return;
  const { folder, name } = chosen;
  const answer = await applyActorsEdit(folder, () => server.ignoreName({ folder, name }));
  if (answer)
    window.setStatusBarMessage(
      `$(check) ${l10n.t('{0} is ignored, as actors.yaml now says.', name)}`,
      shownFor,
    );
}
