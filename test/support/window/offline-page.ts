import type { Page } from 'playwright-core';
import { loadHost } from './vscode-host';

/** A page of a browser, without VS Code and without a network, and what ends both. */
export async function openOfflinePage(): Promise<{ page: Page; close: () => Promise<void> }> {
  const { launchBrowser } = await loadHost();
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, offline: true });
  return { page: await context.newPage(), close: () => browser.close() };
}
