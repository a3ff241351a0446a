// A Chromium-family browser for the tests: which one, and how it is started.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { packagedBrowser } from './browser-package.mjs';
import { HostError } from './paths.mjs';

/** @typedef {{ executablePath: string, env: NodeJS.ProcessEnv }} FoundBrowser */

export const NO_BROWSER = `No Chromium-family browser found.
  Debian/Ubuntu:  apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core
  or set VSCODE_HOST_BROWSER to the path of Chromium, Chrome or Edge.`;

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-domain-reliability',
  '--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider',
  // Tests reach nothing but this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/**
 * The browser that VSCODE_HOST_BROWSER names (a path, or `system` for the installed one), the one from npm, or the
 * installed one.
 * @returns {Promise<FoundBrowser | undefined>}
 */
export async function findBrowser() {
  const given = process.env['VSCODE_HOST_BROWSER'];
  if (given && given !== 'system') return { executablePath: given, env: process.env };
  const packaged = given ? undefined : await packagedBrowser();
  if (packaged) return packaged;
  const executablePath = installedBrowsers().find((file) => fs.existsSync(file));
  return executablePath === undefined ? undefined : { executablePath, env: process.env };
}

/** Starts it, headless unless VSCODE_HOST_HEADED=1 (the one from npm is headless only). */
export async function launchBrowser() {
  const found = await findBrowser();
  if (!found) throw new HostError(NO_BROWSER);
  return chromium.launch({
    executablePath: found.executablePath,
    env: /** @type {Record<string, string>} */ (found.env),
    headless: process.env['VSCODE_HOST_HEADED'] !== '1',
    chromiumSandbox: false,
    args: FLAGS,
    // Whoever started us decides what Ctrl+C means.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function installedBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return [...folders.flatMap((dir) => names.map((name) => path.join(dir, name))), ...usualPlaces()];
}

function usualPlaces() {
  if (process.platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  if (process.platform !== 'win32') return [];
  const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return bases
    .filter((dir) => dir !== undefined)
    .flatMap((dir) => [
      path.join(dir, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(dir, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}
