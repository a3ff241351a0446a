import { l10n } from 'vscode';
import type { NameArgument } from '../../protocol/index';
import type { Server } from '../server';
import { statusMessage } from '../tell';
import { applyActorsEdit } from './apply-actors-edit';
import { chooseName } from './chosen-name';

/** Puts a name under `ignored:` in actors.yaml: it is no actor, and not listed again. */
export async function ignoreName(server: Server, given?: NameArgument): Promise<void> {
  const chosen = await chooseName(server, l10n.t('Ignore Name'), given);
  if (!chosen) return;
  const { folder, name } = chosen;
  const answer = await applyActorsEdit(folder, () => server.ignoreName({ folder, name }));
  if (answer) statusMessage('check', l10n.t('{0} is ignored, as actors.yaml now says.', name));
}
