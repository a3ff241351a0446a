// VS Code's window in a browser page: its address, its start options, the page.
import path from 'node:path';
import { QUIET_SETTINGS } from './quiet.mjs';

/** @typedef {import('./server.mjs').Server} Server */
/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [workspace] a folder or a .code-workspace file; default: an empty window
 * @property {readonly string[]} [extensionDevelopmentPath]
 * @property {string} [extensionTestsPath]
 * @property {boolean} [disableExtensions]
 * @property {Record<string, unknown>} [settings] defaults on top of the quiet ones; a settings.json still wins
 * @property {(page: import('playwright-core').Page) => Promise<void>} [beforeLoad]
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Server} server
 * @param {WorkbenchOptions} options
 */
export async function openWorkbenchPage(browser, server, options) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  const page = await context.newPage();
  // The start page carries the workbench's options as JSON in a meta tag: fill in ours before its script reads
  // them. (A page answered from here instead is refused its loopback sockets, probably as a public page.)
  await page.addInitScript(changeOptions, { ...QUIET_SETTINGS, ...options.settings });
  await options.beforeLoad?.(page);
  await page.goto(workbenchUrl(server, options));
  return page;
}

/**
 * The address of a window with VS Code's own start-up payload.
 * @param {Server} server
 * @param {WorkbenchOptions} options
 */
function workbenchUrl(server, options) {
  /** @param {string} file */
  const remote = (file) => remoteUri(server, file);
  const payload = [
    ...(options.extensionDevelopmentPath ?? []).map((dir) => ['extensionDevelopmentPath', remote(dir)]),
    ...(options.extensionTestsPath ? [['extensionTestsPath', remote(options.extensionTestsPath)]] : []),
    ...(options.disableExtensions ? [['disableExtensions', 'true']] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams(workspaceQuery(options.workspace));
  query.set('payload', JSON.stringify(payload));
  return `${server.url}?${query}`;
}

/**
 * @param {string | undefined} workspace
 * @returns {Record<string, string>}
 */
function workspaceQuery(workspace) {
  if (workspace === undefined) return { ew: 'true' };
  return { [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: path.resolve(workspace) };
}

/**
 * The workbench names its server by host and port; another authority would make the same file a different one.
 * @param {Server} server
 * @param {string} file
 */
function remoteUri(server, file) {
  const segments = path.resolve(file).split(path.sep).map(encodeURIComponent);
  return `vscode-remote://127.0.0.1:${server.port}${segments.join('/').replace(/^(?!\/)/, '/')}`;
}

/**
 * Runs in the page, before the page's own script.
 * @param {Record<string, unknown>} settings
 */
function changeOptions(settings) {
  if (window !== window.top) return;
  new MutationObserver((_, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const options = JSON.parse(meta.getAttribute('data-settings') ?? '{}');
    options.configurationDefaults = { ...options.configurationDefaults, ...settings };
    const online = [
      'extensionsGallery',
      'updateEndpoint',
      'telemetryEndpoint',
      'voiceWsUrl',
      'serviceWorker',
    ];
    for (const key of online) delete options.productConfiguration[key];
    options.productConfiguration.enableTelemetry = false;
    // As in Microsoft's builds. In a browser, web views follow links to extensions with no other.
    options.productConfiguration.urlProtocol = 'vscode';
    meta.setAttribute('data-settings', JSON.stringify(options));
  }).observe(document, { childList: true, subtree: true });
}
