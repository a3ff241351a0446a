import {
  type CancellationToken,
  type Event,
  l10n,
  type QuickPick,
  type QuickPickItem,
  Uri,
  window,
} from 'vscode';
import type { PassageRow, SearchResult } from '../../protocol/index';
import type { HealthWatch } from '../health-watch';
import { plainLabel } from '../plain-label';
import type { PreviewTarget } from '../preview';
import type { Server } from '../server';
import { NewestSearch } from './newest-search';

export interface SearchStep {
  readonly server: Server;
  readonly health: HealthWatch;
  /** The draft's URI. */
  readonly draft: string;
  readonly preview: (target: PreviewTarget) => void;
}

/** What was looked for and chosen: the step can be entered again where it was left. */
export interface Found {
  readonly query: string;
  readonly row?: PassageRow | undefined;
}

export interface ChosenRow extends Found {
  readonly row: PassageRow;
  /** Enter was pressed once more, before the next step could be there: take what that one offers. */
  readonly again: Promise<void>;
}

interface RowItem extends QuickPickItem {
  readonly row: PassageRow;
}

const typingPause = 80;
const rowLimit = 50;

/**
 * Lists passages while a person types. Undefined: cancelled. The list stays until the next one is shown, so
 * that no keystroke falls into the draft in between.
 */
export function chooseRow(step: SearchStep, found: Found): Promise<ChosenRow | undefined> {
  const pick = window.createQuickPick<RowItem>();
  pick.title = l10n.t('Cite Passage');
  pick.placeholder = l10n.t('Words of the passage, its author or its title');
  pick.value = found.query;
  // For the sake of the words set off in them.
  pick.matchOnDescription = pick.matchOnDetail = true;
  let query = found.query;
  let complete = true;
  let keep = found.row;
  const search = new NewestSearch(async (token) => {
    pick.busy = true;
    const result = await searchFor(step, query, token);
    if (token.isCancellationRequested) return;
    complete = result?.complete ?? true;
    pick.busy = !complete;
    pick.title = titleOf(query, result);
    fill(pick, result?.rows ?? [], keep);
    keep = undefined;
    if (result && isShared(step)) await addShared(result, token);
  });
  /** What the folder has is there at once; a database may take its time. */
  const addShared = async (result: SearchResult, token: CancellationToken) => {
    pick.busy = true;
    const more = await searchFor(step, query, token, true);
    if (token.isCancellationRequested) return;
    pick.busy = !complete;
    const joined = { ...result, rows: [...result.rows, ...(more?.rows ?? [])] };
    pick.title = titleOf(query, joined);
    if (joined.rows.length > result.rows.length) fill(pick, joined.rows, pick.activeItems[0]?.row);
  };

  return new Promise((resolve) => {
    const moreRead = step.health.onDidChange(() => {
      if (complete) return;
      keep = pick.activeItems[0]?.row;
      search.start();
    });
    pick.onDidChangeValue((value) => {
      if (value === query) return; // also the value given is told
      query = value;
      keep = undefined;
      search.start(typingPause);
    });
    pick.onDidChangeActive(([item]) => {
      if (item) step.preview(wholePassage(item.row));
    });
    pick.onDidAccept(() => {
      const row = pick.activeItems[0]?.row;
      if (!row) return;
      resolve({ query, row, again: nextTime(pick.onDidAccept) });
    });
    pick.onDidHide(() => {
      resolve(undefined);
      moreRead.dispose();
      search.dispose();
      pick.dispose();
    });
    pick.show();
    search.start();
  });
}

function wholePassage({ uri, range }: PassageRow): PreviewTarget {
  return { uri, reveal: range, highlight: [range], centre: true };
}

function nextTime(event: Event<void>): Promise<void> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
  });
}

/** Undefined: the server did not answer. */
async function searchFor(
  { server, draft }: SearchStep,
  query: string,
  token: CancellationToken,
  ofShared = false,
): Promise<SearchResult | undefined> {
  const params = { draft, query, limit: rowLimit, ...(ofShared && { isShared: true }) };
  return await server.search(params, token).catch(() => undefined);
}

const isShared = ({ health, draft }: SearchStep): boolean =>
  health.folderOf(Uri.parse(draft))?.shared !== undefined;

function titleOf(query: string, result: SearchResult | undefined): string {
  if (!result) return l10n.t('Cite Passage: the server does not answer; its log may tell why');
  if (!result.complete) return l10n.t('Cite Passage: not all sources have been read yet');
  if (result.rows.length === 0 && query.trim() !== '')
    return l10n.t('Cite Passage: no passage found; fewer or other words may help');
  return l10n.t('Cite Passage');
}

function fill(pick: QuickPick<RowItem>, rows: readonly PassageRow[], keep: PassageRow | undefined) {
  pick.items = rows.map(toItem);
  const kept = pick.items.find(({ row }) => keep && isSame(row, keep));
  if (kept) pick.activeItems = [kept];
}

/**
 * The reference comes first, although people choose by the excerpt: the list would cut the reference off after a
 * long label, and would sort rows by a label that has the words typed. The server has searched: every row stays.
 */
function toItem(row: PassageRow): RowItem {
  return {
    row,
    label: plainLabel(row.reference),
    description: plainLabel(row.title),
    detail: plainLabel(row.excerpt),
    alwaysShow: true,
  };
}

function isSame(a: PassageRow, b: PassageRow): boolean {
  return a.folder === b.folder && a.key === b.key && a.n === b.n;
}
