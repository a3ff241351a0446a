import path from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../root';
import type { SharedHost } from './shared-host';
import type { WorkspaceCopy } from './workspace-copy';

/** What test/editor/window-setup.ts makes for all test files. */
interface Shared {
  readonly host: SharedHost;
  /** Windows that are open now: a failing test has them photographed. */
  readonly pages: Set<Page>;
  /** Windows that nobody uses now, tidied up: see used-windows.ts. */
  readonly used: UsedWindow[];
  /** Windows in which a test has failed: nobody knows how they are. */
  readonly spoiled: Set<Page>;
}

export interface UsedWindow {
  readonly page: Page;
  readonly workspace: WorkspaceCopy;
}

/** Each test file is a bundle of its own, with its own copy of every module: what they share is global. */
const holder = globalThis as { sourcewrightShared?: Shared };

export function share(shared: Shared): void {
  holder.sourcewrightShared = shared;
}

export function shared(): Shared {
  if (holder.sourcewrightShared === undefined)
    throw new Error(
      'Page tests need test/editor/window-setup.ts: run them with "npm test -- --only page,desk".',
    );
  return holder.sourcewrightShared;
}

/** For whoever asks why a test failed: what every open window shows (in dist/shots/failed/), and the log. */
export async function photographFailure(what: string): Promise<void> {
  const name = what.replace(/[^\w]+/g, '-');
  for (const [i, page] of [...shared().pages].entries()) {
    shared().spoiled.add(page);
    const file = path.join(repositoryRoot, 'dist', 'shots', 'failed', `${name}-${i + 1}.png`);
    await page.screenshot({ path: file, timeout: 5000 }).catch(() => undefined);
    console.log(`           see ${path.relative(repositoryRoot, file)}`);
  }
  for (const line of shared().host.log()) console.log(`           | ${line}`);
}
