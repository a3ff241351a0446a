import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as vscodeHost from '../../vscode-host/index.mjs';
import { repositoryRoot } from '../root';

export type VSCodeHost = typeof vscodeHost;

/** At run time and by its place: these are programs that know where they stand, not to be put into a bundle. */
export async function loadHost(): Promise<VSCodeHost> {
  const door = path.join(repositoryRoot, 'test', 'vscode-host', 'index.mjs');
  return (await import(pathToFileURL(door).href)) as VSCodeHost;
}
