import { commands, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseSources } from './choose-sources';
import { citePassage } from './cite-passage/cite-passage';
import { citeSelection } from './cite-selection';
import { createClient } from './client';
import { DocumentRoles } from './document-roles';
import { HealthWatch } from './health-watch';
import { createServer } from './server';
import { StatusBar } from './status-bar';

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext) {
  const started = (client = createClient(context));
  const server = createServer(started);
  const health = new HealthWatch(server);
  const roles = new DocumentRoles(server, health);
  const command = (name: string, run: () => unknown) => commands.registerCommand(`sourcewright.${name}`, run);
  context.subscriptions.push(
    health,
    roles,
    new StatusBar(started, health),
    command('citePassage', () => citePassage(server, roles, health)),
    command('citeSelection', () => citeSelection(server, roles)),
    command('chooseSources', chooseSources),
    command('reindex', () => server.reindex()),
    command('restart', () => started.restart()),
    command('showLog', () => {
      started.outputChannel.show();
    }),
  );
  // Not awaited: what needs the server waits for it. A failure is in the log and in the status bar.
  started.start().catch(() => undefined);
}

export async function deactivate() {
  await client?.stop();
}
