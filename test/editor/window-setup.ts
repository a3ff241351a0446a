import { photographFailure, share, shared } from '../support/window/open-windows';
import { SharedHost } from '../support/window/shared-host';

// mocha loads this before the page tests in each of the processes that run them side by side: the files that one of
// them runs share a browser, a VS Code server and its windows.
share({ host: new SharedHost(), pages: new Set(), used: [], spoiled: new Set() });

// The only sign that a process has run its last file is that mocha ends it.
process.once('SIGTERM', () => {
  process.exit();
});
process.once('exit', () => {
  shared().host.kill();
});

export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state === 'failed') await photographFailure(this.currentTest.fullTitle());
  },
};
