import { commands, type Disposable } from 'vscode';
import type { ActorGraphs } from './actor-graph/actor-graph';
import { addActor } from './actors/add-actor';
import { addAlias } from './actors/add-alias';
import { nameArgument } from './actors/chosen-name';
import { exportActors, importActors } from './actors/exchange-actors';
import { ignoreName } from './actors/ignore-name';
import { chooseSources } from './choose-sources';
import { cite } from './cite';
import type { DocumentRoles } from './document-roles';
import { saveEvidencePack } from './evidence-pack';
import type { HealthWatch } from './health-watch';
import { lockQuotations } from './lock-command';
import { mergeActors } from './merge-actors';
import { openPassage } from './open-passage';
import { exportReport } from './references/export-report';
import { importReferences } from './references/import-references';
import { completeRecord, recordSource } from './references/record-source';
import { copyReference, insertBibliography } from './references/reference-commands';
import { takeOverReview, type LeftReviews } from './review/left-reviews';
import type { Reviews } from './review/review-draft';
import type { Server } from './server';
import { writing } from './trust';

export interface CommandParts {
  readonly server: Server;
  readonly roles: DocumentRoles;
  readonly health: HealthWatch;
  readonly graphs: ActorGraphs;
  readonly reviews: Reviews;
  readonly left: LeftReviews;
  readonly restart: () => Promise<unknown>;
  readonly showLog: () => Promise<unknown>;
}

/** The commands that no view brings along. */
export function registerCommands(parts: CommandParts): Disposable[] {
  const { server, roles, health, graphs, reviews, left } = parts;
  const command = (name: string, run: (given?: unknown) => unknown) =>
    commands.registerCommand(`sourcewright.${name}`, run);
  const writes = (name: string, run: (given?: unknown) => unknown) => command(name, writing(run));
  return [
    command('citePassage', () => cite('passage', server, roles, health)),
    command('citeSelection', () => cite('selection', server, roles, health)),
    command('insertBibliography', () => insertBibliography(server, roles)),
    command('copyReference', () => copyReference(server, roles)),
    command('exportReport', () => exportReport(server, roles)),
    writes('importReferences', () => importReferences(server)),
    writes('recordSource', () => recordSource(server)),
    writes('completeRecord', () => completeRecord(server)),
    writes('lockQuotations', () => lockQuotations(server, roles)),
    writes('chooseSources', chooseSources),
    command('reviewDraft', (given) => reviews.show(given)),
    writes('takeOverReview', () => takeOverReview(server, left)),
    command('saveEvidencePack', () => saveEvidencePack(server, roles)),
    command('showActorGraph', () => graphs.show()),
    writes('mergeActors', () => mergeActors(server)),
    // A view gives the name as the argument; the palette and the editor's menu give none of ours.
    writes('addActor', (given) => addActor(server, nameArgument(given))),
    writes('addAlias', (given) => addAlias(server, nameArgument(given))),
    writes('ignoreName', (given) => ignoreName(server, nameArgument(given))),
    command('exportActors', () => exportActors(server)),
    writes('importActors', () => importActors(server)),
    // Not in the manifest: only a line above a block quote runs it.
    commands.registerCommand('sourcewright.openPassage', openPassage),
    command('reindex', () => server.reindex()),
    command('restart', parts.restart),
    command('showLog', parts.showLog),
  ];
}
