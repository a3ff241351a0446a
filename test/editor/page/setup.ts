import { photographFailure, share, shared } from '../../support/window/open-windows';
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
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state === 'failed') await photographFailure(this.currentTest.fullTitle());
  },
};
