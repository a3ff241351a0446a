import { l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { choose } from '../choose';
import type { HealthWatch } from '../health-watch';
import { plainLabel } from '../plain-label';
import type { Server } from '../server';
import type { ActorTreeChoice } from './actor-tree';

type Chosen = NonNullable<ActorTreeChoice['source']>;

interface SourceItem extends QuickPickItem {
  readonly source?: Chosen;
}

/** Lets a person choose one source of the workspace. */
export async function chooseSource(server: Server, health: HealthWatch): Promise<Chosen | undefined> {
  const chosen = await choose(sourceItems(server, health), {
    title: l10n.t('Filter Actors by Source'),
    placeHolder: l10n.t('Show only the actors that one source names'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.source;
}

async function sourceItems(server: Server, health: HealthWatch): Promise<SourceItem[]> {
  const folders = health.folders ?? [];
  const lists = await Promise.all(
    folders.map(async ({ folder, name }) => {
      const found = await server.actors({ folder }).catch(() => undefined);
      const items: SourceItem[] = (found?.sources ?? []).map(({ key, reference, title }) => ({
        label: plainLabel(reference),
        description: plainLabel(key),
        detail: plainLabel(title),
        source: { folder, key, reference },
      }));
      return folders.length > 1 ? [{ label: name, kind: QuickPickItemKind.Separator }, ...items] : items;
    }),
  );
  return lists.flat();
}
