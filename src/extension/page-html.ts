import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Webview } from 'vscode';

/** The only folder that the page may load from. */
export const pageRoot = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'webview');

/** A page of dist/webview, by the name of its script and style sheet, and its title. */
export interface Page {
  readonly name: string;
  readonly title: string;
  /** What the script fills: the main part of the page, or a frame for its landmarks. */
  readonly root: 'main' | 'div';
}

/**
 * The empty page: its script fills it. Nothing but that script and its style sheet is loaded or run: no network, no inline
 * style, no other script.
 */
export function pageHtml(webview: Webview, extension: Uri, { name, title, root }: Page): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (ending: string) =>
    webview.asWebviewUri(Uri.joinPath(pageRoot(extension), `${name}.${ending}`)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${textLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('css')}">
<title>${title}</title>
</head>
<body>
<${root} id="page"></${root}>
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>`;
}

/** Of the texts that the page is given: where there is no translation they are in English, whatever the editor speaks. */
const textLanguage = (): string => (l10n.bundle === undefined ? 'en' : env.language);
