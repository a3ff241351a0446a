// What keeps VS Code quiet: no network, no welcome pages, nothing that moves by itself.

/** Settings, given as defaults so that a test's own settings win. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off', // as on the desktop; in a browser VS Code saves by itself
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
};

/**
 * Built-in extensions that only bring network use or background work. Only ones without a web build belong here:
 * VS Code would try to load the web build of the others, which this server does not contain.
 */
export const SKIPPED_EXTENSIONS = [
  'GitHub.copilot-chat',
  'vscode.git',
  'vscode.github',
  'vscode.microsoft-authentication',
  'vscode.tunnel-forwarding',
  'vscode.debug-auto-launch',
  'vscode.debug-server-ready',
  'vscode.grunt',
  'vscode.gulp',
  'vscode.jake',
  'vscode.terminal-suggest',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
];

/** Arguments of the server to the same end. */
export const QUIET_ARGUMENTS = [
  '--accept-server-license-terms',
  ...['--telemetry-level', 'off'],
  '--disable-telemetry',
  '--disable-experiments',
  '--disable-getting-started-override',
  '--force-disable-user-env',
];
