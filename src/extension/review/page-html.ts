import { randomBytes } from 'node:crypto';
import { l10n, Uri, type Webview } from 'vscode';

/** The only folder that the page may load from. */
export const pageRoot = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'webview');

/**
 * The empty page: its script fills it. Nothing but that script and its style sheet is loaded or run: no network, no inline
 * style, no other script.
 */
export function pageHtml(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageRoot(extension), name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('review.css')}">
<title>${l10n.t('Review')}</title>
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${file('review.js')}"></script>
</body>
</html>`;
}
