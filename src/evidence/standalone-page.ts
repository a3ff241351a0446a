import { createHash } from 'node:crypto';
import { said } from './markup';

export interface PageParts {
  /** Plain text. */
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  /** Markup, in which whatever others wrote is escaped. */
  readonly body: readonly string[];
}

/**
 * One file that stands by itself. It may use its own style and script, known by their hashes, and nothing else: no
 * picture, no font, no form, no address.
 */
export function standalonePage({ title, style, script, body }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${said(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
