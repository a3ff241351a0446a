// What the tests and `npm start` use of this folder. (prepare.mjs comes before: it installs what this imports.)
export { launchBrowser } from './browser.mjs';
export { installExtension } from './extensions.mjs';
export { removeDir, tempDir } from './paths.mjs';
export { QUIET_SETTINGS } from './quiet.mjs';
export { startServer } from './server.mjs';
export { openWorkbenchPage } from './workbench.mjs';
