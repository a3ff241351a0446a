import type { Page } from 'playwright-core';
import { eventually } from '../eventually';
import { shared, type UsedWindow } from './open-windows';
import type { WorkspaceCopy, WorkspaceFiles } from './workspace-copy';

/*
 * Opening a window costs six seconds of processor time, more than most tests in it. So a window whose tests are done is
 * tidied up as a person would, and the next tests find their own files in its folder.
 */

/** Leaves a window to whoever opens one next; false where it can be left to nobody. */
export async function leave(page: Page, workspace: WorkspaceCopy): Promise<boolean> {
  if (shared().spoiled.has(page)) return false;
  try {
    await tidy(page);
  } catch {
    return false;
  }
  shared().used.push({ page, workspace });
  return true;
}

/** A window that was left, with these files in its folder now, read and indexed. */
export async function takeUsed(files: WorkspaceFiles): Promise<UsedWindow | undefined> {
  const used = shared().used.pop();
  if (used === undefined) return undefined;
  const { page, workspace } = used;
  if (workspace.restore(files)) return used;
  workspace.empty();
  await statusItem(page).filter({ hasText: 'No sources found' }).waitFor();
  workspace.fill(files);
  if (workspace.has('sources')) await settled(page);
  return used;
}

const statusItem = (page: Page) => page.locator('.statusbar-item[id*="sourcewright.health"]');

/** What is shown while files arrive one by one is not yet what the folder holds. */
async function settled(page: Page): Promise<void> {
  let last = '';
  let since = Date.now();
  const read = async () => {
    const now = await statusItem(page).innerHTML();
    if (now !== last) since = Date.now();
    last = now;
    return now;
  };
  const isSteady = (shown: string) =>
    !/No sources found|codicon-loading/.test(shown) && Date.now() - since > STEADY_MS;
  await eventually(read, isSteady);
}

/** Longer than VS Code takes to tell of the next file that has changed. */
const STEADY_MS = 400;

/** Nothing open, nothing waiting, the Explorer at the side: as a window begins. */
async function tidy(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await closeEditors(page);
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('ControlOrMeta+j');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await page.locator('.explorer-folders-view').waitFor();
  await page.emulateMedia({ colorScheme: 'light' });
}

async function closeEditors(page: Page): Promise<void> {
  await page.keyboard.press('F1'); // wherever the focus is, a web view included
  await page.locator('.quick-input-widget:visible .quick-input-box input').fill('>View: Close All Editors');
  await page
    .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    .filter({ hasText: 'View: Close All Editors' })
    .first()
    .click();
  const dialog = page.locator('.monaco-dialog-box');
  const openTabs = async () => {
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: /Don.t Save/ }).click();
    return page.locator('.part.editor .tab').count();
  };
  await eventually(openTabs, (count) => count === 0);
}
