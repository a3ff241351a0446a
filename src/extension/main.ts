import { commands, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ActorGraphs } from './actor-graph/actor-graph';
import { createActorsView } from './actors-view/actors-view';
import { addActor } from './actors/add-actor';
import { addAlias } from './actors/add-alias';
import { nameArgument } from './actors/chosen-name';
import { exportActors, importActors } from './actors/exchange-actors';
import { ignoreName } from './actors/ignore-name';
import { chooseSources } from './choose-sources';
import { citePassage } from './cite-passage/cite-passage';
import { citeSelection } from './cite-selection';
import { DocumentRoles } from './document-roles';
import { saveEvidencePack } from './evidence-pack';
import { HealthWatch } from './health-watch';
import { IndexingProgress } from './indexing-progress';
import { lockOnSave, lockQuotations } from './lock-command';
import { mergeActors } from './merge-actors';
import { openPassage } from './open-passage';
import { highlightPassages } from './passage-highlight';
import { Reviews } from './review/review-draft';
import { createServer } from './server';
import { SourceTexts } from './source-text';
import { StatusBar } from './status-bar';

let client: Promise<LanguageClient> | undefined;

export function activate(context: ExtensionContext) {
  const starting = (client = startClient(context));
  const server = createServer(starting);
  const health = new HealthWatch(server);
  const roles = new DocumentRoles(server, health);
  const graphs = new ActorGraphs(context.extensionUri, server, health);
  const reviews = new Reviews(context, server, health);
  const command = (name: string, run: (given?: unknown) => unknown) =>
    commands.registerCommand(`sourcewright.${name}`, run);
  context.subscriptions.push(
    health,
    roles,
    new StatusBar(server, health),
    new IndexingProgress(server, health),
    createActorsView(context, server, health),
    graphs,
    command('showActorGraph', () => graphs.show()),
    new SourceTexts(server, health),
    highlightPassages(),
    command('citePassage', () => citePassage(server, roles, health)),
    command('citeSelection', () => citeSelection(server, roles)),
    command('lockQuotations', () => lockQuotations(server, roles)),
    lockOnSave(server, roles),
    command('mergeActors', () => mergeActors(server)),
    reviews,
    command('reviewDraft', (given) => reviews.show(given, roles)),
    command('saveEvidencePack', () => saveEvidencePack(server, roles)),
    command('chooseSources', chooseSources),
    // A view gives the name as the argument; the palette and the editor's menu give none of ours.
    command('addActor', (given) => addActor(server, nameArgument(given))),
    command('addAlias', (given) => addAlias(server, nameArgument(given))),
    command('ignoreName', (given) => ignoreName(server, nameArgument(given))),
    command('exportActors', () => exportActors(server)),
    command('importActors', () => importActors(server)),
    // Not in the manifest: only a line above a block quote runs it.
    commands.registerCommand('sourcewright.openPassage', openPassage),
    command('reindex', () => server.reindex()),
    command('restart', async () => (await starting).restart()),
    command('showLog', async () => {
      (await starting).outputChannel.show();
    }),
  );
}

export async function deactivate() {
  await (await client)?.stop();
}

/** After the activation: to evaluate the client's library takes longer than all the rest. */
async function startClient(context: ExtensionContext): Promise<LanguageClient> {
  await new Promise((resolve) => setImmediate(resolve));
  const { createClient } = await import('./client');
  const created = createClient(context);
  // Not awaited: what needs the server waits for it. A failure is in the log and in the status bar.
  created.start().catch(() => undefined);
  return created;
}
