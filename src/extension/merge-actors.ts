import { l10n, type QuickPickItem, window } from 'vscode';
import { choose } from './choose';
import type { MergeCandidate } from '../protocol/index';
import { plainLabel, plainText } from './plain-label';
import type { Server } from './server';
import { information, warning } from './tell';

interface ActorItem extends QuickPickItem {
  readonly actor: MergeCandidate;
}

/** Lets a person choose two actors of actors.yaml, and has the change shown that makes one of them. */
export async function mergeActors(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    void information(l10n.t('Open a draft, a source or actors.yaml first.'));
    return;
  }
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const { folder, actors, at, problem } = await server.mergeCandidates({
    uri: document.uri.toString(),
    position: { line, character },
  });
  if (folder === undefined) {
    void information(problem ?? l10n.t('There is nothing to merge.'));
    return;
  }
  const into =
    actors.find(({ id }) => id === at) ?? (await chooseActor(actors, l10n.t('The actor that stays'), 1));
  if (!into) return;
  const others = actors.filter(({ id }) => id !== into.id);
  const from = await chooseActor(
    others,
    l10n.t('The actor that becomes one with “{0}”', plainText(into.name)),
    2,
  );
  if (!from) return;
  const result = await server.mergeActors({ folder, into: into.id, from: from.id });
  if (result.problem) void warning(result.problem);
}

async function chooseActor(
  actors: readonly MergeCandidate[],
  placeHolder: string,
  step: 1 | 2,
): Promise<MergeCandidate | undefined> {
  const items = actors.map((actor): ActorItem => ({
    actor,
    label: plainLabel(actor.name),
    description: plainLabel(actor.id),
    detail: plainLabel(actor.detail),
  }));
  const chosen = await choose(items, {
    title: l10n.t('Merge Two Actors ({0}/2)', step),
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.actor;
}
