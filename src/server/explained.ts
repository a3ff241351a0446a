import * as nodePath from 'node:path';
import { pathToFileURL } from 'node:url';
import page from '../../docs/diagnostics.md';

/** The page as it is packaged beside the server. */
const PAGE = pathToFileURL(nodePath.join(__dirname, '..', 'docs', 'diagnostics.md')).toString();

/** By code, the line of its heading, counted from 1. */
const LINES = new Map(
  page.split(/\r?\n/).flatMap((line, at) => {
    const code = /^### (\S+)$/.exec(line)?.[1];
    return code === undefined ? [] : [[code, at + 1] as const];
  }),
);

/** Where the code of a problem is explained, as an editor opens it: a `file:` URI whose fragment is the line. */
export function explained(code: string): string | undefined {
  const line = LINES.get(code);
  return line === undefined ? undefined : `${PAGE}#L${line}`;
}
