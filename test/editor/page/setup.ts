import path from 'node:path';
import { repositoryRoot } from '../../support/root';
import { share, shared } from '../../support/window/open-windows';
import { SharedHost } from '../../support/window/shared-host';

/** mocha loads this before the page tests: they share one browser and one VS Code server. */
export function mochaGlobalSetup(): void {
  share({ host: new SharedHost(), pages: new Set() });
}

export async function mochaGlobalTeardown(): Promise<void> {
  await shared().host.close();
  share(undefined);
}

export const mochaHooks = {
  /** What the window showed when a test failed: dist/shots/failed/. */
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
    for (const [i, page] of [...shared().pages].entries()) {
      const file = path.join(repositoryRoot, 'dist', 'shots', 'failed', `${name}-${i + 1}.png`);
      await page.screenshot({ path: file, timeout: 5000 }).catch(() => undefined);
      console.log(`  screenshot: ${path.relative(repositoryRoot, file)}`);
    }
  },
};
