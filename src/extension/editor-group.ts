import { type Tab, type TabGroup, TabInputText, type Uri, type ViewColumn, window } from 'vscode';

/** What an editor group showed, so that it can be put back. */
export interface GroupState {
  readonly tabs: readonly GroupTab[];
  readonly active: GroupTab | undefined;
}

interface GroupTab {
  /** Only text editors can be named, and so be put back. */
  readonly uri: Uri | undefined;
  readonly isPreview: boolean;
}

/** Undefined: there is no such group yet. */
export function captureGroup(column: ViewColumn): GroupState | undefined {
  const group = findGroup(column);
  return (
    group && { tabs: group.tabs.map(toGroupTab), active: group.activeTab && toGroupTab(group.activeTab) }
  );
}

/** Closes the tabs opened since, and shows again what was shown; a group that was not there goes away. */
export async function restoreGroup(
  column: ViewColumn,
  before: GroupState | undefined,
  opened: ReadonlySet<string>,
) {
  const isNew = (tab: Tab) => {
    const uri = uriOf(tab)?.toString();
    return uri !== undefined && opened.has(uri) && !before?.tabs.some((old) => old.uri?.toString() === uri);
  };
  await window.tabGroups.close(
    findGroup(column)?.tabs.filter((tab) => isNew(tab) && !tab.isDirty) ?? [],
    true,
  );
  const group = findGroup(column);
  if (!before) {
    if (group?.tabs.length === 0) await window.tabGroups.close(group, true);
    return;
  }
  const replaced = before.tabs.filter((tab) => tab.uri && !group?.tabs.some((now) => sameTab(now, tab)));
  for (const tab of replaced) await show(tab, column);
  const active = findGroup(column)?.activeTab;
  if (before.active?.uri && !(active && sameTab(active, before.active))) await show(before.active, column);
}

async function show({ uri, isPreview }: GroupTab, viewColumn: ViewColumn) {
  if (uri) await window.showTextDocument(uri, { viewColumn, preview: isPreview, preserveFocus: true });
}

function sameTab(tab: Tab, state: GroupTab): boolean {
  return uriOf(tab)?.toString() === state.uri?.toString();
}

function findGroup(column: ViewColumn): TabGroup | undefined {
  return window.tabGroups.all.find((group) => group.viewColumn === column);
}

function toGroupTab(tab: Tab): GroupTab {
  return { uri: uriOf(tab), isPreview: tab.isPreview };
}

function uriOf(tab: Tab): Uri | undefined {
  return tab.input instanceof TabInputText ? tab.input.uri : undefined;
}
