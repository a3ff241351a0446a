import { env, l10n, MarkdownString, Uri, workspace } from 'vscode';
import type { FolderHealth } from '../protocol/index';
import type { SharedHealth } from '../protocol/shared';

interface HealthText {
  readonly text: string;
  readonly tooltip: MarkdownString;
  readonly command: string | undefined;
  readonly warning: boolean;
}

/** What the status bar says of one or more folders: the gravest state first. */
export function describeHealth(folders: readonly FolderHealth[]): HealthText {
  const sources = sum(folders, (folder) => folder.sources);
  const unreadable = sum(folders, (folder) => folder.unreadable.length);
  const state = { tooltip: tooltipOf(folders), command: undefined, warning: false };
  if (folders.some((folder) => folder.phase === 'indexing'))
    return { ...state, text: `$(loading~spin) ${indexing(folders)}` };
  if (folders.some((folder) => folder.phase === 'stopped')) {
    state.tooltip.appendText(
      l10n.t('Drafts are not checked until all sources are read. Click to read the rest.'),
    );
    return {
      ...state,
      text: `$(debug-pause) ${stopped(folders)}`,
      command: 'sourcewright.reindex',
      warning: true,
    };
  }
  if (unreadable > 0) {
    state.tooltip.appendText(l10n.t('Click to see the problems.'));
    const text = `$(warning) ${unreadableSources(unreadable)}`;
    return { ...state, text, command: 'workbench.actions.view.problems', warning: true };
  }
  const lost = folders.find(({ shared }) => shared?.state === 'unreachable')?.shared;
  if (lost) {
    state.tooltip.appendText(
      lost.isRefused ? l10n.t('Click to enter the password.') : l10n.t('Click to try again.'),
    );
    const command = lost.isRefused ? 'sourcewright.connectSharedCorpus' : 'sourcewright.reindex';
    return { ...state, text: `$(warning) ${l10n.t('Shared corpus not reachable')}`, command, warning: true };
  }
  if (sources === 0 && !folders.some(({ shared }) => shared)) {
    state.tooltip.appendText(l10n.t('Click to choose the folder that holds them.'));
    return { ...state, text: `$(book) ${l10n.t('No sources found')}`, command: 'sourcewright.chooseSources' };
  }
  return { ...state, text: `$(book) ${sourceCount(sources)}` };
}

function indexing(folders: readonly FolderHealth[]): string {
  const busy = folders.filter((folder) => folder.phase === 'indexing');
  const total = sum(busy, (folder) => folder.total);
  if (total === 0) return l10n.t('Looking for sources');
  return l10n.t(
    'Indexing {0} of {1}',
    sum(busy, (folder) => folder.done),
    total,
  );
}

function stopped(folders: readonly FolderHealth[]): string {
  const unread = folders.filter((folder) => folder.phase === 'stopped');
  return l10n.t(
    'Stopped: {0} of {1} sources read',
    sum(unread, (folder) => folder.done),
    sum(unread, (folder) => folder.total),
  );
}

function tooltipOf(folders: readonly FolderHealth[]): MarkdownString {
  const tooltip = new MarkdownString();
  for (const folder of folders) {
    if (folders.length > 1) tooltip.appendMarkdown('**').appendText(folder.name).appendMarkdown('**  \n');
    tooltip.appendText(countsOf(folder)).appendMarkdown('\n\n');
    if (folder.shared) tooltip.appendText(sharedText(folder.shared)).appendMarkdown('\n\n');
    for (const { uri, reason } of folder.unreadable.slice(0, unreadableShown))
      tooltip
        .appendMarkdown('- ')
        .appendText(`${workspace.asRelativePath(Uri.parse(uri), false)}: ${reason}`)
        .appendMarkdown('\n');
    const more = folder.unreadable.length - unreadableShown;
    if (more > 0) tooltip.appendMarkdown('- ').appendText(l10n.t('and {0} more', more)).appendMarkdown('\n');
    tooltip.appendMarkdown('\n');
  }
  return tooltip;
}

function sharedText({ state, address, problem = '', sources, copies }: SharedHealth): string {
  if (state === 'connecting') return l10n.t('Connecting to the shared corpus {0}', address);
  if (state === 'reachable') return l10n.t('Shared corpus {0}: {1} cited sources', address, sources);
  if (!copies) return l10n.t('Shared corpus not reachable: {0} {1}', address, problem);
  const date = new Date(copies.of).toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return l10n.t(
    'Shared corpus not reachable: {0} cited sources from the copy kept of {1}. {2} {3}',
    copies.count,
    date,
    address,
    problem,
  );
}

const unreadableShown = 5;

function countsOf(folder: FolderHealth): string {
  if (folder.phase === 'indexing') return indexing([folder]);
  if (folder.phase === 'stopped') return stopped([folder]);
  if (folder.sources === 0 && folder.unreadable.length === 0) return l10n.t('No sources found.');
  const counts = [sourceCount(folder.sources), passageCount(folder.passages), actorCount(folder.actors)];
  if (folder.unreadable.length > 0) counts.push(unreadableSources(folder.unreadable.length));
  return counts.join(', ');
}

function sourceCount(n: number): string {
  return n === 1 ? l10n.t('1 source') : l10n.t('{0} sources', n);
}

function passageCount(n: number): string {
  return n === 1 ? l10n.t('1 passage') : l10n.t('{0} passages', n);
}

function actorCount(n: number): string {
  return n === 1 ? l10n.t('1 actor') : l10n.t('{0} actors', n);
}

function unreadableSources(n: number): string {
  return n === 1 ? l10n.t('1 source unreadable') : l10n.t('{0} sources unreadable', n);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
