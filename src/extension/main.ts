import type { ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ActorGraphs } from './actor-graph/actor-graph';
import { createActorsView } from './actors-view/actors-view';
import { createCitationsView } from './citations-view/citations-view';
import { createCitationHighlights } from './cited-passages/citation-highlights';
import { createCitationLenses } from './cited-passages/citation-lens';
import { DocumentRoles } from './document-roles';
import { DraftWatch } from './draft-watch';
import { HealthWatch } from './health-watch';
import { IndexingProgress } from './indexing-progress';
import { lockOnSave } from './lock-command';
import { highlightPassages } from './passage-highlight';
import { offerQuotations } from './quote-into-draft/quote-into-draft';
import { printCitations, type MarkdownIt } from './references/markdown-plugin';
import { followPassageLinks } from './references/passage-links';
import { PreviewCache } from './references/preview-cache';
import { ZoteroFiles } from './references/zotero-file';
import { reviewsFollowRenames } from './review/follow-renames';
import { LeftReviews } from './review/left-reviews';
import { Reviews } from './review/review-draft';
import { createServer } from './server';
import { SharedCorpora } from './shared-corpus/shared-corpora';
import { SourceTexts } from './source-text';
import { createSourcesView } from './sources-view/sources-view';
import { StatusBar } from './status-bar';
import { registerCommands } from './register-commands';

let client: Promise<LanguageClient> | undefined;

/** What Markdown's preview asks the extension for. */
interface MarkdownExtender {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

export function activate(context: ExtensionContext): MarkdownExtender {
  const starting = (client = startClient(context));
  const server = createServer(starting);
  const health = new HealthWatch(server);
  const roles = new DocumentRoles(server, health);
  const graphs = new ActorGraphs(context.extensionUri, server, health);
  const preview = new PreviewCache(server, health);
  const reviews = new Reviews(context, server, health, roles);
  const drafts = new DraftWatch(health);
  const left = new LeftReviews(server, health, drafts);
  const restart = async () => (await starting).restart();
  const showLog = async () => {
    (await starting).outputChannel.show();
  };
  context.subscriptions.push(
    health,
    roles,
    drafts,
    preview,
    graphs,
    reviews,
    left,
    reviewsFollowRenames(),
    new StatusBar(server, health),
    new IndexingProgress(server, health),
    new SourceTexts(server, health),
    highlightPassages(),
    followPassageLinks(preview),
    new ZoteroFiles(server, health, context.workspaceState),
    new SharedCorpora(server, health, context),
    createSourcesView(context, { server, health, roles, drafts }),
    createCitationsView(context, { server, health, roles, drafts, left }),
    createActorsView(context, server, health),
    createCitationLenses(server, drafts),
    createCitationHighlights(server, drafts),
    offerQuotations(server, roles),
    lockOnSave(server, roles),
    ...registerCommands({ server, roles, health, graphs, reviews, left, restart, showLog }),
  );
  return { extendMarkdownIt: (markdown) => printCitations(markdown, preview) };
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
