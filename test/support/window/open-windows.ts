import type { Page } from 'playwright-core';
import type { SharedHost } from './shared-host';

/** What test/editor/page/setup.ts makes for all test files. */
interface Shared {
  readonly host: SharedHost;
  /** Windows that are open now: a failing test has them photographed. */
  readonly pages: Set<Page>;
}

/** Each test file is a bundle of its own, with its own copy of every module: what they share is global. */
const holder = globalThis as { sourcewrightShared?: Shared | undefined };

export function share(shared: Shared | undefined): void {
  holder.sourcewrightShared = shared;
}

export function shared(): Shared {
  if (holder.sourcewrightShared === undefined)
    throw new Error('Page tests need test/editor/page/setup.ts: run them with "npm test -- --only page".');
  return holder.sourcewrightShared;
}
