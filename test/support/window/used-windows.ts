import type { Page } from 'playwright-core';
import { eventually } from '../eventually';
import { shared, type UsedWindow } from './open-windows';
import type { WorkspaceCopy } from './workspace-copy';

/*
 * Opening a window costs six seconds of processor time, most of what a test of the window takes. So a window whose tests
 * are done is tidied up as a person would, its folder emptied, and the next tests find their own files in it.
 */

/** Leaves a window to whoever opens one next; false where it can be left to nobody. */
export async function leave(page: Page, workspace: WorkspaceCopy): Promise<boolean> {
  if (shared().spoiled.has(page)) return false;
  try {
    await tidy(page);
    workspace.empty();
    await statusItem(page).filter({ hasText: 'No sources found' }).waitFor();
  } catch {
    return false;
  }
  shared().used.push({ page, workspace });
  return true;
}

/** A window that was left, with these files in its folder now. */
export async function takeUsed(files: WorkspaceCopyFiles): Promise<UsedWindow | undefined> {
  const used = shared().used.pop();
  if (used === undefined) return undefined;
  used.workspace.fill(files);
  if (hasSources(used.workspace)) await settled(used.page);
  return used;
}

type WorkspaceCopyFiles = Parameters<WorkspaceCopy['fill']>[0];

const statusItem = (page: Page) => page.locator('.statusbar-item[id*="sourcewright.health"]');

const hasSources = (workspace: WorkspaceCopy) => workspace.has('sources');

/** What is shown while files arrive one by one is not yet what the folder holds. */
async function settled(page: Page): Promise<void> {
  let last = '';
  let since = Date.now();
  await eventually(
    async () => {
      const now = await statusItem(page).innerHTML();
      if (now !== last) since = Date.now();
      last = now;
      return now;
    },
    (shown) => !/No sources found|codicon-loading/.test(shown) && Date.now() - since > STEADY_MS,
  );
}

/** Longer than VS Code takes to tell of the next file that has changed. */
const STEADY_MS = 400;

/** Nothing open, nothing waiting, the Explorer at the side: as a window begins. */
async function tidy(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await run(page, 'View: Close All Editors');
  const dialog = page.locator('.monaco-dialog-box');
  const tabs = page.locator('.part.editor .tab');
  await eventually(
    async () => {
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: /Don.t Save/ }).click();
      return tabs.count();
    },
    (count) => count === 0,
  );
  if (await page.locator('.part.panel').isVisible()) await run(page, 'View: Hide Panel');
  await run(page, 'Notifications: Clear All Notifications');
  await run(page, 'View: Show Explorer');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible .quick-input-box input').fill(`>${title}`);
  const row = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  await row.filter({ hasText: title }).first().click();
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
}
