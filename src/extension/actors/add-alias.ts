import { l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { choose } from '../choose';
import type { ActorRow, NameArgument } from '../../protocol/index';
import { plainLabel, plainText } from '../plain-label';
import type { Server } from '../server';
import { information, statusMessage } from '../tell';
import { applyActorsEdit } from './apply-actors-edit';
import { chooseName, type ChosenName } from './chosen-name';

/** Gives a name to an actor that a person chooses, to count everywhere or only where the actor is named in full. */
export async function addAlias(server: Server, given?: NameArgument): Promise<void> {
  const title = l10n.t('Add Name as Alias');
  const chosen = await chooseName(server, title, given);
  const actor = chosen && (await chooseActor(server, chosen, title));
  if (!chosen || !actor) return;
  const weak = await chooseStrength(chosen.name, actor.name, title);
  if (weak === undefined) return;
  const { folder, name } = chosen;
  const answer = await applyActorsEdit(folder, () =>
    server.addAlias({ folder, name, actor: actor.id, weak }),
  );
  if (answer) statusMessage('check', l10n.t('{0} is a name of {1} now.', name, actor.name));
}

interface ActorItem extends QuickPickItem {
  readonly actor?: ActorRow;
}

/** The actors that it may belong to stand first. */
async function chooseActor(
  server: Server,
  { folder, name, discovered }: ChosenName,
  title: string,
): Promise<ActorRow | undefined> {
  const { actors } = await server.actorRows({ folder }).catch(() => ({ actors: [] }));
  if (actors.length === 0) {
    void information(l10n.t('There are no actors yet whose alias it could be. Add it as an actor.'));
    return undefined;
  }
  const near = new Map(discovered?.aliasOf.map(({ id, reason }) => [id, reason]));
  const item = (actor: ActorRow): ActorItem => {
    const reason = near.get(actor.id);
    return {
      actor,
      label: plainLabel(actor.name),
      description: plainLabel(`${actor.schema} · ${actor.id}`),
      ...(reason !== undefined && { detail: plainLabel(reason) }),
    };
  };
  const first = [...near.keys()].flatMap((id) => actors.find((actor) => actor.id === id) ?? []);
  const others = actors.filter(({ id }) => !near.has(id));
  const separator = { label: '', kind: QuickPickItemKind.Separator };
  const items: ActorItem[] = [
    ...first.map(item),
    ...(first.length > 0 ? [separator] : []),
    ...others.map(item),
  ];
  const placeHolder = l10n.t('Whose name is {0}?', plainText(name));
  return (await choose(items, { title, placeHolder, matchOnDescription: true }))?.actor;
}

async function chooseStrength(name: string, actor: string, title: string): Promise<boolean | undefined> {
  const items = [
    {
      label: l10n.t('Alias'),
      description: l10n.t('names {0} wherever it stands', plainLabel(actor)),
      weak: false,
    },
    {
      label: l10n.t('Weak alias'),
      description: l10n.t('only where the text has named {0} in full', plainLabel(actor)),
      weak: true,
    },
  ];
  const placeHolder = l10n.t('How does {0} name {1}?', plainText(name), plainText(actor));
  return (await choose(items, { title, placeHolder }))?.weak;
}
